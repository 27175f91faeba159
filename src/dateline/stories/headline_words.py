"""Whether an event is what a headline is about, by the words that both have."""

from __future__ import annotations

import re

_SHORT_WORD = 3
_FEWEST = 2


def words_of_headline(headline: str, text: str) -> int:
    """How many of the longer words of a headline a text has; 0 for a single one, which may be but a name."""
    shared = len(_words(headline) & _words(text))
    return shared if shared >= _FEWEST else 0


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[^\W_]+", text.casefold()) if len(word) > _SHORT_WORD)
