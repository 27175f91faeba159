"""What happens to a collection: each trouble disturbs a command, completes it, and gives the rows that are left."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tools.soak.processes import ROOT, SoakError, at_clock, dateline, run, run_whole
from tools.soak.rows import Rows, rows_of_collection, rows_of_run

NEWSROOM = ROOT / "examples" / "newsroom"
_FAST = ("--tier", "fast")
_LATER = 48.0
"""Hours after which all that waits for its time is due."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """`whole` makes what nobody disturbs in a folder; `disturbed` the same with trouble, and says in a few words which."""

    name: str
    whole: Callable[[Path], None]
    disturbed: Callable[[Path, random.Random, float], str]
    rows: Callable[[Path], Rows]
    is_collection: bool = True


def add_words(place: Path, *options: str, tier: Sequence[str] = _FAST) -> list[str]:
    """`dateline add` of the sample newsroom."""
    return dateline("add", NEWSROOM, *tier, "-c", place, *options)


def _add(place: Path) -> None:
    run_whole(add_words(place))


def _add_accurate(place: Path) -> None:
    """As pages that come by browser are read."""
    run_whole(add_words(place, tier=("--tier", "accurate")))


def _hours_within_this_day(draws: random.Random) -> float:
    """How far a clock may be off without showing another day, by which undated pages are put in order."""
    now = datetime.now(UTC)
    return draws.uniform(-0.9 * now.hour, 0.9 * (23 - now.hour))


def _add_killed(place: Path, draws: random.Random, took: float) -> str:
    """Kills it at random, with another number of workers and another clock each time."""
    kills = 0
    for _ in range(draws.randint(1, 3)):
        words = add_words(place, "-w", str(draws.choice((0, 1, 2))))
        clock = at_clock(_hours_within_this_day(draws))
        kills += run(words, kill_after=draws.uniform(0.3, 1.1) * took, extra=clock).status is None
    run_whole(add_words(place))
    return f"killed {kills} times"


@contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[Callable[[], None]]:
    """A disk of that size at a folder; what is given makes it large."""
    place.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", str(place)]
    subprocess.run(mount, check=True)
    try:
        yield lambda: subprocess.run(["mount", "-o", "remount,size=1g", str(place)], check=True) and None
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def _add_on_full_disk(place: Path, draws: random.Random, _took: float) -> str:
    """Runs out of room somewhere, is told so, and goes on when there is some."""
    kilobytes = draws.randint(40, 5_000)
    with small_disk(place, kilobytes) as enlarge:
        ended = run(add_words(place / "c"))
        if ended.status != 0 and "the disk is full" not in ended.said and "No space left" not in ended.said:
            raise SoakError(f"status {ended.status} on a full disk, and no word of it: {ended.said[-600:]}")
        enlarge()
        run_whole(add_words(place / "c"))
        run_whole(["cp", "-a", str(place / "c"), f"{place}-kept"])
    place.rmdir()
    Path(f"{place}-kept").rename(place)
    return f"{kilobytes} kB, status {ended.status}"


def _serve_killed(place: Path, draws: random.Random, took: float) -> str:
    """Brings pages in by browser, reads meanwhile, and kills the server."""
    kills, asked = 0, 0
    for _ in range(draws.randint(1, 2)):
        asked += _served(place, draws.uniform(0.2, 1.2) * took)
        kills += 1
    _add_accurate(place)
    return f"server killed {kills} times, {asked} pages asked for"


def _served(place: Path, seconds: float) -> int:
    """Serves, sends the newsroom, asks for lists until the time is up, and kills; how many lists came."""
    words = dateline("serve", "-c", place, "--create", "--port", "0")
    process = subprocess.Popen(
        words,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        text=True,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    asked = 0
    try:
        line = process.stderr.readline()
        address = line.split(" is at ")[1].split()[0].rstrip("/")
        form = [word for path in sorted(NEWSROOM.iterdir()) for word in ("-F", f"file=@{path}")]
        subprocess.run(["curl", "-sS", "-o", os.devnull, *form, f"{address}/pages"], check=True)
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            with urllib.request.urlopen(
                f"{address}/{('stories', 'events', 'desk')[asked % 3]}", timeout=60
            ) as got:
                asked += bool(got.read())
            time.sleep(0.1)
    finally:
        process.kill()
        process.communicate()
    return asked


def _run_words(place: Path, workers: int = 1) -> list[str]:
    return dateline("run", NEWSROOM, *_FAST, "-o", place, "-w", str(workers), "--unit-mb", "1")


def _run(place: Path) -> None:
    run_whole(_run_words(place))


def _run_killed(place: Path, draws: random.Random, took: float) -> str:
    kills = 0
    for _ in range(draws.randint(1, 3)):
        words = _run_words(place, draws.choice((1, 2)))
        kills += run(words, kill_after=draws.uniform(0.3, 1.1) * took).status is None
    _run(place)
    return f"killed {kills} times"


def watch_words(place: Path, addresses: Sequence[str]) -> list[str]:
    """One round over feeds of this machine, which the command line does not allow."""
    return [sys.executable, "-m", "tools.soak.watching", str(place), *addresses]


def watching(addresses: Sequence[str]) -> Trouble:
    """A watch that is killed while the clock jumps."""

    def whole(place: Path) -> None:
        run_whole(watch_words(place, addresses))

    def disturbed(place: Path, draws: random.Random, took: float) -> str:
        kills, clocks = 0, []
        for _ in range(draws.randint(1, 4)):
            clocks.append(draws.choice((0, -30, -3, 3, 30)))
            seconds = draws.uniform(0.3, 1.1) * took
            words = watch_words(place, addresses)
            kills += run(words, kill_after=seconds, extra=at_clock(clocks[-1])).status is None
        for hours in (0, _LATER):
            run_whole(watch_words(place, addresses), extra=at_clock(hours))
        return f"killed {kills} times, clock {clocks} hours off"

    return Trouble("watch killed", whole, disturbed, rows_of_collection)


def troubles(addresses: Sequence[str], *, can_mount: bool) -> list[Trouble]:
    """All that can be done on this machine."""
    found = [
        Trouble("add killed", _add, _add_killed, rows_of_collection),
        watching(addresses),
        Trouble("serve killed", _add_accurate, _serve_killed, rows_of_collection),
        Trouble("run killed", _run, _run_killed, rows_of_run, is_collection=False),
    ]
    if can_mount:
        found.insert(1, Trouble("disk full", _add, _add_on_full_disk, rows_of_collection))
    return found
