"""Which act a sentence reports between two of its actors, and whether it happened, as a small model reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
class Hidden:
    """A clause with "source" and "target" for its actors, and what stands between the two; None unless both are there, one apart from the other."""

    text: str
    between: Span | None


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

    def __iter__(self) -> Iterator[tuple[int, ClauseReading]]:
        """Each piece of a word: where it begins and what it reports."""
        return ((at, _reading(self._roots[i], self._statuses[i])) for at, i in self._places.items())

    def at(self, offset: int) -> ClauseReading | None:
        """What the word that begins at an offset reports; None where the sentence was too long to be read so far."""
        piece = self._places.get(offset)
        return None if piece is None else _reading(self._roots[piece], self._statuses[piece])


class EventReader:
    """Reads sentences: what they report between two actors, or what each of their words reports."""

    def __init__(self) -> None:
        self._model = PieceModel("events", _LONGEST)

    def read(self, clause: Clause) -> tuple[ClauseReading, SentenceReading]:
        """What a clause reports as a whole and what its words do, by their places in `hidden(clause)`: it does not matter who the actors are."""
        row = self._model.pieces(hidden(clause).text)
        (whole,), (status,), (roots,), (statuses,) = self._model.scores([row])
        places = {a: i for i, (a, b) in enumerate(row.places) if b}
        return _reading(whole, status), SentenceReading(places, roots, statuses)

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


def hidden(clause: Clause) -> Hidden:
    """The clause as the model was taught to read what is done between two."""
    named = [(span, word) for span, word in ((clause.source, "source"), (clause.target, "target")) if span]
    made, at, edges = "", 0, list[int]()
    for span, word in sorted(named):
        if span.start >= at:
            made += clause.text[at : span.start]
            edges += [len(made), len(made) + len(word)]
            made += word
            at = span.end
    between = Span(edges[1], edges[2]) if len(edges) == 4 else None
    return Hidden(made + clause.text[at:], between)
