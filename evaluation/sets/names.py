"""Whether two names can be one person's, on labelled pairs of names, beside plain ways of comparing them in the same run.

Half of the pairs, by hash, were looked at while rules were written (`seen`); the other half was not (`unseen`).
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from evaluation.bench import Bench
from evaluation.cases import Attempts, Case, SetResult, with_prefix
from evaluation.name_peers import PEERS, best_accuracy, normalised
from evaluation.peers import Part, Peer

NAME = "names"
FILES = ("knowledge/names/nomenklatura-name_bench-cases.csv",)


class Difference(StrEnum):
    """In what two names differ, by their words without case and accents."""

    SCRIPT = "script"
    ORDER = "order"
    MORE = "more"
    SLIP = "one_word"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names and their label."""

    id: str
    one: str
    other: str
    is_one: bool
    is_seen: bool
    difference: Difference


def measure(bench: Bench) -> SetResult:
    """Accuracy on all pairs and on both halves; accuracy by difference, precision and recall are shown without floors."""
    pairs = list(read(bench))
    compare, attempts = comparison(), Attempts()
    said = {pair.id: attempts.call(pair.id, 0.0, compare, pair.one, pair.other) for pair in pairs}
    attempts.require_some()
    cases = tuple(case_of(pair, said[pair.id]) for pair in pairs)
    right = {case.id: case.score for case in cases}
    parts = {
        "accuracy": pairs,
        "seen": [p for p in pairs if p.is_seen],
        "unseen": [p for p in pairs if not p.is_seen],
    }
    by_difference = {f"by_{d}": [p for p in pairs if p.difference is d] for d in Difference}
    numbers = [(name, share(right[p.id] for p in part)) for name, part in parts.items()]
    also = [(name, share(right[p.id] for p in part)) for name, part in by_difference.items()]
    also += [("precision", share(p.is_one for p in pairs if matches(said[p.id])))]
    also += [("recall", share(matches(said[p.id]) for p in pairs if p.is_one))]
    peers = tuple(peer for name, part in parts.items() for peer in beside(name, part))
    return SetResult(
        NAME, with_prefix(NAME, numbers), cases, with_prefix(NAME, also), errors=attempts.errors, peers=peers
    )


def read(bench: Bench) -> Iterator[Pair]:
    """Rows of persons; the id is the row, counted from 0."""
    with (bench.data / FILES[0]).open(encoding="utf-8", newline="") as rows:
        for number, row in enumerate(csv.DictReader(rows)):
            if row["schema"] == "Person":
                one, other = row["name1"], row["name2"]
                seen = int(hashlib.sha256(f"{one}|{other}".encode()).hexdigest(), 16) % 2 == 1
                yield Pair(str(number), one, other, row["is_match"] == "true", seen, difference(one, other))


def difference(one: str, other: str) -> Difference:
    """The sort of difference; equal names differ in order."""
    a, b = (normalised(name).split() for name in (one, other))
    if not (one + other).isascii() and not "".join(a + b).isascii():
        return Difference.SCRIPT
    if sorted(a) == sorted(b):
        return Difference.ORDER
    if set(a) <= set(b) or set(b) <= set(a):
        return Difference.MORE
    if len(a) == len(b) and len(set(a) - set(b)) == 1:
        return Difference.SLIP
    return Difference.WORDS


def comparison() -> Callable[[str, str], float]:
    """Ours."""
    from dateline.knowledge import same_person_score

    return same_person_score


def matches(score: float) -> bool:
    from dateline.knowledge.person_names import MATCH

    return score >= MATCH


def case_of(pair: Pair, score: float) -> Case:
    """1 for a right answer."""
    details = {
        "gold": pair.is_one,
        "score_of_pair": score,
        "difference": pair.difference.value,
        "seen": pair.is_seen,
    }
    return Case(pair.id, float(matches(score) is pair.is_one), details)


def share(values: Iterator[float]) -> float:
    """The mean, 0 of nothing."""
    held = list(values)
    return sum(held) / len(held) if held else 0.0


def beside(metric: str, pairs: list[Pair]) -> Iterator[Peer]:
    """Peers on the same pairs."""
    labelled = [(pair.one, pair.other, pair.is_one) for pair in pairs]
    for name, ratio in PEERS.items():
        value, threshold = best_accuracy(ratio, labelled)
        yield Peer(
            f"{NAME}.{metric}", value, f"{name} from {threshold:.2f}, the best on this part", Part.SAME
        )
