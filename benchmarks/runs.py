"""Runs over many files: `python -m benchmarks.runs [PAGES...]` prints a JSON line, with the curve that the sizes lie on.

Crawls of invented pages of three sizes, the days of all as full as each other, are read in the fast tier by one worker and told across all
units. Processor time is that of all processes; the peak is that of the largest process. `python -m benchmarks.runs one FOLDER` makes one run.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.child import run
from benchmarks.invented_crawl import write_crawl

SIZES = (250, 500, 1_000)
PAGES_A_DAY, PAGES_IN_FILE = 50, 50
MILLION = 1_000_000
CORE_HOUR = 3_600


def one(folder: Path) -> dict[str, float]:
    """The processor time of reading and of telling, and the bytes that were written, of a run over the files of a folder."""
    from dateline import api
    from dateline.engine.adapters.local import LocalEngine
    from dateline.engine.runs.files import Files
    from dateline.engine.runs.manifest import Options
    from dateline.engine.runs.run import planned
    from dateline.engine.runs.run import run as make
    from dateline.sources import files_of

    class Clock:
        """Notes when all units are read."""

        read = 0.0

        def unit(self, _manifest: object) -> None:
            """Nothing is noted of a unit."""

        def step(self, _what: str) -> None:
            """The first step begins when reading has ended."""
            self.read = self.read or spent()

    options, clock = Options("fast", keep_pages=False), Clock()
    provenance, out = api.provenance("fast"), folder / "out"
    begun = spent()
    files = files_of(sorted(folder.glob("*.warc.gz")))
    plan = planned(Files.at(str(out)), files, provenance, options, 100_000)
    report = make(LocalEngine(1), plan, api.read_in_languages, clock)
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    return {
        "pages": report.articles + report.repeated,
        "stories": report.stories,
        "reading": clock.read - begun,
        "telling": spent() - clock.read,
        "kb_a_page": size / 1_000 / report.articles,
    }


def spent() -> float:
    """Seconds of processor time of this process and of those that it started and that ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def measured(sizes: Sequence[int] = SIZES) -> dict[str, Any]:
    """All sizes, and what a page more costs by the straight line through them."""
    found: list[dict[str, float]] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            write_crawl(Path(folder), size, files=-(-size // PAGES_IN_FILE), a_day=PAGES_A_DAY)
            done = run(["-m", "benchmarks.runs", "one", folder])
        numbers = json.loads(done.output.strip().splitlines()[-1])
        found.append({**numbers, **({"peak_mb": done.peak_mb} if done.peak_mb is not None else {})})
    reading, telling = (
        slope([(each["pages"], each[part]) for each in found]) for part in ("reading", "telling")
    )
    peaks = [each["peak_mb"] for each in found if "peak_mb" in each]
    flat = (
        {"runs_peak_mb": round(max(peaks), 1), "runs_peak_growth": round(peaks[-1] / peaks[0], 3)}
        if peaks
        else {}
    )
    return {
        "runs": found,
        "runs_reading_ms_a_page": round(1_000 * reading, 2),
        "runs_telling_ms_a_page": round(1_000 * telling, 2),
        "runs_core_hours_a_million": round((reading + telling) * MILLION / CORE_HOUR, 1),
        **flat,
    }


def slope(points: Sequence[tuple[float, float]]) -> float:
    """What one more costs, by least squares."""
    mean_x, mean_y = (sum(point[axis] for point in points) / len(points) for axis in (0, 1))
    over = sum((x - mean_x) * (y - mean_y) for x, y in points)
    return over / sum((x - mean_x) ** 2 for x, _ in points)


def curve(found: Mapping[str, Any]) -> list[str]:
    """The sizes that were measured, a line each, and the line through them, for people."""
    lines = [
        f"{each['pages']:>8,.0f} pages: reading {each['reading']:.1f} s, telling {each['telling']:.1f} s of CPU, {each['kb_a_page']:.1f} KB a page"
        for each in found["runs"]
    ]
    million = found["runs_core_hours_a_million"]
    each = found["runs_reading_ms_a_page"], found["runs_telling_ms_a_page"]
    return [
        *lines,
        f"a page more: {each[0]} ms to read, {each[1]} ms to tell; a million pages: {million} core-hours",
    ]


if __name__ == "__main__":
    if sys.argv[1:2] == ["one"]:
        print(json.dumps(one(Path(sys.argv[2]))))
    else:
        numbers = measured([int(size) for size in sys.argv[1:]] or SIZES)
        print("\n".join(curve(numbers)))
        print(json.dumps(numbers))
