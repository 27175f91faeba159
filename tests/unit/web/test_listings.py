"""Lists of statements, events and actors, somebody's page, an event across reports."""

from __future__ import annotations

import csv
import io
import re
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from dateline.store import Collection
from dateline.web import Site, web_app
from tests.unit.web.corrected_pages import visit

LISTS = ("/statements", "/events", "/actors")


@pytest.mark.parametrize("address", LISTS)
def test_a_list_goes_on_where_it_ended(client: TestClient, address: str) -> None:
    whole = client.get(f"{address}.json").json()["rows"]
    first = client.get(address).text
    assert first.count("data-row") == min(50, len(whole))
    if len(whole) > 50:
        second = client.get(f"{address}?cursor=50").text
        assert f'href="{address}?cursor=50"' in first
        assert f"{51} to {min(100, len(whole))}" in second


@pytest.mark.parametrize("address", LISTS)
def test_all_formats_hold_the_same_rows(client: TestClient, address: str) -> None:
    rows = client.get(f"{address}.json").json()["rows"]
    table = list(csv.DictReader(io.StringIO(client.get(f"{address}.csv").text)))
    items = re.findall(r"^- ", client.get(f"{address}.md").text, re.MULTILINE)
    assert len(rows) == len(table) == len(items) > 0
    assert client.get(f"{address}.geojson").status_code == 400
    assert client.get(f"{address}.xyz").status_code == 404


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize(
    "query", ["from=yesterday", "from=2024-06-02&to=2024-06-01", "cursor=-1", "cursor=x", "cursor=9999999"]
)
def test_what_cannot_be_asked_is_refused_in_one_line(client: TestClient, address: str, query: str) -> None:
    answer = client.get(f"{address}?{query}")
    assert answer.status_code == 400
    assert '<p class="lede">' in answer.text


@pytest.mark.parametrize("query", ["status=maybe", "root=DANCE", "context=dance", "between=KAZ"])
def test_unknown_values_of_events_are_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/events?{query}").status_code == 400


def test_filters_narrow_a_list_and_are_chips_that_go(client: TestClient) -> None:
    page = client.get("/events?status=planned&root=consult&from=2024-01-01")
    assert page.status_code == 200
    assert 'aria-label="Remove status planned"' in page.text
    assert 'href="/events?root=consult&amp;from=2024-01-01" aria-label="Remove status planned"' in page.text
    rows = client.get("/events.json?status=planned&root=consult").json()["rows"]
    assert rows
    assert {(row["status"], row["root"]) for row in rows} == {("planned", "CONSULT")}


def test_events_are_asked_for_by_what_they_are_about(client):
    rows = client.get("/events.json?context=diplomatic").json()["rows"]
    assert rows and all("diplomatic" in row["contexts"] for row in rows)
    assert len(rows) < len(client.get("/events.json").json()["rows"])
    page = client.get(f"/e/{rows[0]['id']}").text
    assert "<dt>about</dt>" in page and "diplomatic" in page


def test_chips_say_names_instead_of_ids(client: TestClient) -> None:
    assert "<bdi>Xi Jinping</bdi> <a" in client.get("/statements?said_by=Q15031").text


def test_an_empty_list_says_what_to_do(client: TestClient) -> None:
    for address in LISTS:
        assert "Take a filter away" in client.get(f"{address}?about=xyzzy&outlet=nobody").text


def test_an_empty_collection_says_how_to_begin(folder_collection: Collection) -> None:
    with TestClient(web_app(Site(folder_collection)), base_url="http://localhost") as empty:
        for address in LISTS:
            assert "Add pages" in empty.get(address).text
            assert empty.get(f"{address}.json").json()["rows"] == []


def test_rows_that_a_person_corrected_say_so(folder_collection: Collection) -> None:
    folder_collection.add([visit()])
    row = next(iter(folder_collection.statements()))
    folder_collection.correct(f"{row.article}#{row.id}", why="a test", by="Ana", type="indirect", note="look")
    with TestClient(web_app(Site(folder_collection)), base_url="http://localhost") as client:
        page = client.get("/statements").text
        assert '<span class="corrected">corrected</span>' in page
        assert "flag: <bdi>look</bdi>" in page
        assert client.get("/statements.json").json()["rows"][0]["corrected"] is True


def test_statements_are_those_of_the_filters(client: TestClient) -> None:
    rows = client.get("/statements.json?type=direct&outlet=The+Harbour+Courier").json()["rows"]
    assert rows
    assert {(row["type"], row["outlet"]) for row in rows} == {("direct", "The Harbour Courier")}
    page = client.get("/statements?type=direct&outlet=The+Harbour+Courier").text
    assert f"/a/{rows[0]['article']}?ev={rows[0]['id']}" in page


def test_somebodys_page_has_counts_that_their_lists_have(client: TestClient, newsroom: Collection) -> None:
    actor = next(iter(newsroom.actors())).actor
    page = client.get(f"/actor/{actor}").text
    for name, rows in (
        ("said_by", newsroom.statements(said_by=actor)),
        ("names", newsroom.statements(names=actor)),
    ):
        assert f'<a href="/statements?{name}={actor}">{rows.count():,}</a>' in page
    for name, events in (
        ("source", newsroom.events(source=actor)),
        ("target", newsroom.events(target=actor)),
    ):
        assert f'<a href="/events?{name}={actor}">{events.count():,}</a>' in page


def test_with_whom_counts_what_the_list_between_two_has(client: TestClient, newsroom: Collection) -> None:
    actor = max((row.actor for row in newsroom.actors()), key=lambda id: newsroom.events(actor=id).count())
    found = client.get(f"/actor/{actor}.json").json()["with_whom"]
    assert found
    for one in found:
        assert len(list(newsroom.events(between=(actor, one["id"])))) == one["events"]
        assert one["events"] == sum(one[s] for s in ("happened", "planned", "denied", "hypothetical"))


def test_strings_of_an_actor_stand_where_their_examples_say(client: TestClient, newsroom: Collection) -> None:
    actor = next(iter(newsroom.actors())).actor
    told = client.get(f"/actor/{actor}.json").json()["mentioned"]
    assert told["names"]
    for naming in told["names"]:
        example = naming["example"]
        text = newsroom.reading(example["article"]).article.text
        assert text[example["start"] : example["end"]] == naming["words"] == example["words"]
        assert naming["why"]


def test_offices_are_those_of_the_day(client: TestClient) -> None:
    assert "President of China on that day" in client.get("/actor/Q15031?at=2022-09-15").text
    assert "President of China on that day" not in client.get("/actor/Q15031?at=2010-09-15").text


def test_the_code_of_a_state_is_anybody_of_it(client: TestClient) -> None:
    page = client.get("/actor/FJI").text
    assert "and anybody of it" in page
    assert 'href="/actors?state=FJI"' in page
    fiji = client.get("/actor/Q712").text
    assert "member of" in fiji


def test_somebody_of_one_page_is_told_as_such(client: TestClient, newsroom: Collection) -> None:
    reading = newsroom.reading(next(iter(newsroom.articles(outlet="The Harbour Courier"))).id)
    local = next(m.actor for m in reading.mentions if m.actor and m.actor.startswith("local:"))
    assert "No table has this name" in client.get(f"/actor/{quote(local)}").text


def test_nobody_is_404(client: TestClient) -> None:
    for id in ("Q0", "nobody", "local:nobody-at-all", "XXX"):
        assert client.get(f"/actor/{id}").status_code == 404
    assert client.get("/e/event:0").status_code == 404


def test_an_event_has_each_report_with_its_words(client: TestClient, newsroom: Collection) -> None:
    event = max(newsroom.events(), key=lambda row: row.reports)
    told = client.get(f"/e/{event.id}.json").json()["reports"]
    assert len(told) == event.reports
    page = client.get(f"/e/{event.id}").text
    for one in told:
        text = newsroom.reading(one["article"]).article.text
        assert " ".join(text[one["start"] : one["end"]].split()) == one["words"]
        assert f"/a/{one['article']}?ev={one['report']}" in page
    assert client.get(f"/e/{event.id}.csv").text.count("\n") >= event.reports + 1


def test_pictures_stand_in_a_page_without_a_style(client: TestClient, newsroom: Collection) -> None:
    actor = max((row.actor for row in newsroom.actors()), key=lambda id: newsroom.events(actor=id).count())
    page = client.get(f"/actor/{actor}").text
    assert 'role="img"' in page
    assert "The same as a table" in page
    assert "<style" not in page
