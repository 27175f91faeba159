"""Which words of two corresponding phrases differ."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from dateline.products.briefing.rows import Run

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")


def mark_differences(left: str, right: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both phrases in runs; case, punctuation and brackets make no difference."""
    a, b = list(_WORD.finditer(left)), list(_WORD.finditer(right))
    matcher = SequenceMatcher(None, [_plain(w[0]) for w in a], [_plain(w[0]) for w in b], autojunk=False)
    same_a: set[int] = set()
    same_b: set[int] = set()
    for i, j, size in matcher.get_matching_blocks():
        same_a.update(range(i, i + size))
        same_b.update(range(j, j + size))
    return _runs(left, a, same_a), _runs(right, b, same_b)


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")


def _runs(text: str, words: list[re.Match[str]], same: set[int]) -> tuple[Run, ...]:
    """Neighbouring words that differ are one run with the blanks between them."""
    stretches: list[list[int]] = []
    for i, word in enumerate(words):
        if i in same:
            continue
        if stretches and i - 1 not in same and i > 0:
            stretches[-1][1] = word.end()
        else:
            stretches.append([word.start(), word.end()])
    runs, at = [], 0
    for start, end in stretches:
        runs += [Run(text[at:start], False), Run(text[start:end], True)]
        at = end
    return tuple(run for run in [*runs, Run(text[at:], False)] if run.text)
