"""The switch for rights in texts: what of a page's words and of their places goes out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from dateline.products.exports.kinds import MOST_WORDS, Shown, Text, Value

V = TypeVar("V")

_WORD = re.compile(r"\S+")
_WITH_WORDS = frozenset({Text.FULL, Text.QUOTES})


@dataclass(frozen=True, slots=True)
class Rights:
    """What an export may carry."""

    text: Text

    def passage(self, words: str) -> str | None:
        """A passage, or its beginning with an ellipsis; None where none may go out."""
        if self.text not in _WITH_WORDS:
            return None
        return words if self.is_whole(words) else f"{_beginning(words)} …"

    def is_whole(self, words: str) -> bool:
        """Whether a passage may go out as it is."""
        return self.text is Text.FULL or (
            self.text is Text.QUOTES and len(_WORD.findall(words)) <= MOST_WORDS
        )

    def title(self, words: V) -> V | None:
        """A page's headline, where it may go out."""
        return words if self.text in _WITH_WORDS else None

    def place(self, place: V) -> V | None:
        """Where words stand, where that may go out."""
        return None if self.text is Text.NONE else place

    def let_through(self, value: Value, shown: Shown) -> Value:
        """A value, its beginning, or None, by what it is made of."""
        if shown is Shown.DATA or value is None:
            return value
        if shown is Shown.PASSAGE:
            return self.passage(str(value))
        if shown is Shown.TITLE:
            return self.title(value)
        if shown is Shown.PLACE:
            return self.place(value)
        return value if self.text is Text.FULL else None


def _beginning(words: str) -> str:
    ends = [found.end() for found in _WORD.finditer(words)]
    return words[: ends[MOST_WORDS - 1]]
