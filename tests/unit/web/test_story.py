"""A story, compared outlet by outlet; and what people decide about it."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import pytest
from starlette.testclient import TestClient

import dateline
from dateline.web import Site, web_app


@pytest.fixture
def market(newsroom):
    """The story with most accounts of its own."""
    return newsroom.story(max(newsroom.stories(), key=lambda row: row.independent).id)


@pytest.fixture
def own(tmp_path, newsroom):
    """A copy of the newsroom that may be changed, and its reader."""
    newsroom.backup(tmp_path / "own")
    with dateline.open(tmp_path / "own") as collection:
        client = TestClient(web_app(Site(collection)), base_url="http://localhost", follow_redirects=False)
        yield collection, client


def test_every_fact_is_there_under_its_own_anchor(client, market):
    shown = client.get(f"/s/{market.id}?view=words").text
    anchors = re.findall(r'\sid="(f\d+)"', shown)
    assert sorted(anchors) == sorted({fact.id for fact in market.facts})


def test_citations_lead_to_the_words_in_the_page(client, newsroom, market):
    shown = client.get(f"/s/{market.id}").text
    cited = set(re.findall(r'href="/a/(sha256:\w+)\?at=(\d+)-(\d+)#c(\d+)"', shown))
    assert len(cited) > 20
    for article, start, end, at in cited:
        text = newsroom.reading(article).article.text
        assert start == at and text[int(start) : int(end)].strip()
    assert 'href="#a1-' not in shown


def test_many_outlets_are_shown_as_marks_unless_words_are_asked_for(client, market):
    assert 'class="grid"' in client.get(f"/s/{market.id}").text
    assert 'class="matrix"' in client.get(f"/s/{market.id}?view=words").text
    assert client.get(f"/s/{market.id}?view=smoke").status_code == 400


def test_only_the_outlets_that_are_asked_for_are_compared(client, market):
    shown = client.get(f"/s/{market.id}?outlets=a1,a2").text
    heads = re.search(r'<table class="matrix".*?</thead>', shown, re.DOTALL)[0]
    assert heads.count("<bdi>") == 2
    assert "reckoned over all" in shown
    refused = client.get(f"/s/{market.id}?outlets=The Moon")
    assert refused.status_code == 400 and "these do" in refused.text


def test_rows_as_csv_hold_the_words_of_each_outlet(client, newsroom, market):
    rows = list(csv.DictReader(io.StringIO(client.get(f"/s/{market.id}.csv").text)))
    assert {row["fact"] for row in rows} == {fact.id for fact in market.facts}
    told = next(row for row in rows if row["stance"] == "reports")
    text = newsroom.reading(told["article"]).article.text
    assert text[int(told["start"]) : int(told["end"])].lstrip("=+-@") == told["words"].lstrip("'=+-@")
    assert client.get(f"/s/{market.id}.json").json()["id"] == market.id
    assert "[^1]" in client.get(f"/s/{market.id}.md").text
    assert client.get(f"/s/{market.id}.geojson").json()["type"] == "FeatureCollection"


def test_an_unknown_story_is_not_found(client):
    assert client.get("/s/story:none").status_code == 404
    assert client.get("/s/story:none.json").json()["error"]


def test_who_takes_part_leads_to_their_pages(client, newsroom):
    shown = "".join(client.get(f"/s/{row.id}").text for row in newsroom.stories())
    assert re.search(r'href="/actor/Q\d+"', shown)


def test_words_can_be_copied_with_outlet_and_address(client, market):
    copied = unescape(re.search(r'data-copy="([^"]*)"', client.get(f"/s/{market.id}").text)[1])
    assert re.fullmatch(r"“.+” – .+, .+\. \{address\}/a/sha256:\w+\?at=\d+-\d+#c\d+", copied)


def test_stories_are_merged_and_the_decision_is_taken_back(own):
    collection, client = own
    first, second = list(collection.stories())[:2]
    before = {row.id for row in collection.stories()}
    given = {"story": [first.id, second.id], "by": "Ada", "why": "one visit"}
    answer = client.post("/stories/merge", data=given)
    assert answer.status_code == 303 and answer.headers["location"].endswith("?told=merged")
    assert len(collection.stories()) == len(before) - 1
    merged = collection.story(second.id)
    assert merged.id == collection.story(first.id).id
    gone = ({first.id, second.id} - {merged.id}).pop()
    moved = client.get(f"/s/{gone}.json?x=1")
    assert (moved.status_code, moved.headers["location"]) == (301, f"/s/{merged.id}.json?x=1")

    listed = client.get("/decisions").text
    assert "Ada" in listed and "one visit" in listed
    number = next(iter(collection.corrections())).number
    assert client.post(f"/decisions/{number}/undo").status_code == 303
    assert {row.id for row in collection.stories()} == before
    assert client.post(f"/decisions/{number}/undo").status_code == 404
    assert 'value="Ada"' in client.get("/stories").text


def test_a_report_is_parted_from_its_story_or_moved_to_another(own):
    collection, client = own
    story = collection.story(max(collection.stories(), key=lambda row: row.reports).id)
    article = story.articles[-1]
    answer = client.post(f"/s/{story.id}/part", data={"article": article})
    alone = answer.headers["location"].partition("?")[0].removeprefix("/s/")
    assert collection.story(alone).articles == (article,)

    other = next(row.id for row in collection.stories() if row.id not in (alone, story.id))
    kept = next(one for one in collection.story(story.id).articles if one != story.articles[0])
    client.post(f"/s/{story.id}/part", data={"article": kept, "to": other})
    assert kept in collection.story(other).articles


@pytest.mark.parametrize("given", [{}, {"story": "story:none"}, {"story": ["story:none", "story:nobody"]}])
def test_what_cannot_be_merged_is_refused(own, given):
    _, client = own
    assert client.post("/stories/merge", data=given).status_code in (400, 404)


def test_at_least_one_report_stays_in_a_story(own):
    collection, client = own
    story = collection.story(next(iter(collection.stories())).id)
    assert client.post(f"/s/{story.id}/part", data={"article": list(story.articles)}).status_code == 400
    assert client.post(f"/s/{story.id}/part", data={}).status_code == 400


def test_who_is_followed_stands_beside_the_stories(own):
    _, client = own
    given = {"name": "New Zealand", "actor": "Q664", "root": "", "status": "", "to": "", "q": ""}
    assert client.post("/follow", data=given).headers["location"] == "/stories?told=followed"
    shown = client.get("/stories").text
    assert '<bdi>New Zealand</bdi></a> <span class="mute">nothing new</span>' in shown
    refused = client.post("/follow", data={**given, "name": "x", "to": "command:reboot"})
    assert refused.status_code == 400 and "dateline alert add" in refused.text
    assert client.post("/follow", data=given).status_code == 400
    assert client.post("/follow/stop", data={"name": "New Zealand"}).status_code == 303


def test_a_fact_is_marked_as_checked_where_it_stands(own):
    collection, client = own
    story = next(s for s in collection.stories() if s.independent > 1)
    fact = collection.story(story.id).facts[0].id
    answer = client.post(f"/s/{story.id}/facts", data={"fact": fact, "by": "Ana <i>"})
    assert answer.headers["location"].endswith(f"?told=checked#{fact}")
    page = client.get(f"/s/{story.id}").text
    assert page.count("checked by <bdi>Ana &lt;i&gt;</bdi>") == 1
    assert client.post(f"/s/{story.id}/facts", data={"fact": "f999", "by": "Ana"}).status_code == 404
    assert client.post(f"/s/{story.id}/facts", data={"fact": fact}).status_code == 400
