"""`python -m benchmarks`: measure, show, keep, check."""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console

from benchmarks import measures
from benchmarks.child import ChildFailed, run
from benchmarks.kept import LATEST, LONG, MEASURES, keep
from benchmarks.limits import Limit, broken, load_limits
from benchmarks.page import write_page
from benchmarks.runs import curve
from benchmarks.table import numbers_table, stations_table

ROUNDS = 6


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 measured (or no pages here), 1 a limit broke, 2 nothing could be measured."""
    given = options().parse_args(arguments)
    names = given.only or [name for name in MEASURES if given.all or given.check or name not in LONG]
    with tempfile.TemporaryDirectory() as folder:
        try:
            pages, by_measure, problems = measure(Path(folder), given.rounds, names)
        except ChildFailed as failed:
            print(f"benchmarks: the pages could not be gathered: {failed}")
            return 2
    found = {name: value for numbers in by_measure.values() for name, value in numbers.items()}
    if not found and not problems:
        print("benchmarks skipped: no pages here (examples/newsroom is empty)")
        return 0
    limits = load_limits()
    show(found, limits, problems)
    if given.check:
        lines = broken(found, limits)
        for line in lines:
            print(f"limit broken: {line}")
        return 1 if lines else 0
    if not found:
        return 2
    kept = keep(given.out or LATEST, pages, by_measure)
    if given.out is None:
        write_page(kept)
    return 0


def options() -> argparse.ArgumentParser:
    """The options with their help."""
    made = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Speed and memory beside spaCy's full pipeline."
    )
    add = made.add_argument
    add("--rounds", type=int, default=ROUNDS, help=f"rounds of the contest (default: {ROUNDS})")
    add("--check", action="store_true", help="exit 1 where a limit of limits.json breaks; writes nothing")
    add(
        "--all", action="store_true", help=f"also what takes minutes ({', '.join(LONG)}); --check does so too"
    )
    add("--only", nargs="+", metavar="MEASURE", choices=MEASURES, help=", ".join(MEASURES))
    add("--out", type=Path, help="where the numbers go (default: latest.json, and docs/performance.md)")
    return made


def show(found: Mapping[str, Any], limits: Mapping[str, Limit], problems: Sequence[str]) -> None:
    """The tables, and what could not be measured."""
    if found.keys() & limits.keys():
        Console().print(numbers_table(found, limits))
    if "stations" in found:
        Console().print(stations_table(found["stations"], found["fast_stations"]))
    for line in curve(found) if "runs" in found else ():
        print(line)
    for problem in problems:
        print(problem)


def measure(
    folder: Path, rounds: int, names: Sequence[str]
) -> tuple[str, dict[str, Mapping[str, Any]], list[str]]:
    """The hash of the pages, numbers by measure, and a line for each measure that failed; nothing of these where there are no pages.

    Raises:
        ChildFailed: the pages could not be gathered.
    """
    pages, first, both = folder / "pages.jsonl", folder / "first.txt", folder / "seeds.jsonl"
    webpages = folder / "webpages.jsonl"
    run(["-m", "benchmarks.texts", str(pages)])
    run(["-m", "benchmarks.webpages", str(webpages)])
    lines = pages.read_text(encoding="utf-8").splitlines(keepends=True)
    if not lines:
        return "", {}, []
    rows = [json.loads(line) for line in lines]
    first.write_text(rows[0]["text"], encoding="utf-8", newline="")
    both.write_text(
        "".join(line for line, row in zip(lines, rows, strict=True) if row["seed"]), encoding="utf-8"
    )
    works: dict[str, Callable[[], Mapping[str, Any]]] = {
        "cold-start": lambda: measures.cold_start(first),
        "seed-pages": lambda: measures.seeds(both),
        "names": lambda: measures.names(pages),
        "copies": lambda: measures.copies(pages),
        "stories": measures.grouping,
        "archives": lambda: measures.archives(folder),
        "search": measures.searching,
        "search-in-many-pages": lambda: measures.searching(is_large=True),
        "web-pages": lambda: measures.screens(folder),
        "runs": measures.runs,
        "stations": lambda: measures.stations(webpages),
        "whole-chain": lambda: measures.chain(webpages, rounds),
        "workers": lambda: measures.crew(webpages),
        "endurance": lambda: measures.endurance(pages),
        "peak-memory": lambda: measures.memory(pages),
        "speed": lambda: measures.contest(pages, rounds),
    }
    problems: list[str] = []
    found = {name: measures.attempt(name, works[name], problems) for name in MEASURES if name in names}
    digest = hashlib.sha256(pages.read_bytes()).hexdigest()[:16]
    return digest, {name: numbers for name, numbers in found.items() if numbers}, problems
