"""One utterance in several reports (codebook section 10)."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import combinations

from dateline.model import (
    ClosestWording,
    Quotation,
    Reading,
    Segment,
    SegmentSide,
    Statement,
    StatementRef,
    StatementType,
    Wording,
)
from dateline.stories.alignment import phrase_pairs, word_pairs
from dateline.stories.phrases import SaidWord, said_words
from dateline.stories.speakers import same_party

_CONTAINED = 0.5
_FEWEST_CONTENT_WORDS = 4
_SHORT_RUN = 3
_SAME = 0.9
_LITERAL = 0.8
_LITERAL_RUN = 3
_PHRASES = 2
_QUOTED_TYPES = (StatementType.DIRECT, StatementType.MIXED)
_RANK = {kind: rank for rank, kind in enumerate(StatementType)}


@dataclass(frozen=True)
class Utterance:
    """A statement with its page and its words."""

    reading: Reading
    statement: Statement

    @cached_property
    def words(self) -> list[SaidWord]:
        return said_words(self.reading.article.text, self.statement)

    @cached_property
    def content(self) -> frozenset[str]:
        return frozenset(word.stem for word in self.words if word.is_content)

    @property
    def ref(self) -> StatementRef:
        return StatementRef(self.reading.article.id, self.statement.id)

    @property
    def is_quoted(self) -> bool:
        return self.statement.type in _QUOTED_TYPES


def align_quotations(readings: Sequence[Reading]) -> tuple[Quotation, ...]:
    """Statements of different pages that render one utterance, in the order of the pages."""
    utterances = [
        Utterance(reading, statement)
        for reading in readings
        for statement in reading.statements
        if statement.speaker
    ]
    order = {utterance.ref: i for i, utterance in enumerate(utterances)}
    groups = [
        sorted(_without_glosses(group), key=lambda member: order[member.ref])
        for group in _same_utterances(_equal_wordings(utterances))
    ]
    groups.sort(key=lambda group: order[group[0].ref])
    return tuple(_quotation(f"q{n}", group) for n, group in enumerate(groups, 1))


def _equal_wordings(utterances: Sequence[Utterance]) -> list[list[Utterance]]:
    """Statements with equal speaker, type and words together, so that copies are compared once."""
    equal: dict[tuple[object, ...], list[Utterance]] = {}
    for utterance in utterances:
        words = tuple(word.stem for word in utterance.words)
        statement = utterance.statement
        parties = [
            (party.actor, party.name) if party else None for party in (statement.speaker, statement.addressee)
        ]
        equal.setdefault((statement.type, *parties, words), []).append(utterance)
    return list(equal.values())


def _same_utterances(wordings: Sequence[Sequence[Utterance]]) -> list[list[Utterance]]:
    """Wordings that render one utterance, joined; only those that stand on more than one page."""
    home = list(range(len(wordings)))
    linked = {i for i, wording in enumerate(wordings) if _are_one(wording, wording)}
    for i, j in combinations(range(len(wordings)), 2):
        if _are_one(wordings[i], wordings[j]):
            linked |= {i, j}
            old, new = max(home[i], home[j]), min(home[i], home[j])
            home = [new if at == old else at for at in home]
    groups: dict[int, list[Utterance]] = {}
    for i in sorted(linked):
        groups.setdefault(home[i], []).extend(wordings[i])
    return list(groups.values())


def _are_one(a: Sequence[Utterance], b: Sequence[Utterance]) -> bool:
    """Compares two wordings by members that stand on different pages."""
    first = a[0]
    second = next((member for member in b if member.reading is not first.reading), None)
    if second is None:
        first = next((member for member in a if member.reading is not b[0].reading), first)
        second = b[0]
    return first.reading is not second.reading and same_utterance(first, second)


def _without_glosses(group: Sequence[Utterance]) -> list[Utterance]:
    """Leaves out a page's own rendering of words that it also quotes: that is a supplement, and may be stronger."""
    quoting = {member.ref.article for member in group if member.is_quoted}
    return [member for member in group if member.is_quoted or member.ref.article not in quoting]


def same_utterance(a: Utterance, b: Utterance) -> bool:
    """Same speaker, at least one side quoted, and the shorter's words mostly in the longer.

    Short wordings need more: a run of equal words on both sides, both quoted.
    """
    speaker, other = a.statement.speaker, b.statement.speaker
    if speaker is None or other is None or not same_party(speaker, other):
        return False
    if not (a.is_quoted or b.is_quoted) or _turned_around(a.statement, b.statement):
        return False
    shared = len(a.content & b.content)
    shortest = min(len(a.content), len(b.content))
    if shortest >= _FEWEST_CONTENT_WORDS:
        return shared >= _FEWEST_CONTENT_WORDS - 1 and shared >= _CONTAINED * shortest
    return a.is_quoted and b.is_quoted and shared == shortest >= 2 and _longest_run(a, b) >= _SHORT_RUN


def _turned_around(a: Statement, b: Statement) -> bool:
    """True when one is said to the speaker of the other."""
    pairs = ((a.speaker, b.addressee), (b.speaker, a.addressee))
    return any(x is not None and y is not None and same_party(x, y) for x, y in pairs)


def _longest_run(a: Utterance, b: Utterance) -> int:
    pairs = word_pairs(a.words, b.words)
    longest = current = 0
    for i, j in pairs.items():
        current = current + 1 if pairs.get(i - 1) == j - 1 else 1
        longest = max(longest, current)
    return longest


def _quotation(name: str, group: Sequence[Utterance]) -> Quotation:
    closest = min(group, key=_closeness)
    others = [member for member in group if member.reading is not closest.reading]
    segments = []
    for other in others:
        for pair in phrase_pairs(closest.words, other.words):
            left = SegmentSide(closest.ref.article, pair.a)
            segments.append(Segment(left, SegmentSide(other.ref.article, pair.b)))
    speaker = next((m.statement.speaker for m in group if m.statement.speaker is not None), None)
    relations = [_relation(closest, other) for other in others]
    relation = max(relations, key=_CAUTION.index)
    return Quotation(
        name,
        (speaker.actor or speaker.name) if speaker else None,
        tuple(member.ref for member in group),
        ClosestWording(closest.ref.article, closest.ref.statement, _why(closest.statement)),
        tuple(segments),
        relation,
    )


_CAUTION = (Wording.SAME_WORDING, Wording.REWORDED, Wording.OTHER_TRANSLATION)


def _closeness(utterance: Utterance) -> tuple[int, bool, bool, int, str, str]:
    """Direct before mixed before indirect, original language and named channel before neither, then the longer."""
    statement = utterance.statement
    channel = statement.channel
    return (
        _RANK[statement.type],
        channel is None or channel.language is None,
        channel is None,
        -len(utterance.words),
        *(utterance.ref.article, utterance.ref.statement),
    )


def _why(statement: Statement) -> str:
    parts = {
        StatementType.DIRECT: ["quoted in full"],
        StatementType.MIXED: ["quoted in part"],
    }.get(statement.type, ["reported without quotation marks"])
    if statement.channel is not None:
        channel = statement.channel
        words = channel.kind.replace("_", " ") + (f" of {channel.name}" if channel.name else "")
        parts.append(f"from a {words}" + (f" in the language {channel.language}" if channel.language else ""))
    return ", ".join(parts)


def _relation(a: Utterance, b: Utterance) -> Wording:
    if _is_same_wording(a, b):
        return Wording.SAME_WORDING
    differs = a.is_quoted and b.is_quoted and _literal_share(a, b) < _LITERAL
    if differs and _is_translated(a, b) and len(phrase_pairs(a.words, b.words)) >= _PHRASES:
        return Wording.OTHER_TRANSLATION
    return Wording.REWORDED


def _is_same_wording(a: Utterance, b: Utterance) -> bool:
    """Equal stems in equal order but for a few words, and the same words in quotation marks."""
    if not (a.is_quoted and b.is_quoted):
        return False
    paired = len(word_pairs(a.words, b.words))
    return paired >= _SAME * max(len(a.words), len(b.words))


def _literal_share(a: Utterance, b: Utterance) -> float:
    """How much of the shorter side's quoted words stands word for word in the other."""
    short, long = sorted((a, b), key=lambda side: (sum(w.is_quoted for w in side.words), side.ref.article))
    pairs = word_pairs(short.words, long.words)
    runs = [i for i in pairs if _run_at(i, pairs) >= _LITERAL_RUN and short.words[i].is_quoted]
    return len(runs) / max(1, sum(word.is_quoted for word in short.words))


def _run_at(i: int, pairs: dict[int, int]) -> int:
    """The length of the run of neighbouring pairs that word `i` belongs to."""
    length = 1
    for step in (-1, 1):
        at = i
        while pairs.get(at + step) == pairs[at] + step:
            at, length = at + step, length + 1
    return length


def _is_translated(a: Utterance, b: Utterance) -> bool:
    """True when the words were spoken in a language that is not the page's: a channel says so, or the speaker's state
    has no use of English.
    """
    for side in (a, b):
        channel = side.statement.channel
        if channel is not None and channel.language and channel.language != side.reading.article.language:
            return True
    if {a.reading.article.language, b.reading.article.language} != {"en"}:
        return a.reading.article.language != b.reading.article.language
    states = {side.statement.speaker.state for side in (a, b) if side.statement.speaker is not None} - {None}
    return bool(states) and not states & english_states()


@cache
def english_states() -> frozenset[str]:
    """States whose leaders may be taken to speak English on the record."""
    table = files("dateline.stories").joinpath("english_states.csv").read_text(encoding="utf-8")
    return frozenset(row["state"] for row in csv.DictReader(table.splitlines()))
