"""`docs/performance.md` and its pictures: all numbers that are kept, for people. The same numbers give the same page, to the byte."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.curves import Line, growth
from benchmarks.kept import LATEST, Kept, load_kept
from benchmarks.limits import Limit, load_limits
from benchmarks.table import ROWS, SEARCHED
from dateline.products.pictures.picture import Picture

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE = "performance.md"
SIZES = {"search": "5,000 pages", "search-in-many-pages": "100,000 pages"}

_HEAD = """# Performance: what it costs

This page is written by `make bench` from `benchmarks/latest.json`; a run of some measures (`make bench ARGS="--only names runs"`) changes their rows and leaves the others with their dates. How each number
is measured: [benchmarks](../benchmarks/README.md). Ratios compare between machines, seconds do not. *Limit* is what a release must keep (`python -m benchmarks --check`).
"""


def write_page(kept: Kept | None = None, folder: Path = DOCS) -> None:
    """Writes the page and the pictures of what is kept."""
    found = load_kept(LATEST) if kept is None else kept
    (folder / PAGE).write_text(page(found, load_limits()), encoding="utf-8")
    for name, picture in pictures(found).items():
        (folder / f"{name}.svg").write_text(picture.to_svg(), encoding="utf-8")


def page(kept: Kept, limits: Mapping[str, Limit]) -> str:
    """The page: numbers by measure, search at two sizes, where the time of a page goes, growth, and circumstances."""
    numbers = {name: value for entry in kept.values() for name, value in entry["numbers"].items()}
    parts = [_HEAD]
    for name, entry in kept.items():
        rows = list(_rows(entry["numbers"], limits)) if name not in SIZES else []
        if rows:
            head = f"## {name.replace('-', ' ').capitalize()}\n\n{entry['date']}.\n"
            parts.append("\n".join([head, "| | number | limit |", "|---|---|---|", *rows, ""]))
    parts += [_searches(kept, limits), _stations(numbers), _growth(kept), _circumstances(kept)]
    return "\n".join(part for part in parts if part)


def _rows(numbers: Mapping[str, Any], limits: Mapping[str, Limit]) -> Iterator[str]:
    for number, label in ROWS:
        if number in numbers:
            yield f"| {label} | {numbers[number]:,g} | {limits.get(number) or ''} |"


def _searches(kept: Kept, limits: Mapping[str, Limit]) -> str:
    sizes = {
        prefix: kept[name]["numbers"]
        for name, prefix in (("search", "search"), ("search-in-many-pages", "large"))
        if name in kept
    }
    if not sizes:
        return ""
    dates = "; ".join(f"{SIZES[name]}: {kept[name]['date']}" for name in SIZES if name in kept)
    rows = [
        f"| {label} | {_cell(sizes, 'search', number)} | {_cell(sizes, 'large', number)} | {limits.get(f'large_{number}') or ''} |"
        for number, label in SEARCHED
    ]
    head = f"## A collection that grows\n\nTwenty times the pages, CPU-milliseconds where nothing else is said. {dates}.\n"
    return "\n".join([head, "| | 5,000 pages | 100,000 pages | limit |", "|---|---|---|---|", *rows, ""])


def _cell(sizes: Mapping[str, Mapping[str, Any]], prefix: str, number: str) -> str:
    value = sizes.get(prefix, {}).get(f"{prefix}_{number}")
    return "" if value is None else f"{value:,g}"


def _stations(numbers: Mapping[str, Any]) -> str:
    if "stations" not in numbers:
        return ""
    accurate, fast = numbers["stations"], numbers["fast_stations"]
    rows = [
        f"| {name} | {accurate.get(name, 0.0):.2f} | {fast.get(name, 0.0):.2f} |"
        for name in dict.fromkeys((*accurate, *fast))
    ]
    head = "## Where the time of a page goes\n\nCPU-milliseconds a page, from HTML to the stored reading.\n"
    return "\n".join([head, "| | accurate tier | fast tier |", "|---|---|---|", *rows, ""])


def pictures(kept: Kept) -> dict[str, Picture]:
    """Growth curves by the name of their file: time and memory of a run over more and more pages."""
    rows = kept.get("runs", {}).get("numbers", {}).get("runs", [])
    if not rows:
        return {}
    cost = [
        Line(name, tuple((row["pages"], round(row[part], 1)) for row in rows))
        for name, part in (("reading", "reading"), ("telling", "telling"))
    ]
    made = {
        "growth-time": growth(
            "CPU-seconds of a run", "Fast tier, one worker, short invented pages.", "s", cost
        )
    }
    if all("peak_mb" in row for row in rows):
        peak = Line("largest process", tuple((row["pages"], round(row["peak_mb"])) for row in rows))
        made["growth-memory"] = growth("Memory of a run", "Peak of the largest process.", "MB", [peak])
    return made


def _growth(kept: Kept) -> str:
    made = pictures(kept)
    if not made:
        return ""
    shown = [f"![{picture.description}]({name}.svg)\n" for name, picture in made.items()]
    head = "## A run that grows\n\n`dateline run` over crawls of three sizes: a page more costs the same however many there were.\n"
    return "\n".join([head, *shown])


def _circumstances(kept: Kept) -> str:
    rows = [
        f"| {name} | {entry['date']} | {entry['cores']} | {entry['system']} | {entry['python']} | `{entry['pages']}` |"
        for name, entry in kept.items()
    ]
    head = "## What the numbers depend on\n\n`pages` is a hash of the pages that were read, the first 16 digits of a SHA-256.\n"
    columns = "| measure | date | cores | system | Python | pages |"
    return "\n".join([head, columns, "|---|---|---|---|---|---|", *rows, ""])
