"""The codebook of an export and docs/tables.md say the same of every column."""

from __future__ import annotations

import csv
from pathlib import Path

from dateline.products.exports.tables import TABLES
from dateline.products.exports.tabular.codebook import codebook_markdown

PAGE = Path(__file__).resolve().parents[4] / "docs" / "tables.md"


def test_the_page_of_the_documentation_is_the_codebook():
    _, _, tables = PAGE.read_text(encoding="utf-8").partition("\n## ")
    assert f"## {tables}" == codebook_markdown(TABLES).decode("utf-8")


def test_the_codebook_has_a_row_for_every_column(exported):
    folder = exported("csv")
    with (folder / "codebook.csv").open(encoding="utf-8", newline="") as file:
        told = [(row["table"], row["column"]) for row in csv.DictReader(file)]
    written = [
        (table.name, name)
        for table in TABLES
        for name in (folder / f"{table.name}.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    ]
    assert told == written


def test_every_column_has_a_rule_and_says_when_it_is_missing():
    for table in TABLES:
        for column in table.columns:
            assert column.rule, (table.name, column.name)
