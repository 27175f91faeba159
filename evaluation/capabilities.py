"""What each set asks, in words, from `capabilities.csv`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

CAPABILITIES = Path(__file__).parent / "capabilities.csv"


@dataclass(frozen=True, slots=True)
class Capability:
    """What a set measures: a name for people, and the question that it puts."""

    name: str
    asks: str


def load_capabilities(path: Path = CAPABILITIES) -> dict[str, Capability]:
    """Capabilities by set, in the order of the page."""
    with path.open(encoding="utf-8", newline="") as rows:
        return {row["set"]: Capability(row["capability"], row["asks"]) for row in csv.DictReader(rows)}
