"""What `python -m evaluation` is asked to do."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.bench import shared_folder
from evaluation.floors import MARGIN
from evaluation.readings import MOST_WORKERS
from evaluation.sets import SETS


@dataclass(frozen=True, slots=True)
class Options:
    """The command line, checked."""

    fast: bool
    only: tuple[str, ...]
    out: Path | None
    data: Path
    tools: Path
    workers: int
    floors: bool
    pin: bool
    margin: float
    allow_lower: bool
    reason: str
    worst: int

    @property
    def mode(self) -> str:
        return "fast" if self.fast else "full"


def parser() -> argparse.ArgumentParser:
    """The options with their help."""
    shared = shared_folder()
    made = argparse.ArgumentParser(
        prog="python -m evaluation",
        description="Score Dateline on labelled sets, beside the best known peers.",
        epilog="Example: python -m evaluation --fast --only plv polnear --worst 5",
    )
    add = made.add_argument
    add("--fast", action="store_true", help="a fixed subset of each set, under three minutes on one core")
    add("--only", nargs="+", metavar="NAME", choices=list(SETS), default=list(SETS), help=", ".join(SETS))
    add("--out", type=Path, metavar="DIR", help="for per-case results and summary (default: this folder)")
    add("--data", type=Path, default=shared / "data", help="the sets (default: ../shared/data)")
    add("--tools", type=Path, default=shared / "tools", help="the rulers (default: ../shared/tools)")
    add("--workers", type=int, default=0, choices=(1, 2), help="processes (default: 1 when fast, else 2)")
    add("--floors", action="store_true", help="exit 1 where a floor breaks; leaves the summary alone")
    add("--pin", action="store_true", help="raise the floors to what was reached minus the margin")
    add("--margin", type=float, default=MARGIN, help=f"for --pin (default: {MARGIN})")
    add("--allow-lower", action="store_true", help="let --pin lower broken floors; needs --reason")
    add("--reason", default="", metavar="TEXT", help="why a floor goes down; kept in floors.json")
    add("--worst", type=int, default=0, metavar="N", help="print the ids of the N worst cases of each set")
    return made


def parse(arguments: Sequence[str] | None = None) -> Options:
    """The options of a command line; ends the program with a message where they do not fit together."""
    made = parser()
    given = made.parse_args(arguments)
    if given.allow_lower and not given.reason.strip():
        made.error("--allow-lower needs --reason TEXT")
    if given.floors and given.pin:
        made.error("--floors checks, --pin changes: give one of them")
    workers = given.workers or (1 if given.fast else MOST_WORKERS)
    return Options(
        given.fast,
        tuple(name for name in SETS if name in given.only),
        given.out,
        given.data,
        given.tools,
        workers,
        given.floors,
        given.pin,
        given.margin,
        given.allow_lower,
        given.reason,
        given.worst,
    )
