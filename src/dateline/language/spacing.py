"""Spacing of tokenised text ("Mr. Kim 's deal , he said"), as corpora have it: a parser trained on print reads print better."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_TOKENISED = re.compile(r"[^\W_] (?:[,.;:]|['’]s|n['’]t)(?= |$)", re.MULTILINE)
_PRINTED = re.compile(r"[^\W_](?:[,.;:]|['’]s|n['’]t)(?= |$)", re.MULTILINE)
_CLOSES = frozenset(
    [",", ".", ";", ":", ")", "?", "!", "%", "'s", "'", "n't", "'re", "'ve", "'ll", "'d", "'m"]
)
_OPENS = frozenset(["(", "$", "#"])


def is_tokenised(text: str) -> bool:
    """Whether marks and endings stand apart from their words more often than not."""
    apart = len(_TOKENISED.findall(text))
    return apart > 3 and apart > len(_PRINTED.findall(text))


def printed_spaces(words: Sequence[str], spaces: Sequence[bool]) -> list[bool]:
    """For each word of a tokenised sentence whether print has a space behind it."""
    printed = list(spaces)
    for i, (word, following) in enumerate(pairwise(words)):
        if following.replace("’", "'") in _CLOSES or word in _OPENS or "-" in (word, following):
            printed[i] = False
    return printed
