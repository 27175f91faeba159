"""Which act a sentence reports between two of its actors, and whether it happened, as a small model reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model import Span
from dateline.readers.pieces import PieceModel, shares

if TYPE_CHECKING:
    from dateline.readers.pieces import Scores

_LONGEST = 128
NO_ACT = "NONE"
_ROOTS = (
    "NONE AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
_STATUSES = ("happened", "planned", "denied", "hypothetical")


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence and the places in it of source and target; each may be missing."""

    text: str
    source: Span | None
    target: Span | None


@dataclass(frozen=True, slots=True)
class ClauseReading:
    """Shares of the roots (PLOVER, and `NONE`) and of the statuses; each sums to one."""

    roots: dict[str, float]
    statuses: dict[str, float]


class SentenceReading:
    """A sentence as it stands, read word by word."""

    def __init__(self, places: Mapping[int, int], roots: Scores, statuses: Scores) -> None:
        """`places` are the numbers of the pieces by the offsets of the page at which they begin; scores are by piece."""
        self._places, self._roots, self._statuses = places, roots, statuses

    def at(self, offset: int) -> ClauseReading | None:
        """What the word that begins at an offset reports; None where the sentence was too long to be read so far."""
        piece = self._places.get(offset)
        return None if piece is None else _reading(self._roots[piece], self._statuses[piece])


class EventReader:
    """Reads sentences: what they report between two actors, or what each of their words reports."""

    def __init__(self) -> None:
        self._model = PieceModel("events", _LONGEST)

    def read(self, clauses: Sequence[Clause]) -> list[ClauseReading]:
        """One reading a clause, in their order; the actors are hidden, so that it does not matter who they are."""
        rows = [self._model.pieces(_masked(clause)) for clause in clauses]
        if not rows:
            return []
        roots, statuses, _, _ = self._model.scores(rows)
        return [_reading(root, status) for root, status in zip(roots, statuses, strict=True)]

    def words(self, text: str, sentences: Sequence[Span]) -> list[SentenceReading]:
        """One reading a sentence of a text, in their order."""
        rows = [self._model.pieces(text[s.start : s.end]) for s in sentences]
        if not rows:
            return []
        _, _, roots, statuses = self._model.scores(rows)
        return [
            SentenceReading({s.start + a: i for i, (a, b) in enumerate(row.places) if b}, root, status)
            for s, row, root, status in zip(sentences, rows, roots, statuses, strict=True)
        ]


def _reading(root: Scores, status: Scores) -> ClauseReading:
    return ClauseReading(
        dict(zip(_ROOTS, map(float, shares(root)), strict=True)),
        dict(zip(_STATUSES, map(float, shares(status)), strict=True)),
    )


def _masked(clause: Clause) -> str:
    """The sentence as the model was taught: "source" and "target" for the actors."""
    text = clause.text
    named = [
        (span, words)
        for span, words in ((clause.source, "source"), (clause.target, "target"))
        if span is not None
    ]
    made, at = "", 0
    for span, words in sorted(named):
        if span.start >= at:
            made += text[at : span.start] + words
            at = span.end
    return made + text[at:]
