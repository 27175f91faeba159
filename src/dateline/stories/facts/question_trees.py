"""How surely two values answer one question, by their signs: many small trees that were taught by examples."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from dateline.model import ModelError
from dateline.stories.facts.question_signs import turned

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = "questions.json"
RECORDED = "7baa02bb7fdfbe4e2700903d3f05f13f2e7ec14e9c7bba1497f0394e96beb42f"
"""SHA-256 of the packaged trees; `training/questions.py` makes them."""


class QuestionTrees:
    """Trees of equal depth. Each node sends a pair to the left where its sign is no larger than a bound; the leaves add up to the odds."""

    def __init__(self, made: Mapping[str, Any]) -> None:
        """`made` has for each tree the signs and bounds of its nodes, level by level, and the numbers of its leaves."""
        import numpy as np

        self._start = float(made["start"])
        self._signs = np.array([tree["signs"] for tree in made["trees"]])
        self._bounds = np.array([tree["bounds"] for tree in made["trees"]])
        self._leaves = np.array([tree["leaves"] for tree in made["trees"]])

    def both(self, rows: Sequence[Sequence[float]]) -> NDArray[np.float64]:
        """The mean of what they say of the pages in either order: it matters for none."""
        import numpy as np

        result: NDArray[np.float64] = np.round(
            (self.shares(rows) + self.shares([turned(row) for row in rows])) / 2, 4
        )
        return result

    def shares(self, rows: Sequence[Sequence[float]]) -> NDArray[np.float64]:
        """For each row of signs how surely it is of one question; rounded, so that all machines order them alike."""
        import numpy as np

        given = np.array(rows, dtype=np.float64)
        trees = np.arange(len(self._signs))
        at = np.zeros((len(given), len(trees)), dtype=np.int64)
        nodes = self._signs.shape[1]
        while at.size and at[0, 0] < nodes:
            values = given[np.arange(len(given))[:, None], self._signs[trees, at]]
            at = 2 * at + 1 + (values > self._bounds[trees, at])
        odds = self._start + self._leaves[trees, at - nodes].sum(axis=1)
        result: NDArray[np.float64] = np.round(1 / (1 + np.exp(-odds)), 4)
        return result


@cache
def packaged_trees() -> QuestionTrees:
    """The trees that Dateline comes with.

    Raises:
        ModelError: they are not those that were recorded.
    """
    content = files("dateline.stories").joinpath("data", FILE).read_bytes()
    if hashlib.sha256(content).hexdigest() != RECORDED:
        raise ModelError(f"{FILE} is not the file that Dateline was released with; install Dateline again.")
    return QuestionTrees(json.loads(content))
