"""The best known numbers of others: from `peers.csv`, or measured in the same run."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

PEERS = Path(__file__).parent / "peers.csv"


class Part(StrEnum):
    """On which part of the set the peer was measured, compared with a full run of ours."""

    SAME = "same"
    ALL = "all"
    OTHER = "other"


MARKS = {Part.SAME: "", Part.ALL: "†", Part.OTHER: "*"}
LEGEND = "* measured on another part of the set   † on all rows of it, ours on the even ones"


@dataclass(frozen=True, slots=True)
class Peer:
    """A number that someone else's method reached on a metric of ours."""

    metric: str
    value: float
    name: str
    part: Part

    def __str__(self) -> str:
        return f"{self.value:.3f}".lstrip("0") + f"{MARKS[self.part]} {self.name}"


def load_peers(path: Path = PEERS) -> dict[str, list[Peer]]:
    """Peers by metric, best first.

    Raises:
        ValueError: a row has no number or an unknown part.
    """
    with path.open(encoding="utf-8", newline="") as rows:
        return best_first(
            Peer(row["metric"], float(row["value"]), row["peer"], Part(row["part"]))
            for row in csv.DictReader(rows)
        )


def best_first(peers: Iterable[Peer]) -> dict[str, list[Peer]]:
    """Peers by metric, best first."""
    by_metric: dict[str, list[Peer]] = defaultdict(list)
    for peer in peers:
        by_metric[peer.metric].append(peer)
    return {metric: sorted(peers, key=lambda peer: -peer.value) for metric, peers in by_metric.items()}


def with_measured(known: Mapping[str, Sequence[Peer]], measured: Iterable[Peer]) -> dict[str, list[Peer]]:
    """Known peers and those of this run in one, best first."""
    return best_first([*(peer for peers in known.values() for peer in peers), *measured])
