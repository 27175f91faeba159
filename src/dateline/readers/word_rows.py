"""The rows of word pieces that the reader of acts was made with, lent to a reader that has none of its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.readers.pieces import packaged

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = NDArray[np.uint8]
    """Rows as they are packaged; the model that asks for them knows what their numbers stand for."""

LENDER = "events.onnx"
_PIECES, _WIDTH = 30522, 384


def word_rows(ids: Sequence[int]) -> Rows:
    """A row for each piece."""
    return _table()[list(ids)]


@cache
def _table() -> Rows:
    """All rows: the only content of this length in the file, which says the length before it."""
    import numpy as np

    content = packaged(LENDER)
    mark = b"\x4a" + _as_varint(_PIECES * _WIDTH)
    start = content.index(mark) + len(mark)
    return np.frombuffer(content, np.uint8, _PIECES * _WIDTH, start).reshape(_PIECES, _WIDTH)


def _as_varint(number: int) -> bytes:
    """A whole number as the format of models writes it: seven bits a byte, the lowest first."""
    made = bytearray()
    while number > 127:
        made.append(number & 127 | 128)
        number >>= 7
    return bytes([*made, number])
