"""Names in the text, found before any parse: known surface forms, and capitalised runs that no table knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.actors.automaton import Hit, NameIndex
from dateline.actors.roles import RoleWord, kind_words, role_at
from dateline.knowledge import Knowledge, NameForm
from dateline.model import ActorKind, Candidate, Sentence, Span

_CAPITALISED = r"(?:[A-Z][a-z]*['’])?[A-ZÀ-ÖØ-ÞĀ-Ž][\w]*(?:['’-][\w]+)*\.?(?<!['’]s)"
_CONNECTORS = r"(?:of the|of|for|de la|de|da|del|della|dos|von|van der|van|bin|ibn|bint|al|el|and the)"
_JOINING = frozenset({"of", "the", "for", "and"})
_WORD = re.compile(rf"{_CAPITALISED}|(?<=[ \u00a0])[a-z]+(?=[ \u00a0])")
_RUN = re.compile(rf"{_CAPITALISED}(?:[ \u00a0](?:{_CONNECTORS}[ \u00a0])?{_CAPITALISED})*")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_NOT_NAMES = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "i",
        "mr",
        "mrs",
        "ms",
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "after",
        "before",
        "during",
        "since",
        "until",
        "while",
        "when",
        "where",
        "who",
        "what",
        "why",
        "how",
        "but",
        "and",
        "or",
        "so",
        "yet",
        "if",
        "as",
        "although",
        "though",
        "because",
        "however",
        "meanwhile",
        "moreover",
        "he",
        "she",
        "it",
        "they",
        "we",
        "you",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "this",
        "that",
        "these",
        "those",
        "there",
        "here",
        "now",
        "then",
        "some",
        "many",
        "most",
        "all",
        "no",
        "not",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "both",
        "each",
        "every",
        "another",
        "other",
        "such",
        "earlier",
        "later",
        "last",
        "next",
        "still",
        "also",
        "only",
        "even",
        "according",
        "among",
        "under",
        "over",
        "despite",
        "asked",
        "officials",
        "police",
        "critics",
        "yes",
        "well",
        "first",
        "second",
        "third",
        "today",
        "yesterday",
        "tomorrow",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "christmas",
        "easter",
        "ramadan",
        "christian",
        "muslim",
        "islamic",
        "jewish",
        "catholic",
    ]
)

_THINGS = frozenset(
    "war prize cup games olympics day week month year century era revolution crisis scandal plan deal doctrine list report "
    "bill law amendment constitution age pandemic street order review dream time night morning strategy world".split()
)
_STAND_ALONE = (NameForm.ADJECTIVE, NameForm.ACRONYM, NameForm.DEMONYM, NameForm.METONYM)
_DIRECTIONS = frozenset(
    "south north east west central southern northern eastern western northeast northwest southeast southwest upper lower".split()
)


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name in the text. `entity` and `candidate` are None for a name that no table knows.

    `title` is a role phrase right before the name, whose words are inside `start:end` from `start` to `name_start`.
    """

    start: int
    end: int
    kind: ActorKind
    name: str
    name_start: int
    candidate: Candidate | None
    form: NameForm | None
    title: RoleWord | None
    has_words: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class NameFinder:
    """Finds names in sentences by the knowledge tables and by capital letters."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._index = NameIndex(s for s in knowledge.surfaces() if s.lower() not in _NOT_NAMES)

    def find(self, text: str, sentences: Sequence[Sentence], at: str | None) -> list[FoundName]:
        """All names of the sentences in order, none inside another.

        Args:
            at: the day on which names and offices are resolved, ISO, or None.
        """
        found: list[FoundName] = []
        for sentence in sentences:
            piece = text[sentence.start : sentence.end]
            hits = [
                Hit(h.start + sentence.start, h.end + sentence.start, h.surface)
                for h in self._index.find(piece)
            ]
            names = self._known(hits, at)
            if not _is_title_case(piece):
                names = self._with_runs(text, sentence, names)
            found += names
        return _with_short_names(text, sentences, _without_doubtful_surnames(found))

    def _known(self, hits: Iterable[Hit], at: str | None) -> list[FoundName]:
        names = []
        for hit in hits:
            candidates = self._knowledge.lookup(hit.surface, at=at)
            forms = self._knowledge.names(hit.surface)
            if candidates:
                best = candidates[0]
                form = next(
                    (n.form for n in forms if n.entity == best.actor), forms[0].form if forms else None
                )
                has_words = " " in hit.surface
                names.append(
                    FoundName(
                        hit.start, hit.end, best.kind, best.name, hit.start, best, form, None, has_words
                    )
                )
        return names

    def _with_runs(self, text: str, sentence: Sentence, known: list[FoundName]) -> list[FoundName]:
        names: list[FoundName] = []
        inside = {i for name in known for i in range(name.start, name.end)}
        by_start = {name.start: name for name in known}
        covered_to = sentence.start
        for run in _RUN.finditer(text, sentence.start, sentence.end):
            names += [n for n in known if covered_to <= n.start < run.start()]
            covered_to = max(
                covered_to, run.end(), max((n.end for n in known if n.start < run.end()), default=0)
            )
            names += _read_run(text, run, by_start, inside, sentence.start)
        names += [n for n in known if n.start >= covered_to]
        return _without_overlaps(names)


def _without_overlaps(names: list[FoundName]) -> list[FoundName]:
    kept: list[FoundName] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def _is_title_case(line: str) -> bool:
    """A headline With Most Words Capitalised tells nothing by its capitals."""
    words = re.findall(r"[^\W\d_]+", line)
    long_words = [word for word in words if len(word) > 3]
    capitalised = sum(word[0].isupper() for word in long_words)
    return (
        len(long_words) >= 4
        and capitalised >= 0.7 * len(long_words)
        and not line.rstrip().endswith((".", "”", '"'))
    )


def _read_run(
    text: str, run: re.Match[str], known: dict[int, FoundName], inside: set[int], sentence_start: int
) -> list[FoundName]:
    """The names in one capitalised run: "Chinese President Xi Jinping" has an adjective, a title and a person."""
    words = list(_WORD.finditer(text, run.start(), run.end()))
    plain = [re.sub(r"['’]s$", "", w[0]).rstrip(".") if len(w[0]) > 2 else w[0] for w in words]
    names: list[FoundName] = []
    title: tuple[RoleWord, int] | None = None
    i = 0
    while i < len(words):
        name = known.get(words[i].start())
        if name is not None:
            last = max(k for k in range(i, len(words)) if words[k].start() < name.end)
            if last + 1 < len(words) and _is_part_of_longer(name, plain, last + 1, words, known):
                name = None
            else:
                names.append(_titled(name, title))
                title, i = None, last + 1
                continue
        if (plain[i].lower() in _NOT_NAMES or plain[i] in _JOINING) and name is None:
            title, i = None, i + 1
            continue
        role = role_at(plain, i)
        if role and i + role[1] <= len(words) and name is None:
            title, i = (role[0], words[i].start()), i + role[1]
            continue
        stop = _end_of_unknown(plain, words, i, known)
        if words[i].start() not in inside or name is None:
            closing = known.get(words[stop].start())
            ends_in_place = closing is not None and closing.form != NameForm.SURNAME
            run_words, run_plain = words[i : stop + 1], plain[i : stop + 1]
            names += _unknown(text, run_words, run_plain, title, sentence_start, ends_in_place)
        title, i = None, stop + 1
    return names


def _titled(name: FoundName, title: tuple[RoleWord, int] | None) -> FoundName:
    if title is None or name.kind != ActorKind.PERSON:
        return name
    return replace(name, start=title[1], title=title[0])


def _is_part_of_longer(
    name: FoundName, plain: list[str], following: int, words: list[re.Match[str]], known: dict[int, FoundName]
) -> bool:
    """Whether a known short name only begins a longer name: "Jordan Peele", "Georgia Institute of Technology"."""
    if name.form in (NameForm.ADJECTIVE, NameForm.DEMONYM, NameForm.METONYM) or role_at(plain, following):
        return False
    after = known.get(words[following].start())
    if after is not None and after.form not in (NameForm.SURNAME, NameForm.CITY, None):
        return False
    if plain[following].lower() in _NOT_NAMES or plain[following] in _JOINING:
        return False
    return not name.has_words or name.form == NameForm.SURNAME or _kind_of(plain[following:]) is not None


def _end_of_unknown(
    plain: list[str], words: list[re.Match[str]], start: int, known: dict[int, FoundName]
) -> int:
    end = start
    while end + 1 < len(words):
        following = known.get(words[end + 1].start())
        if following is not None and (following.has_words or following.form in _STAND_ALONE):
            break
        joins = plain[end + 1] in _JOINING
        if joins and _kind_of(plain[start : end + 1]) is None:
            break
        if plain[end + 1].lower() in _NOT_NAMES and not joins:
            break
        end += 1
    while end > start and plain[end].islower():
        end -= 1
    return end


def _kind_of(plain: Sequence[str]) -> ActorKind | None:
    """What the words of a name say of its kind; the last such word decides, words after "of" do not."""
    for word in reversed(plain):
        kind = kind_words().get(word.lower())
        if kind:
            return ActorKind(kind)
    return None


def _unknown(
    text: str,
    words: list[re.Match[str]],
    plain: list[str],
    title: tuple[RoleWord, int] | None,
    sentence_start: int,
    ends_in_place: bool,
) -> list[FoundName]:
    """A name that no table knows. `ends_in_place`: its last word is a known state or place ("Air China")."""
    while plain and plain[0].lower() in _NOT_NAMES:
        words, plain = words[1:], plain[1:]
    while plain and plain[-1].lower() in _NOT_NAMES:
        words, plain = words[:-1], plain[:-1]
    if not words:
        return []
    start, end = words[0].start(), words[-1].end() - (words[-1][0].endswith(".") and len(words[-1][0]) > 2)
    name = " ".join(text[start:end].split())
    kind = _unknown_kind(plain, name, title is not None, ends_in_place)
    if kind is None or (len(plain) == 1 and start == sentence_start and title is None):
        return []
    if kind != ActorKind.PERSON or title is None:
        return [FoundName(start, end, kind, name, start, None, None, None)]
    return [FoundName(title[1], end, kind, name, start, None, None, title[0])]


def _unknown_kind(plain: list[str], name: str, has_title: bool, ends_in_place: bool) -> ActorKind | None:
    """The kind of a name by its own words; None for what names no actor and no place."""
    if has_title and len(plain) <= 4 and _kind_of(plain) is None:
        return ActorKind.PERSON
    if plain[-1].lower() in _THINGS or (len(plain) > 1 and name.isupper()):
        return None
    kind = _kind_of(plain) if len(plain) > 1 else None
    if kind is not None:
        return kind
    if plain[0].lower() in _DIRECTIONS:
        return ActorKind.PLACE
    if ends_in_place and len(plain) > 1:
        return ActorKind.ORGANISATION
    if len(plain) == 1:
        return ActorKind.ORGANISATION if _ACRONYM.fullmatch(name) else None
    if (
        re.search(r"\b(?:of|for|and)\b", name)
        or len(plain) > 4
        or any(_ACRONYM.fullmatch(w) for w in plain if len(w) > 2)
    ):
        return ActorKind.ORGANISATION
    return ActorKind.PERSON


def _without_doubtful_surnames(names: list[FoundName]) -> list[FoundName]:
    """Drops known people named by one word, but for those whom the page names in full and those in office that day."""
    full = {n.candidate.actor for n in names if n.candidate and (n.has_words or n.title)}
    return [
        n
        for n in names
        if n.kind != ActorKind.PERSON
        or n.candidate is None
        or n.has_words
        or n.title
        or n.candidate.actor in full
        or n.candidate.role
    ]


def _with_short_names(text: str, sentences: Sequence[Sentence], names: list[FoundName]) -> list[FoundName]:
    """Adds later mentions by surname or acronym of people and bodies that the page has named in full."""
    people = _surnames(names)
    if not people:
        return names
    pattern = re.compile(
        r"(?<![\w’'-])(?:" + "|".join(sorted(map(re.escape, people), key=len, reverse=True)) + r")(?![\w-])"
    )
    taken = [
        name.span for name in names if " " in name.name or name.kind != ActorKind.PERSON or name.form is None
    ]
    extra = []
    for sentence in sentences:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            span = Span(*match.span())
            full = people[match[0]]
            if not any(span.touches(t) for t in taken if t.start < span.end) and full.start < span.start:
                extra.append(replace(full, start=span.start, end=span.end, name_start=span.start, title=None))
    replaced = {e.start for e in extra}
    return sorted([n for n in names if n.start not in replaced] + extra, key=lambda n: n.start)


def _surnames(names: Iterable[FoundName]) -> dict[str, FoundName]:
    """Last words of the full names of people on the page -> the first such name; dropped where two people share one."""
    people: dict[str, FoundName] = {}
    shared: set[str] = set()
    for name in names:
        if name.kind != ActorKind.PERSON or " " not in name.name:
            continue
        words = name.name.split()
        for short in {words[-1], words[0]} if name.candidate else {words[-1]}:
            first = people.setdefault(short, name)
            if first.name != name.name:
                shared.add(short)
    return {short: name for short, name in people.items() if short not in shared and len(short) > 1}
