"""Two reports of one visit, read and compared whole: scored by a ruler of their own, in counts."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dateline.model import Reading, Stories, Story
from evaluation.bench import Bench, PartMissing
from evaluation.cases import Attempts, Case, SetResult

NAME = "seeds"
FILES = ("seeds",)
LEVEL = "first"


def measure(bench: Bench) -> SetResult:
    """What was got in every row of the ruler, and how many required rows hold at the level `first`."""
    read, attempts = bench.part("read"), Attempts()
    pages = sorted((bench.data / "seeds").glob("*.txt"))
    read_pages = [attempts.call(page.name, None, read, page) for page in pages]
    attempts.require_some()
    readings = [reading for reading in read_pages if reading is not None]
    note, stories = "", list[Story]()
    try:
        group = bench.part("group")
        stories = attempts.call("group", stories, group, readings)
    except PartMissing as missing:
        note = f"scored without stories: {missing}"
    rows = run_ruler(bench.tools / "score_seeds.py", readings, Stories(tuple(stories)))
    numbers = {f"{NAME}.required_rows": float(sum(row["passed"] for row in rows if row["required"]))}
    totals = {f"{NAME}.required_rows": float(sum(row["required"] for row in rows))}
    for row in rows:
        name = f"{NAME}.{metric_name(row['what'])}"
        numbers[name], totals[name] = float(row["got"]), float(row["of"])
    cases = tuple(row_case(row) for row in rows)
    return SetResult(NAME, numbers, cases, totals=totals, errors=attempts.errors, note=note)


def run_ruler(ruler: Path, readings: Sequence[Reading], stories: Stories) -> list[dict[str, Any]]:
    """The ruler's rows. It runs as a program of its own, on files."""
    with tempfile.TemporaryDirectory() as folder:
        lines, whole = Path(folder, "readings.jsonl"), Path(folder, "stories.json")
        lines.write_text("".join(reading.to_json() + "\n" for reading in readings), encoding="utf-8")
        whole.write_text(stories.to_json(), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, str(ruler), str(lines), str(whole), "--level", LEVEL, "--json"],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    if not done.stdout.strip():
        raise PartMissing(f"{ruler.name} gave no result: {done.stderr.strip().splitlines()[-1:]}")
    rows: list[dict[str, Any]] = json.loads(done.stdout)["rows"]
    return rows


def metric_name(what: str) -> str:
    """A row's title as one word, without what stands in brackets: `dates, by page (all)` is `dates_by_page`."""
    return "_".join("".join(c if c.isalnum() else " " for c in what.partition("(")[0]).split())


def row_case(row: dict[str, Any]) -> Case:
    """A row: its share, what it needs, and how many were missed."""
    share = row["got"] / row["of"] if row["of"] else 0.0
    wanted = {key: row[key] for key in ("got", "need", "of", "required", "passed")}
    return Case(metric_name(row["what"]), share, {**wanted, "misses": len(row["missed"])})
