"""What a person corrected goes out corrected, in every format, and the tables say so."""

from __future__ import annotations

import csv

import pytest
from sample_collection import pages

import dateline
from dateline.products.exports import Format
from dateline.store import open_collection


@pytest.fixture(scope="module")
def corrected(read_once, tmp_path_factory):
    """The sample pages, with the visit planned, the threat no event, and a quotation from somebody else."""
    place = tmp_path_factory.mktemp("corrected") / "news"
    with open_collection(place, read_many=read_once) as collection:
        collection.add(pages(), workers=0)
        because = {"why": "by the page", "by": "Ana"}
        for row in list(collection.reports(root="consult", status="happened")):
            collection.correct(f"{row.article}#{row.id}", status="planned", **because)
        for row in list(collection.reports(root="threaten")):
            collection.correct(f"{row.article}#{row.id}", nothing=True, **because)
        for said in list(collection.statements(said_by="Xi Jinping")):
            collection.correct(f"{said.article}#{said.id}", speaker="Tilda Horn", note="see", **because)
        yield collection


def table(collection, folder, name):
    if not folder.exists():
        dateline.export(collection, to=Format.CSV, path=folder)
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_tables_have_the_corrected_values_and_say_so(corrected, tmp_path):
    events, reports, said = (
        table(corrected, tmp_path / "t", name) for name in ("events", "reports", "statements")
    )
    assert {row["status"] for row in events if row["root"] == "CONSULT"} == {"planned"}
    assert all(
        row["corrected"] == "true"
        for row in (*events, *reports)
        if row["root"] == "CONSULT" and row["mode"] == ""
    )
    assert "THREATEN" not in {row["root"] for row in (*events, *reports)}
    told = [row for row in said if row["flag"] == "see"]
    assert told and {(row["speaker"], row["corrected"]) for row in told} == {("Tilda Horn", "true")}


def test_the_mart_has_them_too(corrected):
    pytest.importorskip("pyarrow")
    from pyarrow.parquet import read_table

    files = [path for path in corrected.write_mart() if path.parent.name == "reports"]
    rows = [row for path in files for row in read_table(path).to_pylist()]
    assert {row["status"] for row in rows if row["root"] == "CONSULT"} == {"planned"}
    assert any(row["corrected"] for row in rows) and not any(row["root"] == "THREATEN" for row in rows)


@pytest.mark.parametrize("to", ["geojson", "ftm", "webannotation"])
def test_files_tell_nothing_that_was_taken_out(corrected, tmp_path, to):
    place = tmp_path / to
    dateline.export(corrected, to=Format(to), path=place)
    told = place.read_text(encoding="utf-8")
    assert told and "THREATEN" not in told.upper().replace("THREATENED", "")


def test_a_set_of_what_happened_has_no_visit_that_is_planned(corrected, tmp_path):
    dateline.export(corrected, to=Format.GDELT, path=tmp_path / "gdelt")
    rows = [
        line.split("\t")
        for path in (tmp_path / "gdelt").glob("*.export.CSV")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert rows and not any("040" in row for row in rows)


def test_a_story_follows_in_its_facts(corrected):
    told = list(corrected.events(root="consult", source="Xi Jinping"))
    facts = {fact.text for event in told for fact in corrected.story(event.story).facts}
    assert told and all(event.text in facts and " is to " in event.text for event in told)
