"""Lists are those of Python, part by part, in every form."""

from __future__ import annotations

import csv
import io
import json

import pytest

from dateline.store import open_collection
from tests.unit.store.sample_pages import PAGES, page
from tests.unit.web.rest.conftest import client_of

LISTS = ["articles", "statements", "reports", "events", "stories", "actors"]


def plain(rows):
    return [json.loads(row.to_json()) for row in rows]


def all_of(client, path, **params):
    """The items of all parts, by their links."""
    answer = client.get(path, params=params)
    items = []
    while True:
        told = answer.json()
        items += told["items"]
        assert answer.links.get("next", {}).get("url") == told["next"]
        if told["next"] is None:
            assert told["next_cursor"] is None
            return items
        answer = client.get(told["next"])


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_that_of_python(either_api, either, name):
    assert all_of(either_api, name, limit=9) == plain(getattr(either, name)()) != []


@pytest.mark.parametrize(
    ("name", "filters"),
    [
        ("articles", {"outlet": "Meridian Wire", "language": "en", "about": ["fiji", "bali"]}),
        ("statements", {"said_by": "Joko Widodo", "type": ["direct", "mixed"]}),
        ("statements", {"names": "FJI", "after": "2024"}),
        ("events", {"between": ["USA", "CHN"]}),
        ("events", {"actor": ["FJI", "IDN"], "status": "happened", "root": ["aid", "CONSULT"]}),
        ("reports", {"source": "URY", "before": "2025-01"}),
        ("stories", {"actor": "FJI"}),
        ("actors", {"about": "fi", "after": "2024-03-01"}),
    ],
)
def test_filters_are_those_of_python(either_api, either, name, filters):
    asked = {key: tuple(value) if key == "between" else value for key, value in filters.items()}
    found = all_of(either_api, name, limit=3, **filters)
    assert found == plain(getattr(either, name)(**asked)) != []


def test_the_number_in_all_is_told_when_it_is_asked_for(news, newsroom):
    assert news("events", limit=1)["total"] is None
    assert news("events", limit=1, count=True)["total"] == newsroom.events().count() > 1


def test_what_is_added_meanwhile_shifts_no_row(tmp_path, read_once):
    with open_collection(tmp_path / "news", read_many=read_once) as collection:
        collection.add(PAGES, tier="fast", workers=0)
        before = [row.id for row in collection.articles()]
        with client_of(collection) as client:
            first = client.get("articles", params={"limit": 5}).json()
            new = page("Fiji aids Tuvalu", "Fiji signed an agreement.", day="2031-01-01")
            collection.add([new], tier="fast", workers=0)
            second = client.get(first["next"]).json()
            assert client.get("articles", params={"limit": 1}).json()["items"][0]["day"] == "2031-01-01"
    assert [item["id"] for item in first["items"] + second["items"]] == before[:10]


def test_a_cursor_holds_for_its_own_question_only(api):
    cursor = api.get("events", params={"limit": 2}).json()["next_cursor"]
    for path, params in [("events", {"status": "planned"}), ("reports", {}), ("articles", {})]:
        refused = api.get(path, params={**params, "cursor": cursor})
        assert refused.status_code == 400 and "no cursor of this question" in refused.json()["detail"]
    assert api.get("events", params={"limit": 3, "format": "csv", "cursor": cursor}).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_lines_csv_and_parquet_read_back(api, news, name):
    parquet = pytest.importorskip("pyarrow.parquet")
    items = news(name, limit=20)["items"]
    lines = api.get(name, params={"limit": 20, "format": "ndjson"})
    assert [json.loads(line) for line in lines.text.splitlines()] == items
    table = api.get(name, params={"limit": 20}, headers={"Accept": "application/vnd.apache.parquet"})
    assert parquet.read_table(io.BytesIO(table.content)).to_pylist() == items
    rows = list(csv.DictReader(io.StringIO(api.get(name, params={"limit": 20, "format": "csv"}).text)))
    assert [list(row) for row in rows] == [list(item) for item in items]
    for row, item in zip(rows, items, strict=True):
        for field, value in item.items():
            assert row[field] == _as_cell(value)


def _as_cell(value):
    if isinstance(value, list):
        return "|".join(value)
    return (
        ""
        if value is None
        else str(value).lower()
        if isinstance(value, bool)
        else f"{value:.10g}"
        if isinstance(value, float)
        else str(value)
    )


def test_a_list_of_nothing_is_a_list_in_every_form(api):
    parquet = pytest.importorskip("pyarrow.parquet")
    asked = {"actor": "nobody of that name"}
    assert api.get("events", params=asked).json()["items"] == []
    assert api.get("events", params={**asked, "format": "ndjson"}).content == b""
    assert len(api.get("events", params={**asked, "format": "csv"}).text.splitlines()) == 1
    table = api.get("events", params={**asked, "format": "parquet"}).content
    assert parquet.read_table(io.BytesIO(table)).num_rows == 0


def test_events_are_features_with_the_words_that_report_them(either_api, either):
    answer = either_api.get("events", params={"limit": 7}, headers={"Accept": "application/geo+json"})
    assert answer.headers["content-type"] == "application/geo+json" and "next" in answer.links
    features = answer.json()["features"]
    assert [feature["id"] for feature in features] == [event.id for event in either.events().limit(7)]
    for feature in features:
        assert len(feature["properties"]["evidence"]) == feature["properties"]["reports"]
        for told in feature["properties"]["evidence"]:
            text = either.reading(told["report"].partition("#")[0]).article.text
            quoted = told["quote"].removesuffix(" …")
            assert text[told["start"] : told["end"]].startswith(quoted)
