"""Makes collections under trouble until the CPU time is used up, and compares each row for row with one that nobody disturbed.

    python -m tools.soak --minutes 8 --seed 7 > soak.log

A line a round: its seed, what happened, how many rows are the same. The exit status is 1 when a round went wrong; its folder is kept.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.unit.jobs.newsstand import Newsstand
from tests.unit.sources.fetch.loopback import serving
from tools.soak.processes import SoakError, cpu_seconds, dateline, faketime, run_whole
from tools.soak.rows import Rows, compare
from tools.soak.troubles import Trouble, small_disk, troubles

_FEEDS = ("courier", "post", "times")


class Soak:
    """Rounds of trouble in one folder."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._seed = seed
        self._whole: dict[str, tuple[Rows, float]] = {}
        self.passed: Counter[str] = Counter()
        self.failed: list[str] = []

    def round(self, number: int, trouble: Trouble) -> None:
        """One round, told in one line."""
        wanted, took = self._undisturbed(trouble)
        place, name = self._folder / f"{number}", f"{self._seed}:{number}"
        what = ""
        try:
            what = trouble.disturbed(place, random.Random(name), took)
            if trouble.is_collection:
                run_whole(dateline("verify", "-c", place))
            count = compare(trouble.rows(place), wanted)
        except SoakError as error:
            self.failed.append(f"{name} {trouble.name}")
            print(f"{name} {trouble.name}: {what}: FAILED, see {place}: {error}", flush=True)
            return
        self.passed[trouble.name] += 1
        print(f"{name} {trouble.name}: {what}; {count} rows the same", flush=True)
        shutil.rmtree(place)

    def _undisturbed(self, trouble: Trouble) -> tuple[Rows, float]:
        """The rows that nobody disturbed, and how many seconds they took."""
        if trouble.name not in self._whole:
            place = self._folder / f"whole {trouble.name}"
            began = time.monotonic()
            trouble.whole(place)
            self._whole[trouble.name] = trouble.rows(place), time.monotonic() - began
        return self._whole[trouble.name]


def can_mount(folder: Path) -> bool:
    """Whether small disks can be made: by root on Linux."""
    try:
        with small_disk(folder / "probe", 64):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


def publish(stand: Newsstand) -> list[str]:
    """Feeds with reports, of which one stands whole in its feed."""
    for number in range(1, 6):
        for feed in _FEEDS:
            stand.publish(feed, number, is_whole=number == 2)
    return [stand.address(feed) for feed in _FEEDS]


def main() -> int:
    """Goes round until the time is used up."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=8.0, help="CPU time, that of all processes together")
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(3)))
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="dateline-soak-"))
    soak, number = Soak(folder, given.seed), 0
    with serving() as site:
        kinds = troubles(publish(Newsstand(site)), can_mount=can_mount(folder))
        print(
            f"seed {given.seed}; {', '.join(kind.name for kind in kinds)}; clocks: {faketime() or 'not set'}",
            flush=True,
        )
        while cpu_seconds() < given.minutes * 60:
            soak.round(number, kinds[number % len(kinds)])
            number += 1
    told = ", ".join(f"{count} {name}" for name, count in soak.passed.items())
    print(
        f"{number} rounds in {cpu_seconds():.0f} CPU-seconds: {told}; {len(soak.failed)} failed {soak.failed}"
    )
    if not soak.failed:
        shutil.rmtree(folder)
    return 1 if soak.failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
