"""Which words of a paragraph are said, who says them, and by which cue, as a tagger sees it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.model import Span
from dateline.readers.pieces import PieceModel, Pieces, shares
from dateline.readers.statement_scout import StatementScout

if TYPE_CHECKING:
    from dateline.readers.pieces import Scores

_LONGEST = 256
_KINDS = ("content", "source", "cue")
_SURE = 0.5


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags of a paragraph, by offsets of the page: stretches, each with the mean share that the tagger gives it."""

    content: tuple[tuple[Span, float], ...]
    sources: tuple[tuple[Span, float], ...]
    cues: tuple[tuple[Span, float], ...]


class StatementTagger:
    """Tags sentences or paragraphs, long ones up to `_LONGEST` pieces; a scout looks first which are worth it."""

    def __init__(self) -> None:
        self._model = PieceModel("statements", _LONGEST)
        self._scout = StatementScout()

    def likely_cues(
        self, text: str, sentences: Sequence[Span], taken: Sequence[Span]
    ) -> list[dict[int, float]]:
        """For each sentence how likely the words that begin at these offsets are cues of something said beside them that is not `taken`."""
        return self._scout.likely_cues(text, sentences, taken)

    def tag(self, text: str, paragraphs: Sequence[Span]) -> list[Tags]:
        """One result a paragraph, in their order."""
        rows = [self._model.pieces(text[p.start : p.end]) for p in paragraphs]
        found = self._model.scores(rows)[0] if rows else []
        return [
            _tags(text, p.start, row, scores) for p, row, scores in zip(paragraphs, rows, found, strict=True)
        ]


def _tags(text: str, start: int, row: Pieces, scores: Scores) -> Tags:
    """Scores (pieces, 9) as stretches."""
    by_kind = shares(scores.reshape(len(row.ids), len(_KINDS), 3))
    places = [(i, start + a, start + b) for i, (a, b) in enumerate(row.places) if b]
    for (i, _, end), (k, begin, _) in pairwise(places):
        if end == begin and text[begin - 1 : begin + 1].isalnum():
            by_kind[k] = by_kind[i]
    content, sources, cues = (tuple(_stretches(places, by_kind[:, k])) for k in range(len(_KINDS)))
    return Tags(content, sources, cues)


def _stretches(places: Sequence[tuple[int, int, int]], tags: Scores) -> Iterator[tuple[Span, float]]:
    """Runs of pieces that are more likely inside than outside; a likely beginning begins another one."""
    run: list[tuple[int, int, float]] = []
    for i, start, end in places:
        inside = float(1 - tags[i, 0])
        if run and (inside < _SURE or (tags[i, 1] > _SURE and start > run[-1][1])):
            yield _stretch(run)
            run = []
        if inside >= _SURE:
            run.append((start, end, inside))
    if run:
        yield _stretch(run)


def _stretch(run: Sequence[tuple[int, int, float]]) -> tuple[Span, float]:
    return Span(run[0][0], run[-1][1]), sum(share for _, _, share in run) / len(run)
