"""Which act a sentence reports between two of its actors, and whether it happened, as a small model reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Span
from dateline.readers.pieces import PieceModel, shares

_LONGEST = 128
NO_ACT = "NONE"
_ROOTS = (
    "NONE AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
_STATUSES = ("happened", "planned", "denied", "hypothetical")


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence and the places in it of source and target, and of the trigger; each may be missing."""

    text: str
    source: Span | None
    target: Span | None
    trigger: Span | None


@dataclass(frozen=True, slots=True)
class ClauseReading:
    """Shares of the roots (PLOVER, and `NONE`) and of the statuses; each sums to one."""

    roots: dict[str, float]
    statuses: dict[str, float]


class EventReader:
    """Reads clauses."""

    def __init__(self) -> None:
        self._model = PieceModel("events", _LONGEST)

    def read(self, clauses: Sequence[Clause]) -> list[ClauseReading]:
        """One reading a clause, in their order."""
        rows = [self._model.pieces(_masked(clause)) for clause in clauses]
        if not rows:
            return []
        roots, statuses = self._model.scores(rows)
        return [
            ClauseReading(
                dict(zip(_ROOTS, map(float, shares(root)), strict=True)),
                dict(zip(_STATUSES, map(float, shares(status)), strict=True)),
            )
            for root, status in zip(roots, statuses, strict=True)
        ]


def _masked(clause: Clause) -> str:
    """The sentence as the model was taught: "source" and "target" for the actors, "*" around the trigger."""
    text = clause.text
    named = [
        (span, words)
        for span, words in ((clause.source, "source"), (clause.target, "target"))
        if span is not None
    ]
    if clause.trigger is not None:
        named.append((clause.trigger, f"* {clause.trigger.of(text)} *"))
    made, at = "", 0
    for span, words in sorted(named):
        if span.start >= at:
            made += text[at : span.start] + words
            at = span.end
    return made + text[at:]
