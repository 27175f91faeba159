"""`python -m evaluation`: measure, show, keep, check."""

from __future__ import annotations

import datetime
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from evaluation.bench import Bench, PartMissing
from evaluation.cases import SetResult, one_line
from evaluation.floors import FLOORS, Floors, LoweringRefused, broken, pin
from evaluation.options import Options, parse
from evaluation.page import write_page
from evaluation.peers import LEGEND, load_peers, with_measured
from evaluation.sets import SETS
from evaluation.summary import SUMMARY, entry, write_summary
from evaluation.table import results_table

RESULTS = Path(__file__).parent / "results"
PLAIN_WIDTH = 120
"""Of what is printed to a file or a log."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 done (or nothing to measure with), 1 a floor broke or pinning was refused."""
    options = parse(arguments)
    absent = [str(p) for p in (options.data, options.tools / "metrics.py") if not p.exists()]
    if absent:
        print(f"evaluation skipped: no labelled sets here ({', '.join(absent)} absent; set DATELINE_SHARED)")
        return 0
    bench = Bench(options.data.resolve(), options.tools.resolve(), options.fast, options.workers)
    results, missing = measure_all(bench, options.only)
    floors = Floors.read()
    show(options, results, missing, floors)
    keep(options, bench, results)
    return pin_floors(options, floors, results) if options.pin else check_floors(options, floors, results)


def measure_all(bench: Bench, names: Sequence[str]) -> tuple[list[SetResult], dict[str, str]]:
    """Results, and a line for each set that could not be measured. No set stops another."""
    results, missing = [], {}
    for name in names:
        start = time.process_time()
        try:
            results.append(SETS[name].measure(bench))
        except PartMissing as error:
            missing[name] = str(error)
        except Exception as error:  # a set that breaks is reported and counts as not measured
            missing[name] = one_line(error)
        spent = time.process_time() - start
        print(f"{name}: {spent:.0f} CPU-seconds", file=sys.stderr)
    return results, missing


def show(options: Options, results: Sequence[SetResult], missing: dict[str, str], floors: Floors) -> None:
    """The table, what was not measured, what raised an error, and the worst cases when asked for."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=PLAIN_WIDTH)
    peers = with_measured(load_peers(), (peer for result in results for peer in result.peers))
    part = "fixed subset (peers: whole sets)" if options.fast else "whole sets"
    if results:
        console.print(results_table(results, peers, floors.of(options.mode), f"Dateline, {part}"))
        console.print(LEGEND, style="dim")
    for name, why in missing.items():
        console.print(f"{name}: not measured: {why}", markup=False)
    for result in results:
        if result.note:
            console.print(f"{result.name}: {result.note}", markup=False)
        if result.errors:
            first, why = next(iter(result.errors.items()))
            console.print(
                f"{result.name}: cases that raised an error: {len(result.errors)}, the first {first}: {why}",
                markup=False,
            )
        for case in result.worst()[: options.worst]:
            console.print(f"{result.name}  {case.score:.3f}  {case.id}", markup=False, highlight=False)


def keep(options: Options, bench: Bench, results: Sequence[SetResult]) -> None:
    """Per-case results always; the summary and its page unless the run only checks."""
    for result in results:
        result.write(options.out or RESULTS)
    if options.floors or not results:
        return
    today = datetime.date.today().isoformat()
    entries = {result.name: entry(bench, SETS[result.name], result, today) for result in results}
    write_summary(options.out / "summary.json" if options.out else SUMMARY, options.mode, entries)
    if options.out is None:
        write_page()


def numbers_of(results: Sequence[SetResult]) -> dict[str, float]:
    """All numbers of all sets."""
    return {metric: value for result in results for metric, value in result.numbers.items()}


def check_floors(options: Options, floors: Floors, results: Sequence[SetResult]) -> int:
    """1 with a line for each broken floor, when floors are asked for."""
    lines = broken(numbers_of(results), floors.of(options.mode), options.only) if options.floors else []
    for line in lines:
        print(f"floor broken: {line}")
    return 1 if lines else 0


def pin_floors(options: Options, floors: Floors, results: Sequence[SetResult]) -> int:
    """Writes new floors, or says which would fall."""
    today = datetime.date.today().isoformat()
    reason = options.reason if options.allow_lower else ""
    try:
        pinned = pin(
            floors, options.mode, numbers_of(results), margin=options.margin, reason=reason, date=today
        )
    except LoweringRefused as refused:
        print(f"floors not pinned: {refused}")
        return 1
    pinned.write(FLOORS)
    if options.out is None:
        write_page()
    print(f"floors of {options.mode} runs pinned, margin {options.margin:g}")
    return 0
