"""docs/fields.md says what every field of every record means, and of no other."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from dateline import jobs, model, store
from dateline.jobs import alerting
from dateline.products import alerts

PAGE = Path(__file__).resolve().parents[3] / "docs" / "fields.md"
NOT_WRITTEN = {"RawPage", "Parse", "Sentence", "Token", "Span", "Record"}
"""Records that pass between the parts and never leave the program, and the pair that a span is."""

RECORDS = {
    name: record
    for package in (model, store, jobs, alerting, alerts)
    for name in package.__all__
    if is_dataclass(record := getattr(package, name))
    and issubclass(record, model.Record)
    and name not in NOT_WRITTEN
}
SECTIONS = dict(
    re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
)


def _written(record: type) -> set[str]:
    names = {field.name.rstrip("_") for field in fields(record)}
    return names | ({"schema"} if getattr(record, "SCHEMA", None) else set())


def _documented(name: str) -> set[str]:
    table = SECTIONS[name].split("\n| kind |")[0]
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    return {field for cell in cells for field in re.findall(r"`(\w+)`", cell)}


@pytest.mark.parametrize("name", RECORDS)
def test_every_field_is_documented(name):
    assert name in SECTIONS, f"docs/fields.md has no section {name}"
    assert _documented(name) == _written(RECORDS[name])


def test_no_section_is_about_a_record_that_is_not_there():
    assert set(SECTIONS) == set(RECORDS)


def test_links_lead_to_a_section():
    for target in re.findall(r"\]\(#([\w-]+)\)", PAGE.read_text(encoding="utf-8")):
        assert target in {name.lower() for name in SECTIONS}
