"""The list of stories: what it shows, how it is narrowed, and the same in other formats."""

from __future__ import annotations

import csv
import io
import re

import pytest
from starlette.testclient import TestClient

from dateline.model import RawPage
from dateline.web import Site, web_app

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'


def counts(page, facet):
    """The values of a facet with how many stories each has."""
    section = re.search(rf'aria-labelledby="by-{facet}".*?</section>', page, re.DOTALL)[0]
    found = re.findall(r'<li><a href="([^"]*)".*?</a><span class="n">([\d,]+)</span>', section, re.DOTALL)
    return [(address.replace("&amp;", "&"), int(number)) for address, number in found]


def test_a_row_says_what_happened_and_leads_to_its_words(client, newsroom):
    shown = client.get("/stories").text
    assert f"<h1>{len(newsroom.stories())} stories</h1>" in shown
    for story in newsroom.stories():
        assert f'href="/s/{story.id}"' in shown
    cited = re.search(r'href="(/a/sha256:\w+)\?ev=(e\d+)&amp;at=(\d+)-(\d+)#c(\d+)"', shown)
    article, event, start, end, at = cited.groups()
    reading = newsroom.reading(article.removeprefix("/a/"))
    evidence = next(one for one in reading.events if one.id == event).evidence
    assert (int(start), int(end), int(at)) == (evidence.start, evidence.end, evidence.start)
    assert " ".join(evidence.of(reading.article.text).split()).replace("'", "&#39;") in shown


@pytest.mark.parametrize("facet", ["status", "support", "country", "root"])
def test_counts_of_a_facet_add_up_and_lead_to_as_many_rows(client, facet):
    values = counts(client.get("/stories").text, facet)
    assert values
    for address, number in values:
        assert client.get(address.replace("/stories?", "/stories.json?")).json()["total"] == number
    if facet in ("status", "support"):
        assert sum(number for _, number in values) == client.get("/stories.json").json()["total"]


def test_a_filter_is_a_chip_that_can_be_taken_away(client):
    shown = client.get("/stories?support=conflicting&min_independent=2").text
    assert 'aria-label="Remove support conflicting"' in shown
    assert 'href="/stories?min_independent=2" aria-label="Remove support conflicting"' in shown
    assert 'aria-label="Remove independent at least 2"' in shown


def test_days_are_those_of_the_latest_report(client, newsroom):
    day = next(iter(newsroom.stories())).last_day
    told = client.get(f"/stories.json?from={day}&to={day}").json()
    assert {story["last_day"] for story in told["stories"]} == {day}
    assert client.get(f"/stories.json?to={int(day[:4]) - 20}").json()["total"] == 0


def test_stories_are_found_by_words_of_their_pages(client, newsroom):
    told = client.get("/stories.json", params={"q": "rockets"}).json()
    articles = {hit.article for hit in newsroom.search("rockets", limit=50).hits}
    assert {one["id"] for one in told["stories"]} == {
        row.story for row in newsroom.articles(article=list(articles))
    }


def test_the_most_confirmed_come_first_when_they_are_asked_for(client):
    numbers = [one["independent"] for one in client.get("/stories.json?sort=independent").json()["stories"]]
    assert numbers == sorted(numbers, reverse=True)
    conflicts = client.get("/stories.json?sort=conflict").json()["stories"]
    assert {one["support"] for one in conflicts} == {"conflicting"}


def test_the_list_goes_on_by_a_cursor(client):
    every = [one["id"] for one in client.get("/stories.json").json()["stories"]]
    assert [one["id"] for one in client.get("/stories.json?cursor=3").json()["stories"]] == every[3:]
    assert "Begin again" in client.get("/stories?cursor=500").text


@pytest.mark.parametrize(
    "query",
    ["status=maybe", "support=strong", "from=yesterday", "to=2024-13", "from=2024-05&to=2024-01", "cursor=-1",
     "min_independent=none", "sort=luck", "country=ZZZ", "q=nofield:x", "cursor=99999999999999999999", "to=9999"],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_one_line(client, query):
    answer = client.get(f"/stories?{query}")
    assert answer.status_code == 400 and "Traceback" not in answer.text
    assert client.get(f"/stories.json?{query}").json()["error"]


def test_the_same_as_csv_markdown_and_geojson(client):
    rows = list(csv.DictReader(io.StringIO(client.get("/stories.csv").text)))
    told = client.get("/stories.json").json()["stories"]
    assert [row["id"] for row in rows] == [one["id"] for one in told]
    assert rows[0]["words"] == told[0]["evidence"]["text"]
    assert f"(http://localhost/s/{told[0]['id']})" in client.get("/stories.md").text
    shapes = client.get("/stories.geojson").json()["features"]
    assert {shape["properties"]["story"] for shape in shapes} <= {one["id"] for one in told}
    assert all(shape["geometry"] is None or shape["properties"]["precision"] == "city" for shape in shapes)


def test_no_style_and_no_script_stand_in_a_page(client, newsroom):
    story = next(iter(newsroom.stories())).id
    for address in (
        "/stories",
        "/search?q=port",
        f"/s/{story}",
        f"/s/{story}?view=marks",
        "/decisions",
        "/follow",
    ):
        shown = client.get(address).text
        assert not re.search(r"\sstyle=|<style|\son\w+=|<script(?! type=\"module\" src=)", shown), address


def test_an_empty_collection_says_how_to_add_pages(folder_collection):
    with TestClient(web_app(Site(folder_collection)), base_url="http://localhost") as client:
        shown = client.get("/stories").text
    assert "Nothing is here yet" in shown and 'action="/pages" enctype="multipart/form-data"' in shown


def test_what_pages_bring_is_nothing_but_text(folder_collection):
    body = f"Kenya {HOSTILE} accused Uganda of smuggling on Tuesday. =cmd() said {HOSTILE}, a farmer."
    folder_collection.add(
        [RawPage(f"={HOSTILE}\n\n{body}\n", "x", "javascript:alert(3)", "2024-03-12", HOSTILE)]
    )
    with TestClient(web_app(Site(folder_collection)), base_url="http://localhost") as client:
        story = next(iter(folder_collection.stories())).id
        for address in (
            "/stories",
            f"/stories?outlet={HOSTILE}",
            "/search?q=Kenya",
            f"/s/{story}",
            "/stories?q=Kenya",
        ):
            shown = client.get(address).text
            assert "<script>alert" not in shown and "<img" not in shown, address
            assert 'href="javascript:' not in shown, address
        cells = [cell for row in csv.reader(io.StringIO(client.get("/stories.csv").text)) for cell in row]
    assert not any(cell.startswith(("=", "+", "@")) for cell in cells)


def test_what_came_into_conflict_is_new_until_it_was_looked_at(newsroom):
    with TestClient(web_app(Site(newsroom)), base_url="http://localhost", follow_redirects=False) as reader:
        page = reader.get("/stories?sort=conflict").text
        assert "In conflict since" in page and '<b class="new">new</b>' in page
        stories = reader.get("/stories.json?sort=conflict").json()["stories"]
        for moment, count in (("2000-01-01", len(stories)), ("2999-01-01T00:00:00Z", 0)):
            asked = f"/stories.json?sort=conflict&conflict_since={moment}"
            assert len(reader.get(asked).json()["stories"]) == count
        assert "in conflict since" in reader.get("/stories?conflict_since=2000-01-01").text
        seen = reader.post("/stories/seen")
        assert seen.status_code == 303 and "seen=" in seen.headers["set-cookie"]
        assert '<b class="new">new</b>' not in reader.get("/stories?sort=conflict").text


@pytest.mark.parametrize("moment", ["yesterday", "2024-13-01", "2024-03-12T25:00:00Z", "'; --"])
def test_a_moment_that_is_none_is_refused(client, moment):
    answer = client.get("/stories", params={"conflict_since": moment})
    assert answer.status_code == 400 and "is no moment" in answer.text
