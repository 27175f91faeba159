"""Plain ways to compare names, for a number beside ours: equality, token-set ratio, Jaro-Winkler.

Each gets the threshold that is best on the very cases that it is measured on, which ours does not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

Ratio = Callable[[str, str], float]
Labelled = tuple[str, str, bool]
"""Two names, and whether they can be one person's."""


def normalised(name: str) -> str:
    """Lower case, without accents and punctuation, words parted by one blank."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return " ".join(re.findall(r"\w+", "".join(c for c in decomposed if not unicodedata.combining(c))))


def equality(one: str, other: str) -> float:
    """1 for equal names."""
    return float(one == other)


def indel_ratio(one: str, other: str) -> float:
    """Twice the longest common subsequence over both lengths."""
    row = [0] * (len(other) + 1)
    for mine in one:
        before = 0
        for j, theirs in enumerate(other, start=1):
            before, row[j] = row[j], before + 1 if mine == theirs else max(row[j], row[j - 1])
    return 2 * row[-1] / (len(one) + len(other)) if one or other else 1.0


def token_set_ratio(one: str, other: str) -> float:
    """The best ratio among the shared words, and the shared words with the rest of each name; 1 where one has all of the other."""
    a, b = set(one.split()), set(other.split())
    shared = " ".join(sorted(a & b))
    if shared and (a <= b or b <= a):
        return 1.0
    mine, theirs = (f"{shared} {' '.join(sorted(words))}".strip() for words in (a - b, b - a))
    ratios = [indel_ratio(shared, mine), indel_ratio(shared, theirs)] if shared else []
    return max([*ratios, indel_ratio(mine, theirs)])


def jaro(one: str, other: str) -> float:
    """Letters in common within half the length of the longer name, and their order."""
    reach = max(max(len(one), len(other)) // 2 - 1, 0)
    used: set[int] = set()
    mine = []
    for i, letter in enumerate(one):
        near = range(max(0, i - reach), min(len(other), i + reach + 1))
        j = next((j for j in near if j not in used and other[j] == letter), None)
        if j is not None:
            used.add(j)
            mine.append(letter)
    if not mine:
        return 0.0
    turned = sum(a != other[j] for a, j in zip(mine, sorted(used), strict=True)) / 2
    return (len(mine) / len(one) + len(mine) / len(other) + (len(mine) - turned) / len(mine)) / 3


def jaro_winkler(one: str, other: str) -> float:
    """Jaro, raised by a tenth of what is missing for each of the first four letters that agree."""
    prefix = 0
    while prefix < min(4, len(one), len(other)) and one[prefix] == other[prefix]:
        prefix += 1
    plain = jaro(one, other)
    return plain + 0.1 * prefix * (1 - plain)


PEERS: dict[str, Ratio] = {
    "normalised equality": equality,
    "token-set ratio": token_set_ratio,
    "Jaro-Winkler": jaro_winkler,
}


def best_accuracy(ratio: Ratio, pairs: Sequence[Labelled]) -> tuple[float, float]:
    """The accuracy of a ratio at its best threshold on these pairs, and that threshold; above 1 it says no to all."""
    found = [(ratio(normalised(one), normalised(other)), is_one) for one, other, is_one in pairs]
    thresholds = sorted({value for value, _ in found} | {1.01})
    return max(
        (sum((value >= threshold) == is_one for value, is_one in found) / len(found), threshold)
        for threshold in thresholds
    )
