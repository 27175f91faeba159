"""What is measured, each in fresh processes: a cold start, the seed pages, peak memory, names alone, copies, stories, archives, search, web pages, the stations, and the contest."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.child import ChildFailed, Run, run

TIMES = 3
GROUPED, GROUPED_LONG, GROUPED_A_DAY = 10_000, 60_000, 2_000
COPIES_HELD = 5_000
CRAWLED = 20_000
SEARCHED, SEARCHED_LARGE = 5_000, 100_000
ENDURED = 2_000

Numbers = Mapping[str, Any]


def cold_start(first_page: Path) -> Numbers:
    """`python -m dateline read FILE`: start, import, load and one page. One run before warms the disk.

    Wall time is the least of the runs, as other programs can only add to it; CPU time and memory are medians.
    """
    runs = [run(["-m", "dateline", "read", str(first_page), "--to", "jsonl"]) for _ in range(TIMES + 1)][1:]
    return {
        "cold_wall_seconds": round(min(r.wall for r in runs), 3),
        **optional("cold_cpu_seconds", [r.cpu for r in runs]),
        **optional("cold_peak_mb", [r.peak_mb for r in runs]),
    }


def seeds(pages: Path) -> Numbers:
    """CPU-seconds for both seed pages in a process that has read another page before."""
    spent = [
        printed(run(["-m", "benchmarks.contenders", "dateline", str(pages)]))["pages"] for _ in range(TIMES)
    ]
    return {"seeds_cpu_seconds": round(median(spent), 3)}


def memory(pages: Path) -> Numbers:
    """Peak memory of either side over all pages."""
    peaks = {
        name: run(["-m", "benchmarks.contenders", name, str(pages)]).peak_mb for name in ("dateline", "spacy")
    }
    return {f"{name}_peak_mb": round(peak, 1) for name, peak in peaks.items() if peak is not None}


def names(pages: Path) -> Numbers:
    """Names without a parse: their speed over the pages beside the bare scan, and what a process of tables alone takes.

    Time and memory until the tables are ready are medians of fresh processes.
    """
    runs = [run(["-m", "benchmarks.names", "start"]) for _ in range(TIMES)]
    ready = {
        f"names_{part}_seconds": round(median(printed(r)[part] for r in runs), 3)
        for part in ("import", "tables")
    }
    return {
        **printed(run(["-m", "benchmarks.names", "speed", str(pages)])),
        **ready,
        **optional("names_peak_mb", [r.peak_mb for r in runs]),
    }


def copies(pages: Path) -> Numbers:
    """Signatures of copies beside trafilatura's simhash, and a stream through an index that holds all of its pages."""
    held = run(["-m", "benchmarks.copies", "hold", str(COPIES_HELD)])
    few = run(["-m", "benchmarks.copies", "hold", "1"])
    peaks = [held.peak_mb, few.peak_mb]
    each = [] if None in peaks else [1000 * (float(peaks[0] or 0) - float(peaks[1] or 0)) / COPIES_HELD]
    return {
        **printed(run(["-m", "benchmarks.copies", "speed", str(pages)])),
        **printed(held),
        **optional("copies_peak_mb", [held.peak_mb]),
        **optional("copies_kb_a_page", list(each)),
    }


def grouping() -> Numbers:
    """Stories of a short stream and of a longer one, whose window is the same."""
    short = printed(run(["-m", "benchmarks.grouping", str(GROUPED), str(GROUPED_A_DAY)]))
    done = run(["-m", "benchmarks.grouping", str(GROUPED_LONG), str(GROUPED_A_DAY)])
    long = printed(done)
    return {
        "grouped_pages_per_second": short["pages_per_second"],
        "grouped_long_pages_per_second": long["pages_per_second"],
        "grouped_long_to_short": round(long["pages_per_second"] / short["pages_per_second"], 2),
        "grouped_open_pages": long["most_open"],
        **optional("grouped_peak_mb", [done.peak_mb]),
    }


def archives(folder: Path) -> Numbers:
    """A made crawl as a stream of pages: its speed beside fastwarc, and the peak of a process that takes all of them."""
    crawl = folder / "crawl.warc.gz"
    run(["-m", "benchmarks.archives", "make", str(crawl), str(CRAWLED)])
    streamed = run(["-m", "benchmarks.archives", "stream", str(crawl)])
    return {
        **printed(run(["-m", "benchmarks.archives", "speed", str(crawl)])),
        **printed(streamed),
        **optional("archives_peak_mb", [streamed.peak_mb]),
    }


def searching(is_large: bool = False) -> Numbers:
    """Questions to a collection of invented pages: of a small one, or of a large one, which takes minutes to make."""
    found = printed(run(["-m", "benchmarks.searching", str(SEARCHED_LARGE if is_large else SEARCHED)]))
    return {f"{'large' if is_large else 'search'}_{name}": value for name, value in found.items()}


def screens(folder: Path) -> Numbers:
    """Every address of the web pages in a large collection, which takes ten minutes to make: the dearest of each screen."""
    found = printed(run(["-m", "benchmarks.screens", str(folder / "screens"), str(SEARCHED_LARGE)]))
    return {f"screens_{name}": value for name, value in found.items()}


def runs() -> Numbers:
    """Runs over crawls of three sizes: what a page costs to read and to tell, and the largest process."""
    return printed(run(["-m", "benchmarks.runs"]))


def stations(pages: Path) -> Numbers:
    """CPU-milliseconds a page by station, from HTML to the stored reading; what `resolve_mentions` takes also as a speed."""
    found, fast = (
        printed(run(["-m", "benchmarks.stations", str(pages), tier])) for tier in ("accurate", "fast")
    )
    speed = {"resolved_pages_per_second": round(1000 / found["mentions"], 1)} if found.get("mentions") else {}
    return {
        "sentences_per_second": found.pop("sentences_per_second"),
        "fast_sentences_per_second": fast["sentences_per_second"],
        "frames_to_parse": round(fast.get("events", 0.0) / fast["parse"], 3),
        "stations": found,
        "fast_stations": {name: spent for name, spent in fast.items() if name != "sentences_per_second"},
        **speed,
    }


def chain(webpages: Path, rounds: int) -> Numbers:
    """From HTML to the stored reading in both tiers, beside spaCy over the same texts."""
    return printed(run(["-m", "benchmarks.chain", str(webpages), str(rounds)]))


def crew(webpages: Path) -> Numbers:
    """What a second worker brings, where there is a second core."""
    return printed(run(["-m", "benchmarks.crew", str(webpages)])) if (os.cpu_count() or 1) > 1 else {}


def endurance(pages: Path) -> Numbers:
    """Memory of a process over many pages whose words do not come again."""
    return printed(run(["-m", "benchmarks.endurance", str(pages), str(ENDURED), "fast"]))


def contest(pages: Path, rounds: int) -> Numbers:
    """Both sides in turn over the same pages."""
    return printed(run(["-m", "benchmarks.contest", str(pages), str(rounds)]))


def printed(done: Run) -> dict[str, Any]:
    """The JSON line that a program printed last."""
    found: dict[str, Any] = json.loads(done.output.strip().splitlines()[-1])
    return found


def optional(name: str, values: list[float | None]) -> dict[str, float]:
    """The median, where the system told any."""
    told = [value for value in values if value is not None]
    return {name: round(median(told), 3)} if told else {}


def attempt(what: str, measure: Callable[[], Numbers], problems: list[str]) -> Numbers:
    """The numbers, or none with a line in `problems`."""
    try:
        return measure()
    except ChildFailed as failed:
        problems.append(f"{what}: not measured: {failed}")
        return {}
