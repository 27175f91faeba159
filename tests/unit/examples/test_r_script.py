"""The script for R makes a table and a picture of an export."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pytest

import dateline

RSCRIPT = shutil.which("Rscript")
ROOT = Path(__file__).resolve().parents[3]
SCRIPT = ROOT / "examples" / "r" / "dyads.R"

pytestmark = pytest.mark.skipif(RSCRIPT is None, reason="Rscript is not installed (Debian: r-base-core)")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The sample newsroom, exported as CSV and as Parquet."""
    place = tmp_path_factory.mktemp("r")
    with dateline.open(place / "collection") as collection:
        collection.add([ROOT / "examples" / "newsroom"], workers=0, tier="fast")
        for to in ("csv", "parquet"):
            dateline.export(collection, to=to, path=place / to)
    return place


def run(*arguments: Path) -> subprocess.CompletedProcess[str]:
    command = [str(RSCRIPT), "--vanilla", str(SCRIPT), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def has_reader() -> bool:
    asked = 'cat(any(sapply(c("nanoparquet", "arrow"), requireNamespace, quietly = TRUE)))'
    told = subprocess.run(
        [str(RSCRIPT), "-e", asked], capture_output=True, text=True, timeout=60, check=False
    )
    return told.stdout.endswith("TRUE")


def test_the_table_is_that_of_the_export_and_the_picture_a_pdf(folder, tmp_path):
    done = run(folder / "csv", tmp_path / "dyads.pdf")
    assert done.returncode == 0 and "dyad-months were read" in done.stderr
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    with (folder / "csv" / "dyad_month.csv").open(encoding="utf-8") as file:
        wanted = [
            row
            for row in csv.DictReader(file)
            if any(int(row[name]) for name in row if name.startswith("events_"))
        ]
    assert [
        (row["source_state"], row["target_state"], row["month"], row["events_happened"]) for row in rows
    ] == [(row["source_state"], row["target_state"], row["month"], row["events_happened"]) for row in wanted]
    assert (tmp_path / "dyads.pdf").read_bytes().startswith(b"%PDF")


def test_parquet_is_read_where_r_can_and_else_it_says_what_to_do(folder, tmp_path):
    done = run(folder / "parquet", tmp_path / "dyads.pdf")
    if has_reader():
        assert done.returncode == 0 and done.stdout == run(folder / "csv", tmp_path / "again.pdf").stdout
    else:
        assert done.returncode != 0 and "install.packages('nanoparquet')" in done.stderr


def test_a_folder_that_is_no_export_is_named(tmp_path):
    done = run(tmp_path, tmp_path / "dyads.pdf")
    assert done.returncode != 0 and "holds no dyad_month" in done.stderr
