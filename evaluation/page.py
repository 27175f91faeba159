"""`docs/evaluation.md`: all numbers that were kept, for people. The same numbers give the same page, to the byte."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.capabilities import Capability, load_capabilities
from evaluation.floors import Floors
from evaluation.headlines import README, with_numbers
from evaluation.peers import LEGEND, Part, Peer, load_peers, with_measured
from evaluation.summary import SUMMARY
from evaluation.table import peers_cell, shown

PAGE = Path(__file__).resolve().parents[1] / "docs" / "evaluation.md"

Kept = Mapping[str, Any]
"""An entry of the summary, as it lies there."""

_HEAD = """# Evaluation: how well it reads

This page is written by `make evaluate` from `evaluation/summary.json`; a run of some sets (`make evaluate ARGS="--only plv acts"`) changes their rows and leaves the others with their
dates. What each set holds, how it is scored and where it comes from: [evaluation](../evaluation/README.md). The sets are not part of the repository, because page text belongs to its publishers.

**How to read it.** Numbers are shares or F1 between 0 and 1 unless they count something (*n* of *m*). *Floor* is what a change must not fall below. Rules and thresholds were written with most of these
sets in view, so that these are numbers of development; `unread` and `held_out` parts were kept aside, and say more of pages that are new. A peer is the best known number of somebody else.
"""


def write_page(path: Path = PAGE, summary: Path = SUMMARY, readme: Path = README) -> None:
    """Writes the page of what is kept, and the numbers of the README."""
    path.write_text(page_of_kept(summary), encoding="utf-8")
    readme.write_text(readme_of_kept(readme, summary), encoding="utf-8")


def page_of_kept(summary: Path = SUMMARY) -> str:
    """The page of a summary with the peers, floors and capabilities of this folder."""
    kept = json.loads(summary.read_text(encoding="utf-8"))
    return page(kept, load_peers(), Floors.read(), load_capabilities())


def readme_of_kept(readme: Path = README, summary: Path = SUMMARY) -> str:
    """The README with the numbers of a summary."""
    full = json.loads(summary.read_text(encoding="utf-8"))["full"]
    return with_numbers(readme.read_text(encoding="utf-8"), full, load_peers())


def page(
    kept: Mapping[str, Mapping[str, Kept]],
    peers: Mapping[str, Sequence[Peer]],
    floors: Floors,
    capabilities: Mapping[str, Capability],
) -> str:
    """The page: each capability with its numbers, the fixed subset, and what all of it depends on."""
    full, fast = kept.get("full", {}), kept.get("fast", {})
    parts = [_HEAD]
    for name, capability in capabilities.items():
        if name in full:
            parts.append(_section(name, capability, full[name], peers, floors.full))
    parts += [
        f"{_plain(LEGEND.replace('   ', '; '))}.\n",
        _subset(fast, floors.fast),
        _circumstances(full, fast),
    ]
    return "\n".join(parts)


def _section(
    name: str,
    capability: Capability,
    entry: Kept,
    peers: Mapping[str, Sequence[Peer]],
    floors: Mapping[str, float],
) -> str:
    measured = (
        Peer(row["metric"], row["value"], row["name"], Part(row["part"])) for row in entry.get("peers", ())
    )
    known = with_measured(peers, measured)
    rows = [
        f"| {metric.partition('.')[2]} | {_number(metric, value, entry)} | {_floor(metric, floors)} | {_plain(peers_cell(known.get(metric, ())))} |"
        for metric, value in entry["numbers"].items()
    ]
    errors = f", {entry['errors']} of which could not be read" if entry["errors"] else ""
    head = f"## {capability.name}\n\n`{name}`: {capability.asks}. {entry['cases']:,} cases{errors}, {entry['date']}.\n"
    return "\n".join([head, "| | Dateline | floor | best known peers |", "|---|---|---|---|", *rows, ""])


def _plain(text: str) -> str:
    """Text in which no star begins italics."""
    return text.replace("*", r"\*")


def _number(metric: str, value: float, entry: Kept) -> str:
    total = entry.get("totals", {}).get(metric)
    return shown(metric, value) + (f" of {total:g}" if total else "")


def _floor(metric: str, floors: Mapping[str, float]) -> str:
    return shown(metric, floors[metric]) if metric in floors else ""


def _subset(entries: Mapping[str, Kept], floors: Mapping[str, float]) -> str:
    rows = [
        f"| {name} | {metric.partition('.')[2]} | {_number(metric, entry['numbers'][metric], entry)} | {_floor(metric, floors)} |"
        for name, entry in entries.items()
        for metric in entry["numbers"]
        if metric in floors
    ]
    head = (
        "## The fixed subset\n\n`make evaluate ARGS=--fast` takes a part of each set, under three minutes; continuous integration holds every change to"
        " its floors. Its numbers do not compare with those above.\n"
    )
    return "\n".join([head, "| set | | Dateline | floor |", "|---|---|---|---|", *rows, ""])


def _circumstances(full: Mapping[str, Kept], fast: Mapping[str, Kept]) -> str:
    head = (
        "## What the numbers depend on\n\nHashes of the data, of the rulers that score, and of Dateline's code, each the first 16 digits of a SHA-256. Another hash of the code than today's"
        " says that the set was not measured since.\n"
    )
    columns = "| set | part | date | cases | data | rulers | code | language model | versions |"
    rows = [
        *_dependences(full, "whole"),
        *_dependences(fast, "subset"),
    ]
    return "\n".join([head, columns, "|---|---|---|---|---|---|---|---|---|", *rows, ""])


def _dependences(entries: Mapping[str, Kept], part: str) -> Iterator[str]:
    for name, entry in entries.items():
        versions = ", ".join(f"{package} {version}" for package, version in entry["versions"].items())
        hashes = " | ".join(f"`{entry[what]}`" for what in ("data", "rulers", "code"))
        yield f"| {name} | {part} | {entry['date']} | {entry['cases']:,} | {hashes} | {entry['language_model']} | {versions} |"
