"""How each character counts in a comparison of wordings: which belong to words, and which are the same letter."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

OTHER, LETTER, IDEOGRAPH, MARK, APOSTROPHE = range(5)
_FOLDED = 0x3000
_KNOWN = 0x20000
_IDEOGRAPHS = (
    (0x0E00, 0x0F00),
    (0x1000, 0x10A0),
    (0x1780, 0x1800),
    (0x3040, 0x3100),
    (0x3400, 0xA000),
    (0xF900, 0xFB00),
)
"""Scripts without spaces between words, each letter of which counts as one: Thai, Lao, Burmese, Khmer, kana and ideographs."""


def folded(text: str) -> tuple[NDArray[np.uint8], NDArray[np.uint64]]:
    """For each character of a text its class, and the letter that it counts as: small, without accents."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds, letters = _tables()
    low = np.minimum(codes, _KNOWN)
    return kinds[low], np.where(codes < _KNOWN, letters[low], codes).astype(np.uint64)


@lru_cache(maxsize=1)
def _tables() -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
    """By code point; the last entry of the classes stands for all beyond, which are ideographs but for a few signs."""
    kinds = np.zeros(_KNOWN + 1, dtype=np.uint8)
    kinds[:_KNOWN] = [chr(code).isalnum() for code in range(_KNOWN)]
    for first, end in _IDEOGRAPHS:
        kinds[first:end] *= IDEOGRAPH
    kinds[[code for code in range(_FOLDED) if unicodedata.category(chr(code)) in ("Mn", "Mc")]] = MARK
    kinds[[ord("'"), ord("’")]] = APOSTROPHE
    kinds[_KNOWN] = IDEOGRAPH
    letters = np.arange(_KNOWN + 1, dtype=np.uint32)
    letters[:_FOLDED] = [_fold(chr(code)) for code in range(_FOLDED)]
    letters[ord("’")] = ord("'")
    return kinds, letters


def _fold(letter: str) -> int:
    return ord(unicodedata.normalize("NFD", letter)[0].lower()[0])
