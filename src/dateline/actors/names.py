"""Names in the text, found before any parse: known surface forms, and capitalised runs that no table knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.actors.automaton import NameIndex
from dateline.actors.found_name import FoundName
from dateline.actors.local_names import datelines, local_names
from dateline.actors.party_names import with_parties_of_states
from dateline.actors.roles import name_words
from dateline.actors.runs import RUN, KindsOfWord, lone_name, no_kinds, read_run
from dateline.actors.sentence_lines import SentenceLines, Taken
from dateline.actors.shared_words import with_states_sharing_a_word
from dateline.actors.short_bodies import with_short_bodies
from dateline.actors.short_names import named_in_full, settle_surnames, with_short_names
from dateline.knowledge import Knowledge, NameForm
from dateline.model import ActorKind, Candidate, Sentence

_SMALL_WORDS = frozenset("a an and are as at be by for from in is it not of on or the to up was with".split())
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LOWER_CASE = re.compile(r" [a-z]")
_CAPITAL_SMALL_WORD = re.compile(
    "|".join(
        rf"{word[0].upper()}(?<![^\W\d_].){''.join(f'[{c}{c.upper()}]' for c in word[1:])}(?![^\W\d_])"
        for word in sorted(_SMALL_WORDS)
    )
)


class NameFinder:
    """Finds names in sentences by the knowledge tables and by capital letters."""

    def __init__(self, knowledge: Knowledge, kinds_of_word: KindsOfWord = no_kinds) -> None:
        """`kinds_of_word` tells names from words that a line of title case or a slogan has in capitals."""
        self._knowledge = knowledge
        self._kinds = kinds_of_word
        self._index = NameIndex(s for s in knowledge.surfaces() if s.lower() not in name_words("stop"))

    def find(
        self, text: str, sentences: Sequence[Sentence], at: str | None, *, nouns_have_capitals: bool = False
    ) -> list[FoundName]:
        """All names of the sentences in order, none inside another.

        Args:
            at: the day on which names and offices are resolved, ISO, or None.
            nouns_have_capitals: as in German, where a surname alone may be an ordinary noun.
        """
        lines = SentenceLines(text, sentences)
        found: list[FoundName] = []
        for sentence, known in zip(sentences, self._known(lines, sentences, at), strict=True):
            is_title = _is_title_case(text[sentence.start : sentence.end])
            found += known if is_title else self._with_runs(text, sentence, known)
        at_head = datelines(text, sentences)
        if at_head:
            places = Taken(at_head)
            found = at_head + [n for n in found if not places.touches(n.start, n.start + 1)]
        found = with_states_sharing_a_word(text, found, self._knowledge, at)
        found = with_parties_of_states(_agreeing(found), sentences, self._knowledge, at)
        settled = settle_surnames(text, _at_home(found), self._knowledge, at)
        if nouns_have_capitals:
            settled = named_in_full(settled)
        found = with_short_names(text, lines, sentences, settled)
        found = with_short_bodies(text, lines, found, self._knowledge)
        return sorted(found + local_names(lines, found, self._kinds), key=lambda n: n.start)

    def _known(
        self, lines: SentenceLines, sentences: Sequence[Sentence], at: str | None
    ) -> list[list[FoundName]]:
        """The names of the tables in each sentence."""
        best: dict[str, tuple[Candidate, NameForm | None] | None] = {}
        names: list[list[FoundName]] = [[] for _ in sentences]
        for hit in self._index.find(lines.text):
            if hit.surface not in best:
                best[hit.surface] = self._best(hit.surface, at)
            meant = best[hit.surface]
            if meant is not None:
                start, line = lines.on_page(hit.start), lines.number(hit.start)
                names[line].append(_known_name(start, hit.surface, *meant))
        return names

    def _best(self, surface: str, at: str | None) -> tuple[Candidate, NameForm | None] | None:
        """Whom a surface form means first, and what sort of name of theirs it is."""
        candidates = self._knowledge.lookup(surface, at=at)
        if not candidates:
            return None
        forms = self._knowledge.names(surface)
        others = forms[0].form if forms else None
        return candidates[0], next((n.form for n in forms if n.entity == candidates[0].actor), others)

    def _with_runs(self, text: str, sentence: Sentence, known: list[FoundName]) -> list[FoundName]:
        names: list[FoundName] = []
        by_start = {name.start: name for name in known}
        covered_to, passed, at = sentence.start, sentence.start, 0
        for run in RUN.finditer(text, sentence.start, sentence.end):
            start, end = run.span()
            while at < len(known) and known[at].start < end:
                if covered_to <= known[at].start < start:
                    names.append(known[at])
                passed, at = known[at].end, at + 1
            covered_to = max(covered_to, end, passed)
            written = run[0]
            if " " in written or "\u00a0" in written:
                names += read_run(text, run, by_start, sentence.start, self._kinds)
            elif start in by_start:
                names.append(by_start[start])
            elif start != sentence.start:
                names += lone_name(start, written)
        names += [n for n in known[at:] if n.start >= covered_to]
        return _without_overlaps(names)


def _known_name(start: int, surface: str, meant: Candidate, form: NameForm | None) -> FoundName:
    end, has_words = start + len(surface), " " in surface
    return FoundName(start, end, meant.kind, meant.name, start, meant, form, None, has_words, surface)


def _agreeing(names: list[FoundName]) -> list[FoundName]:
    """Unknown names that are the scene once ("in Anser Bay") are places everywhere, unless a title says otherwise."""
    unknown = [n for n in names if n.candidate is None]
    titled = {n.name for n in unknown if n.title}
    scenes = {n.name for n in unknown if n.kind == ActorKind.PLACE} - titled
    return [
        replace(n, kind=ActorKind.PLACE) if n.candidate is None and n.name in scenes else n for n in names
    ]


def _at_home(names: list[FoundName]) -> list[FoundName]:
    """Parties by a short form ("Conservatives") only on pages that name their state or themselves in full."""
    states = {n.candidate.state for n in names if n.candidate and not _is_short_party(n)}
    in_full = {n.candidate.actor for n in names if n.candidate and n.has_words and n.kind == ActorKind.PARTY}
    kept = []
    for name in names:
        party = name.candidate if _is_short_party(name) else None
        if party is None or party.state in states or party.actor in in_full:
            kept.append(name)
    return kept


def _is_short_party(name: FoundName) -> bool:
    return name.kind == ActorKind.PARTY and name.form == NameForm.SHORT and not name.has_words


def _without_overlaps(names: list[FoundName]) -> list[FoundName]:
    if len(names) < 2:
        return names
    kept: list[FoundName] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def _is_title_case(line: str) -> bool:
    """A headline With Most Words Capitalised tells nothing by its capitals."""
    is_sentence = line.rstrip().endswith((".", "”", '"'))
    if is_sentence and _LOWER_CASE.search(line) and not _has_capital_small_word(line):
        return False
    words = _LETTERS.findall(line)
    small_words = [word for word in words[1:] if word.lower() in _SMALL_WORDS]
    if small_words and not any(word[0].islower() for word in words) and not line.isupper():
        return len(words) > 3
    long_words = [word for word in words if len(word) > 3]
    capitalised = sum(word[0].isupper() for word in long_words)
    if is_sentence:
        has_capitals = any(word[0].isupper() for word in small_words)
        return has_capitals and len(long_words) > 5 and capitalised >= 0.9 * len(long_words)
    return len(long_words) > 3 and capitalised >= 0.7 * len(long_words)


def _has_capital_small_word(line: str) -> bool:
    """Whether a word like "The" may stand behind the first word: a quick look, before the words are counted."""
    first = _LETTERS.search(line)
    return first is not None and _CAPITAL_SMALL_WORD.search(line, first.end()) is not None
