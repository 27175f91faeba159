"""Tables: their descriptors hold by other people's validators, and periods without events are there."""

from __future__ import annotations

import json
import logging

import mlcroissant
import pyarrow.parquet
import pytest
from frictionless import Package, validate

from dateline.model import Status
from dateline.products.exports.kinds import Text
from dateline.products.exports.schema import Kind
from dateline.products.exports.tables import TABLES


@pytest.mark.parametrize("text", list(Text))
def test_frictionless_finds_no_fault_in_csv_nor_in_keys_between_tables(exported, text):
    report = validate(str(exported("csv", text=text) / "datapackage.json"))
    assert report.flatten(["type", "note", "fieldName"]) == []
    assert len(report.tasks) == len(TABLES)


def test_filtered_tables_still_refer_to_rows_that_are_there(exported):
    report = validate(str(exported("csv", root="consult", status="planned") / "datapackage.json"))
    assert report.flatten(["type", "note", "fieldName"]) == []


def test_the_descriptor_of_parquet_names_the_columns_that_are_there(exported):
    folder = exported("parquet")
    package = Package(str(folder / "datapackage.json"))
    types = {
        "string": "string",
        "yearmonth": "string",
        "integer": "int64",
        "number": "double",
        "boolean": "bool",
    }
    types |= {"date": "date32[day]", "array": "list<element: string>"}
    for resource in package.resources:
        schema = pyarrow.parquet.read_schema(folder / resource.path)
        told = [(field.name, types[field.type]) for field in resource.schema.fields]
        assert told == [(field.name, str(field.type)) for field in schema]


@pytest.mark.parametrize("to", ["csv", "parquet"])
def test_mlcroissant_reads_every_table_by_its_descriptor(exported, to, caplog):
    caplog.set_level(logging.CRITICAL)
    folder = exported(to)
    data = mlcroissant.Dataset(str(folder / "croissant.json"))
    assert not data.metadata.issues.errors
    counts = {one["name"]: one["dateline:rows"] for one in _package(folder)["resources"]}
    for table in TABLES:
        assert sum(1 for _ in data.records(table.name)) == counts[table.name]


def test_parquet_and_csv_hold_the_same_rows(exported, rows):
    folder = exported("parquet")
    for table in TABLES:
        found = pyarrow.parquet.read_table(folder / f"{table.name}.parquet").to_pylist()
        own = rows(table.name)
        assert len(found) == len(own)
        for name in (column.name for column in table.columns if column.kind is Kind.TEXT):
            assert [row[name] or "" for row in found] == [row[name] for row in own]


def test_lists_keep_the_place_of_what_they_lack(exported):
    events = pyarrow.parquet.read_table(exported("parquet") / "events.parquet").to_pylist()
    (rand,) = [row for row in events if row["source"] == ["Ole Rand"]]
    assert (rand["source_actors"], rand["target_actors"]) == ([None], ["Q159"])
    for row in events:
        assert len(row["source"]) == len(row["source_actors"]) == len(row["source_states"])


def test_ids_of_one_page_do_not_go_out_as_if_they_held_everywhere(exported):
    folder = exported("csv", text="none")
    assert not [path.name for path in folder.iterdir() if "local:" in path.read_text(encoding="utf-8")]


def test_every_status_has_its_rows(rows):
    assert {row["status"] for row in rows("events")} == set(Status)
    assert {row["manual_label"] for row in rows("events") if row["status"] == "planned"} == {"AGREE"}


def test_only_a_city_has_coordinates(rows):
    places = {row["place"]: row for row in rows("events") if row["place"]}
    assert {name: row["place_precision"] for name, row in places.items()} == {
        "Ukraine": "country",
        "Almaty": "city",
        "Bali": "region",
    }
    assert [name for name, row in places.items() if row["latitude"]] == ["Almaty"]
    assert float(places["Almaty"]["latitude"]) == pytest.approx(43.25, abs=0.1)


def test_a_name_in_another_script_and_marks_of_the_format_come_back(rows):
    outlets = {row["outlet"] for row in rows("articles")}
    assert {"Жибек Жолы", 'Brask "Daily" | West'} <= outlets
    assert "Владимир Путин" in {row["speaker"] for row in rows("statements")}


def test_a_page_without_a_date_has_an_empty_day(rows):
    (undated,) = [row for row in rows("articles") if row["outlet"].startswith("Brask")]
    assert undated["day"] == undated["published"] == ""


def test_every_month_of_a_dyad_is_there_and_is_zero_without_events(rows):
    dyads = {(row["source_state"], row["target_state"]) for row in rows("dyad_month")}
    assert ("CHN", "KAZ") in dyads and ("TUR", "ARM") in dyads
    for dyad in dyads:
        own = [row for row in rows("dyad_month") if (row["source_state"], row["target_state"]) == dyad]
        assert [row["month"] for row in own] == [f"2022-{month:02}" for month in range(5, 10)]
        assert [row["pages"] for row in own] == ["1", "0", "0", "0", "3"]
        assert [row["active_outlets"] for row in own] == ["1", "0", "0", "0", "3"]
    empty = [row for row in rows("dyad_month") if row["month"] == "2022-07"]
    assert empty and {row["events_happened"] for row in empty} == {"0"}


def test_every_day_of_a_dyad_is_there(rows):
    days = [
        row["day"] for row in rows("dyad_day") if (row["source_state"], row["target_state"]) == ("TUR", "ARM")
    ]
    assert (days[0], days[-1], len(days)) == ("2022-05-10", "2022-09-15", 129)


def test_a_panel_counts_events_once_however_many_reports_they_have(rows):
    (row,) = [
        row
        for row in rows("dyad_month")
        if (row["source_state"], row["target_state"], row["month"]) == ("CHN", "KAZ", "2022-09")
    ]
    met = [
        event
        for event in rows("events")
        if event["status"] == "happened"
        and event["source_states"] == "CHN"
        and event["target_states"] == "KAZ"
    ]
    assert int(row["events_happened"]) == len(met) > 0
    assert int(row["reports"]) == sum(int(event["reports"]) for event in met) > int(row["independent"])
    assert row["outlets"] == "2"


def test_what_did_not_happen_is_counted_apart(rows):
    panel = [row for row in rows("country_month") if row["state"] == "KAZ"]
    assert sum(int(row["events_denied"]) for row in panel) == 1
    (denied,) = [row for row in rows("dyad_month") if row["events_denied"] == "1"]
    assert denied["source_state"] == "RUS" and denied["events_happened"] == denied["material_conflict"] == "0"


def test_a_panel_stays_between_the_days_that_were_asked_for(rows):
    assert {row["month"] for row in rows("country_month", after="2022-09", before="2022-10")} == {"2022-09"}


def test_an_event_dated_outside_the_pages_days_is_in_no_period(rows):
    planned = [row for row in rows("events") if row["date"] == "2023-05"]
    assert planned and not [
        row for row in rows("dyad_month") if (row["source_state"], row["target_state"]) == ("KAZ", "CHN")
    ]


def _package(folder):
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
