"""Counts in a report: an amount, what is counted, and the state it is counted in."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dateline.model import Article, BlockKind, Span
from dateline.stories.facts.amounts import Amount, can_both_hold, find_amounts
from dateline.stories.facts.ideas import base_stem, ideas_of
from dateline.stories.facts.measures import find_measures
from dateline.stories.facts.tellings import Clause
from dateline.stories.stems import stem
from dateline.stories.terms import WORD, usual_frequencies
from dateline.stories.wordlists import word_list

_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’]?\s+(?=[“\"A-Z])|\n+")
_CONTENT_KINDS = (BlockKind.HEADLINE, BlockKind.DEK, BlockKind.BODY)
_COMMON = 0.2
_UNIT_WORDS = 3
_STATE_WORDS = 5
_FAR_STATE_WORDS = 12
_STATE_CHARACTERS = 90
_STOPS = word_list("ends a counted noun")
_TIME_UNITS = frozenset(stem(word) for word in word_list("unit of time"))
_PEOPLE = frozenset(stem(word) for word in word_list("person"))
_IRREGULAR = word_list("irregular plural")
_PART = re.compile(r"\s*of\s+(?:the|them|those|these|his|her|its|their)\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"\b(?:no one|nobody|none)\b(?! else)|\b(?:no|without)(?= (?:further )?(?:injur|casualt|arrest|death|fatalit|loss of li))",
    re.IGNORECASE,
)
_OF_NAMED = re.compile(r"\s*of\s+the\s+[a-z]+(?:s|en|ople)\b", re.IGNORECASE)
_ASIDE = re.compile(r"^([^,;:()]{3,40}),[^,;:()]{3,70},(?=\s+(?:were|was|had|have|are|died|got|lost|remain))")
_TOLL = re.compile(r"\btoll\b[^.;:]*\b(?:to|at|of|is|was|reached)\s+$", re.IGNORECASE)
_LASTING = re.compile(r"\bfor\s+$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:()]|\band\b|\bwhen\b|\bafter\b|\bwho\b", re.IGNORECASE)
_STATES_OF_PEOPLE = frozenset(
    (
        *"killed injured missing arrested displaced evacuated rescued ill hospitalised aboard trapped stranded".split(),
        *"convicted charged kidnapped released expelled present invited".split(),
        *("at the protest", "on strike", "laid off", "at large"),
    )
)
_ANIMALS = frozenset(base_stem(word) for word in word_list("animal"))
_NO_STATES = ("hospitals", "hospital's", "hospital’s")
_WHOLE = re.compile(r"\bthere (?:were|are) $", re.IGNORECASE)
_RELATIVE = re.compile(r"^\s+[\w-]+ (?:of|from|at|in) [\w\s-]{1,40} that\b")
_HOUR = re.compile(r"\b(?:at|by|until|around) $", re.IGNORECASE)
_OUT_OF = re.compile(r"\s+(?:out )?of (?:the |its |their |his |her )?", re.IGNORECASE)
_STANDS = re.compile(r"\b(?:stands?|stood|put|puts|estimated|given|now) at $", re.IGNORECASE)
_SINCE_A_YEAR = re.compile(r"\bsince (?:\w+ )?(?:19|20)\d\d\b", re.IGNORECASE)
_FURTHER = frozenset(stem(word) for word in word_list("of further ones"))
_ROW = re.compile(r"\s+(?:[\w-]+\s+){1,3}and\s+")
_UPON = re.compile(r"\b(?:on|of|for|against|among|to)\s+$", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?:numbered|numbering|number|drew|totalled|totaled|at)\s+$", re.IGNORECASE)
PEOPLE = "people"


class State(NamedTuple):
    """What became of those who are counted, and whether their number may grow."""

    name: str
    is_running: bool


@dataclass(frozen=True)
class Count:
    """An amount of something on one page, with all the places where the page gives it.

    `unit` is the stem of what is counted, `noun` the page's word for it, `words` the stems up to it; `state` is what became
    of them ("killed"), `is_running` whether such a number may grow, `is_part` whether it counts some of a larger number
    ("three of them"), `is_early` whether it stands in headline or opening, `is_elsewhen` whether it belongs to
    another occasion ("last year's flood"), `contexts` the telling stems around each place, `clauses` the clauses there, `is_only` whether the page
    counts nothing else of the kind: things of this unit, or people of this state, `is_part_of_named` that it counts
    some of people who are named by a noun ("of the strikers") and has a state.
    """

    article: Article
    amount: Amount
    unit: str
    noun: str
    words: frozenset[str]
    state: str | None
    is_running: bool
    is_part: bool
    is_early: bool
    is_elsewhen: bool
    spans: tuple[Span, ...]
    contexts: tuple[frozenset[str], ...]
    clauses: tuple[Clause, ...]
    is_only: bool = False
    is_part_of_named: bool = False

    @property
    def is_time(self) -> bool:
        """True when it says how long something lasted."""
        return self.unit in _TIME_UNITS

    @property
    def is_of_people(self) -> bool:
        """True for people in general and for what only people can be: "workers killed", not "cattle killed"."""
        return self.unit == PEOPLE or (
            self.state in _STATES_OF_PEOPLE and base_stem(self.noun) not in _ANIMALS
        )

    @property
    def key(self) -> tuple[str, str | None]:
        return self.unit, self.state


@cache
def _states() -> dict[str, list[tuple[tuple[str, ...], State]]]:
    """States by the stem of the first word for them, with the stems of the further words."""
    table = files("dateline.stories").joinpath("data", "counted.csv").read_text(encoding="utf-8")
    phrases: dict[tuple[str, ...], State] = {}
    for row in csv.DictReader(table.splitlines()):
        stems = tuple(base_stem(word) for word in row["word"].split())
        phrases[stems] = State(row["state"], row["running"] == "yes")
    found: dict[str, list[tuple[tuple[str, ...], State]]] = {}
    for stems, state in phrases.items():
        found.setdefault(stems[0], []).append((stems[1:], state))
    return found


def _states_in(words: Sequence[str]) -> list[State]:
    """The states that words in a row name, in order. A star in the table is any word; "hospitals" are no state of people."""
    stems = [base_stem(word) for word in words]
    found = []
    for i, word in enumerate(words):
        if stems[i] not in _states() or word.lower().startswith(_NO_STATES):
            continue
        for phrase, state in _states()[stems[i]]:
            there = stems[i + 1 : i + len(phrase) + 1]
            if len(there) == len(phrase) and all(p in ("*", t) for p, t in zip(phrase, there, strict=True)):
                found.append(state)
                break
    return found


def find_counts(article: Article, clauses: Sequence[Clause]) -> list[Count]:
    """The counts in headline and body, in order; what a page gives several times for one occasion is one count."""
    found: dict[tuple[str, str | None, str, bool, bool], Count] = {}
    for count in _mentioned(article, clauses):
        key = (*count.key, count.amount.normal, count.is_part, count.is_elsewhen)
        known = found.get(key)
        found[key] = count if known is None else _joined(known, count)
    return _without_repeated(list(found.values()))


def _without_repeated(counts: Sequence[Count]) -> list[Count]:
    """ "Seven dead" and "seven workers were killed" on one page are one count; "thousands" is said again by "9,000"."""
    found: list[Count] = []
    for count in counts:
        if count.amount.value is None and any(_says_exactly(other, count) for other in counts):
            continue
        same = [
            n
            for n, other in enumerate(found)
            if PEOPLE in (count.unit, other.unit)
            and count.is_of_people
            and other.is_of_people
            and (count.state, count.amount.normal, count.is_part, count.is_elsewhen)
            == (other.state, other.amount.normal, other.is_part, other.is_elsewhen)
        ]
        if same and count.state is not None:
            found[same[0]] = _joined(found[same[0]], count)
        else:
            found.append(count)
    return found


def _says_exactly(a: Count, b: Count) -> bool:
    occasion = (a.key, a.is_part, a.is_elsewhen) == (b.key, b.is_part, b.is_elsewhen)
    return (
        occasion and a.state is not None and a.amount.value is not None and can_both_hold(a.amount, b.amount)
    )


def _joined(a: Count, b: Count) -> Count:
    return replace(
        a,
        amount=max((a.amount, b.amount), key=lambda amount: amount.high - amount.low),
        words=a.words | b.words,
        is_early=a.is_early or b.is_early,
        spans=(*a.spans, *b.spans),
        contexts=(*a.contexts, *b.contexts),
        clauses=(*a.clauses, *b.clauses),
    )


def _mentioned(article: Article, clauses: Sequence[Clause]) -> Iterator[Count]:
    spans = article.spans_of(*_CONTENT_KINDS) or [Span(0, len(article.text))]
    early = _opening(article)
    before: Span | None = None
    for span in spans:
        for sentence in _sentences(article.text, span):
            yield from _in(article, sentence, clauses, before, sentence.start < early)
            before = sentence


def _opening(article: Article) -> int:
    """Where the first sentence of the body ends: what stands before is headline and opening."""
    body = article.spans_of(BlockKind.BODY)
    return next(_sentences(article.text, body[0])).end if body else 0


def _sentences(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for match in _SENTENCE_END.finditer(text, span.start, span.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.end)


def _in(
    article: Article, sentence: Span, clauses: Sequence[Clause], before: Span | None, is_early: bool
) -> Iterator[Count]:
    text = article.text
    written = sorted(
        (*find_amounts(text, *sentence), *_noughts(text, sentence)), key=lambda amount: amount.span.start
    )
    measured = [m.span for m in find_measures(text, *sentence) if m.unit != "day"] if written else []
    amounts = [n for n in written if not any(n.span.touches(span) for span in measured)]
    for i, amount in enumerate(amounts):
        limit = amounts[i + 1].span.start if i + 1 < len(amounts) else sentence.end
        after = text[amount.span.end : limit]
        is_out_of = _OUT_OF.fullmatch(after) is not None
        if is_out_of:
            limit = amounts[i + 2].span.start if i + 2 < len(amounts) else sentence.end
            after = text[amounts[i + 1].span.end : limit]
        elif i and _OUT_OF.fullmatch(text[amounts[i - 1].span.end : amount.span.start]):
            continue
        lasting = _LASTING.search(text, sentence.start, amount.span.start) is not None
        noun, words = _counted(after, lasting)
        state = _state(text, amount, sentence, limit)
        if state is None and noun and i + 1 < len(amounts) and _ROW.fullmatch(after):
            state = _state(text, amounts[i + 1], sentence, sentence.end)
        whole = _WHOLE.search(text, sentence.start, amount.span.start)
        if state is None and before is not None and whole and whole.end() == amount.span.start:
            state = next(iter(_states_in(WORD.findall(before.of(text)))), None)
        if not noun and (state is None or _is_hour(text, sentence.start, amount.span.start)):
            continue
        here = tuple(clause for clause in clauses if clause.span.touches(amount.span))
        yield Count(
            article,
            amount,
            _unit(noun),
            noun or PEOPLE,
            words,
            state.name if state else None,
            is_running=state is not None and state.is_running,
            is_part=(_PART.match(after) is not None and whole is None) or bool(words & _FURTHER) or is_out_of,
            is_early=is_early,
            is_elsewhen=any(c.is_elsewhen or _SINCE_A_YEAR.search(text, *c.sentence) for c in here),
            spans=(Span(*amount.span),),
            contexts=(frozenset(_content(sentence.of(text))) - {_unit(noun)},),
            clauses=here,
            is_part_of_named=state is not None and _OF_NAMED.match(after) is not None,
        )


def _noughts(text: str, sentence: Span) -> Iterator[Amount]:
    """Nought, where nobody is said to have suffered something: "no one was hurt", "without casualties"."""
    for match in _NOBODY.finditer(text, *sentence):
        if _states_in(WORD.findall(text[match.end() : match.end() + _STATE_CHARACTERS])[:_STATE_WORDS]):
            yield Amount(0.0, 0.0, 0.0, Span(*match.span()))


def _is_hour(text: str, start: int, end: int) -> bool:
    """True before "9 p.m.", but not where a number "stands at 9"."""
    return bool(_HOUR.search(text, start, end)) and not _STANDS.search(text, start, end)


def _counted(after: str, lasting: bool) -> tuple[str, frozenset[str]]:
    """The word for what is counted, with the stems up to it: of the few words that follow without a break the first in
    the plural. Units of time count only where something lasts ("for three hours").
    """
    gap = re.match(r"\s*(?:of (?:the |them |those |these )?(?:were |are )?)?", after)
    tail = after[gap.end() :] if gap else after
    words: list[str] = []
    last = 0
    for match in WORD.finditer(tail):
        word = match[0].lower()
        is_end = word in _STOPS and not (lasting and stem(word) in _TIME_UNITS)
        if tail[last : match.start()].strip() or is_end or len(words) == _UNIT_WORDS:
            break
        words.append(word)
        last = match.end()
        if _is_counted(word) or (lasting and stem(word) in _TIME_UNITS):
            is_time = stem(word) in _TIME_UNITS and not lasting
            return ("", frozenset()) if is_time else (word, frozenset(stem(w) for w in words))
    return "", frozenset()


def _is_counted(word: str) -> bool:
    if stem(word) in _PEOPLE or word in _IRREGULAR:
        return True
    return word.endswith("s") and not word.endswith("ss") and len(word) > 3 and not _states_in([word])


def _unit(noun: str) -> str:
    """The group that the noun belongs to, or its stem; one for all words for people."""
    if not noun or stem(noun) in _PEOPLE:
        return PEOPLE
    return min(ideas_of(noun), default=stem(noun))


def _state(text: str, amount: Amount, sentence: Span, limit: int) -> State | None:
    """The state that the word just before the number names ("killing 12", "sanctions on 12"), or a toll, else the nearest after the
    number in its clause ("12 people were killed"), else one before "numbered". Of "two of the wounded died" it is what became of the two.
    """
    start = amount.span.start
    before = text[sentence.start : start]
    if _TOLL.search(before):
        return _states_in(["dead"])[0]
    words = WORD.findall(before)
    near = _states_in(words[-1:]) if before[-1:].isspace() else []
    tail = text[amount.span.end : min(limit, amount.span.end + _STATE_CHARACTERS)]
    tail = _ASIDE.sub(r"\1", text[amount.span.end : limit]) if _ASIDE.match(text[amount.span.end :]) else tail
    part = _PART.match(tail)
    end = _CLAUSE_END.search(tail)
    after = WORD.findall(tail[: end.start()] if end else tail)
    reach = _FAR_STATE_WORDS if _RELATIVE.search(tail) else _STATE_WORDS + bool(part)
    known = [*near, *_states_in(after[:reach])]
    if known:
        return known[1 if part and len(known) > 1 else 0]
    if _UPON.search(before):
        return next(iter(reversed(_states_in(words[-_STATE_WORDS:]))), None)
    return next(iter(_states_in(words)), None) if _NUMBERED.search(before) else None


def _content(sentence: str) -> set[str]:
    stems = {stem(word.lower().replace("’", "'")) for word in WORD.findall(sentence)}
    return {s for s in stems if usual_frequencies().get(s, 0.0) < _COMMON and not s.isdigit()}
