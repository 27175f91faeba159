"""The numbers of the README: a dozen of those in `docs/evaluation.md`, good and bad, each with the command that repeats it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.peers import Peer
from evaluation.table import shown

HEADLINES = Path(__file__).parent / "headlines.csv"
README = Path(__file__).resolve().parents[1] / "README.md"
_PLACE = re.compile(r"(<!-- numbers: .*? -->\n).*?(<!-- end of numbers -->)", re.DOTALL)

Kept = Mapping[str, Mapping[str, Any]]


def with_numbers(readme: str, full: Kept, peers: Mapping[str, Sequence[Peer]]) -> str:
    """The README with the numbers that are kept of whole sets."""
    head = "| | Dateline | best known peer | cases of the set, day | again with `make evaluate` |\n|---|---|---|---|---|\n"
    rows = "".join(f"{row}\n" for row in _rows(full, peers))
    return _PLACE.sub(lambda found: f"{found[1]}\n{head}{rows}\n{found[2]}", readme)


def _rows(full: Kept, peers: Mapping[str, Sequence[Peer]]) -> Iterator[str]:
    with HEADLINES.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            metric, name = line["metric"], line["metric"].partition(".")[0]
            if metric in full.get(name, {}).get("numbers", {}):
                entry = full[name]
                best = str(peers[metric][0]).replace("*", "\\*") if peers.get(metric) else ""
                number = shown(metric, entry["numbers"][metric])
                command = f'`ARGS="--only {name}"`'
                yield f"| {line['words']} | {number} | {best} | {entry['cases']:,}, {entry['date']} | {command} |"
