"""What English words are like: a table of vectors, distilled from a small encoder (`training/word_vectors.py`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.readers.pieces import packaged

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FULL = 127.0
"""The length of a row, in whole numbers."""
_AT_ONCE = 200_000
"""Products of two numbers that are worked out in one thread."""


def likeness(a: Sequence[str], b: Sequence[str]) -> NDArray[np.float32]:
    """A row for each stem of `a`, in it for each of `b` how much the two are alike: 1 where they are equal, about 0 for unrelated words and for those not in the table.

    The table holds whole numbers, and their products stay below what a float tells exactly: the order in which they are added changes nothing.
    """
    import numpy as np

    found = _products(_rows(a), _rows(b).T) / np.float32(_FULL * _FULL)
    numbers = {stem: n for n, stem in enumerate({*a, *b})}
    first, second = (np.array([numbers[stem] for stem in stems]) for stems in (a, b))
    equal = first[:, None] == second[None, :]
    return np.where(equal, np.float32(1.0), np.clip(found, np.float32(0.0), np.float32(0.99)))


def _products(a: NDArray[np.float32], b: NDArray[np.float32]) -> NDArray[np.float32]:
    """The product, a few rows at a time: of large ones several threads would be made, which cost more than they save."""
    import numpy as np

    step = max(1, _AT_ONCE // max(1, b.size))
    parts = [a[first : first + step] @ b for first in range(0, len(a), step)]
    return np.concatenate(parts) if parts else np.zeros((0, b.shape[1]), dtype=np.float32)


def _rows(stems: Sequence[str]) -> NDArray[np.float32]:
    """The rows of some stems; noughts for those that are not there."""
    import numpy as np

    places, vectors = _table()
    found = np.zeros((len(stems), vectors.shape[1]), dtype=np.float32)
    for n, stem in enumerate(stems):
        at = places.get(stem)
        if at is not None:
            found[n] = vectors[at]
    return found


@cache
def _table() -> tuple[dict[str, int], NDArray[np.int8]]:
    """Where each stem has its row, and the rows. Read when first asked for."""
    import numpy as np

    names, _, numbers = packaged("words.table").partition(b"\0")
    stems = names.decode("ascii").split("\n")
    vectors = np.frombuffer(numbers, dtype=np.int8).reshape(len(stems), -1)
    return {stem: n for n, stem in enumerate(stems)}, vectors
