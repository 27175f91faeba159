"""Which sentences of two pages tell the same: each the other's closest, by words that are alike, ideas and names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import log10
from typing import TYPE_CHECKING

from dateline.readers import likeness
from dateline.stories.facts.ideas import Ideas
from dateline.stories.facts.tellings import Clause
from dateline.stories.facts.told_sentences import ToldSentence
from dateline.stories.stems import stem
from dateline.stories.terms import usual_frequencies

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

_TELLING = 0.3
"""Share of pages from which a stem tells nothing of what a sentence is about."""
_UNLIKE, _ALIKE = 0.3, 0.8
"""Where likeness of words begins to count, and from where it counts in full."""
_IDEAS = 6
_COMMONEST = 0.1
_DIGITS = 3


@dataclass(frozen=True, eq=False)
class _Table:
    """Sentences of two pages, and how close each of the first is to each of the second."""

    first: Sequence[ToldSentence]
    second: Sequence[ToldSentence]
    close: Numbers

    def of(self, a: ToldSentence, b: ToldSentence) -> float:
        """How close one of the first is to one of the second."""
        return float(self.close[self._rows[a], self._columns[b]])

    @cached_property
    def _rows(self) -> dict[ToldSentence, int]:
        return {sentence: n for n, sentence in enumerate(self.first)}

    @cached_property
    def _columns(self) -> dict[ToldSentence, int]:
        return {sentence: n for n, sentence in enumerate(self.second)}


class Counterparts:
    """How close each sentence of one page is to the one of another page that is closest to it, where both choose each other."""

    def __init__(self, pages: Sequence[Sequence[Clause]], weight: Callable[[Ideas], float]) -> None:
        """`weight` is that of shared ideas."""
        self._pages, self._weight = pages, weight

    def closeness(self, a: Clause, b: Clause) -> float:
        """0 where the sentences of two clauses are not each other's closest; 1 for something in common, 2 and more for much."""
        return self._pairs.get((a.told, b.told), 0.0)

    def likeness(self, a: ToldSentence, b: ToldSentence) -> float:
        """How close two sentences of different pages are, whether or not others are closer."""
        found = self._tables.get((a.reading.article.id, b.reading.article.id))
        return found.of(a, b) if found else self._tables[b.reading.article.id, a.reading.article.id].of(b, a)

    @cached_property
    def _pairs(self) -> dict[tuple[ToldSentence, ToldSentence], float]:
        found: dict[tuple[ToldSentence, ToldSentence], float] = {}
        for table in self._tables.values():
            for i, row in enumerate(table.close):
                j = int(row.argmax())
                if row[j] > 0 and int(table.close[:, j].argmax()) == i:
                    both = table.first[i], table.second[j]
                    found[both] = found[both[1], both[0]] = float(row[j])
        return found

    @cached_property
    def _tables(self) -> dict[tuple[str, str], _Table]:
        """For two pages at a time how close each sentence of one is to each of the other."""
        pages = [list({clause.told: None for clause in page}) for page in self._pages]
        return {
            (first[0].reading.article.id, second[0].reading.article.id): _Table(
                first, second, self._close(first, second)
            )
            for first, second in combinations([page for page in pages if page], 2)
        }

    def _close(self, first: Sequence[ToldSentence], second: Sequence[ToldSentence]) -> Numbers:
        """How close each sentence of one page is to each of another: what of either is found in the other, how like they are as a whole, and shared ideas."""
        import numpy as np

        a, b = [_stems(sentence) for sentence in first], [_stems(sentence) for sentence in second]
        names = [sorted({s for stems in page for s in stems}) for page in (a, b)]
        rows, columns = _weights(a, names[0]), _weights(b, names[1])
        alike = likeness(names[0], names[1]).astype(np.float64)
        counted = np.clip((alike - _UNLIKE) / (_ALIKE - _UNLIKE), 0.0, 1.0)
        found = (_found(rows, columns, counted) + _found(columns, rows, counted.T).T) / 2
        whole = _summed(columns, _summed(rows, alike).T).T / np.outer(
            _lengths(a, rows, names[0]), _lengths(b, columns, names[1])
        )
        total: Numbers = np.round(found + whole + self._ideas(first, second) / _IDEAS, _DIGITS)
        return total

    def _ideas(self, first: Sequence[ToldSentence], second: Sequence[ToldSentence]) -> Numbers:
        """The weight of the ideas that each sentence of one page shares with each of another."""
        import numpy as np

        told = [frozenset().union(*(sentence.around for sentence in page)) for page in (first, second)]
        shared = sorted(told[0] & told[1])
        weights = np.array([self._weight(frozenset((idea,))) for idea in shared])
        rows, columns = (
            np.array([[idea in sentence.around for idea in shared] for sentence in page], dtype=np.float64)
            for page in (first, second)
        )
        return _summed(columns, (rows * weights).T).T if shared else np.zeros((len(first), len(second)))


def _stems(sentence: ToldSentence) -> list[str]:
    """The stems of the words that tell what a sentence is about."""
    stems = {stem(word.form.lower().replace("’", "'")) for word in sentence.words}
    return sorted(s for s in stems if usual_frequencies().get(s, 0.0) < _TELLING and not s.isdigit())


def _weights(sentences: Sequence[Sequence[str]], names: Sequence[str]) -> Numbers:
    """A row a sentence: the weight of each stem in it, the rarer the more."""
    import numpy as np

    places = {name: n for n, name in enumerate(names)}
    found = np.zeros((len(sentences), len(names)))
    for n, stems in enumerate(sentences):
        for s in stems:
            often = max(usual_frequencies().get(s, 0.0), 0.001)
            found[n, places[s]] = max(_COMMONEST, min(1.0, -log10(often) / 2))
    return found


def _summed(rows: Numbers, values: Numbers) -> Numbers:
    """For each sentence the sum of the values of its words, by their weights; always in one order."""
    import numpy as np

    return np.stack([(row[row > 0, None] * values[row > 0]).sum(axis=0) for row in rows])


def _found(rows: Numbers, columns: Numbers, counted: Numbers) -> Numbers:
    """For each sentence of one page and each of the other, how much of the first has a like word in the second."""
    import numpy as np

    best = np.stack([counted[:, column > 0].max(axis=1, initial=0.0) for column in columns], axis=1)
    found: Numbers = _summed(rows, best) / np.maximum(rows.sum(axis=1, keepdims=True), _COMMONEST)
    return found


def _lengths(sentences: Sequence[Sequence[str]], rows: Numbers, names: Sequence[str]) -> Numbers:
    """The length of each sentence as the sum of its words."""
    import numpy as np

    places = {name: n for n, name in enumerate(names)}
    found = []
    for stems, row in zip(sentences, rows, strict=True):
        weights = row[[places[s] for s in stems]]
        found.append(float((weights[:, None] * likeness(stems, stems) * weights).sum()))
    lengths: Numbers = np.sqrt(np.maximum(np.array(found), _COMMONEST))
    return lengths
