"""`python -m benchmarks`: measure, show, keep, check."""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import os
import platform
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console

from benchmarks import measures
from benchmarks.child import ChildFailed, run
from benchmarks.limits import broken, load_limits
from benchmarks.runs import curve
from benchmarks.table import numbers_table, stations_table

LATEST = Path(__file__).parent / "latest.json"
ROUNDS = 6


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 measured (or no pages here), 1 a limit broke, 2 nothing could be measured."""
    made = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Speed and memory beside spaCy's full pipeline."
    )
    made.add_argument("--rounds", type=int, default=ROUNDS, help=f"rounds of the contest (default: {ROUNDS})")
    made.add_argument(
        "--check", action="store_true", help="exit 1 where a limit of limits.json breaks; writes nothing"
    )
    made.add_argument(
        "--all",
        action="store_true",
        help="also what takes minutes: a search in 100,000 pages, their web pages, runs over crawls; --check does so too",
    )
    made.add_argument("--out", type=Path, default=LATEST, help="where the numbers go (default: latest.json)")
    given = made.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        try:
            found, problems = measure(Path(folder), given.rounds, given.all or given.check)
        except ChildFailed as failed:
            print(f"benchmarks: the pages could not be gathered: {failed}")
            return 2
    if not found and not problems:
        print("benchmarks skipped: no pages here (examples/newsroom is empty)")
        return 0
    limits = load_limits()
    if found.keys() & limits.keys():
        Console().print(numbers_table(found, limits))
    if "stations" in found:
        Console().print(stations_table(found["stations"], found["fast_stations"]))
    for line in curve(found) if "runs" in found else ():
        print(line)
    for problem in problems:
        print(problem)
    if given.check:
        lines = broken(found, limits)
        for line in lines:
            print(f"limit broken: {line}")
        return 1 if lines else 0
    if not found.keys() - {"pages_sha256"}:
        return 2
    given.out.write_text(json.dumps({**circumstances(), **found}, indent=1) + "\n", encoding="utf-8")
    return 0


def measure(folder: Path, rounds: int, is_all: bool) -> tuple[dict[str, Any], list[str]]:
    """All numbers, and a line for each that could not be measured; nothing of either where there are no pages.

    Raises:
        ChildFailed: the pages could not be gathered.
    """
    pages, first, both = folder / "pages.jsonl", folder / "first.txt", folder / "seeds.jsonl"
    webpages = folder / "webpages.jsonl"
    run(["-m", "benchmarks.texts", str(pages)])
    run(["-m", "benchmarks.webpages", str(webpages)])
    lines = pages.read_text(encoding="utf-8").splitlines(keepends=True)
    if not lines:
        return {}, []
    rows = [json.loads(line) for line in lines]
    first.write_text(rows[0]["text"], encoding="utf-8", newline="")
    both.write_text(
        "".join(line for line, row in zip(lines, rows, strict=True) if row["seed"]), encoding="utf-8"
    )
    problems: list[str] = []
    found: dict[str, Any] = {"pages_sha256": hashlib.sha256(pages.read_bytes()).hexdigest()[:16]}
    for what, work in (
        ("cold start", lambda: measures.cold_start(first)),
        ("seed pages", lambda: measures.seeds(both)),
        ("names", lambda: measures.names(pages)),
        ("copies", lambda: measures.copies(pages)),
        ("stories", measures.grouping),
        ("archives", lambda: measures.archives(folder)),
        ("search", measures.searching),
        *([("search in many pages", lambda: measures.searching(is_large=True))] if is_all else []),
        *([("web pages", lambda: measures.screens(folder))] if is_all else []),
        *([("runs", measures.runs)] if is_all else []),
        ("stations", lambda: measures.stations(webpages)),
        ("whole chain", lambda: measures.chain(webpages, rounds)),
        ("workers", lambda: measures.crew(webpages)),
        *([("endurance", lambda: measures.endurance(pages))] if is_all else []),
        ("peak memory", lambda: measures.memory(pages)),
        ("speed", lambda: measures.contest(pages, rounds)),
    ):
        found |= measures.attempt(what, work, problems)
    return found, problems


def circumstances() -> dict[str, Any]:
    """What absolute numbers depend on: they compare only where these are the same."""
    return {
        "date": datetime.date.today().isoformat(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
    }
