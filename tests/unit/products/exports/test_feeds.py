"""Feeds: an item a story, read back by feedparser and by Dateline's own reader of feeds."""

from __future__ import annotations

import csv
import json
import re
import sys
from xml.etree import ElementTree

import feedparser
import pytest
from sample_collection import pages

import dateline
from dateline.jobs.alerting import Wish, add_alert
from dateline.model import DatelineError
from dateline.products.exports.feeds.atom import _clean
from dateline.products.exports.ids import urn
from dateline.store import open_collection
from dateline.store.queries.filters import Filters

RFC_3339 = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z"


@pytest.fixture
def stories(collection):
    return list(collection.stories())


def test_feedparser_reads_every_story_of_atom_newest_first(exported, stories):
    read = feedparser.parse(exported("atom").read_bytes())
    assert not read.bozo and read.version == "atom10" and read.feed.id.startswith("urn:uuid:")
    assert [one.id for one in read.entries] == [urn(story.id) for story in stories]
    assert all(
        one.title and one.updated_parsed and one.content[0].type == "text/html" for one in read.entries
    )
    assert "Жибек Жолы" in "".join(one.content[0].value for one in read.entries)


def test_links_lead_to_the_first_report(exported):
    read = feedparser.parse(exported("atom").read_bytes())
    assert "https://courier.example/2022/09/14/visit" in {one.get("link") for one in read.entries}


def test_a_story_without_an_address_has_no_link(exported):
    items = json.loads(exported("jsonfeed").read_text(encoding="utf-8"))["items"]
    assert len([one for one in items if "url" not in one]) == 1


def test_json_feed_has_what_version_1_1_asks_for(exported, stories):
    made = json.loads(exported("jsonfeed").read_text(encoding="utf-8"))
    assert made["version"] == "https://jsonfeed.org/version/1.1" and made["title"]
    assert [one["_dateline"]["story"] for one in made["items"]] == [story.id for story in stories]
    for item in made["items"]:
        assert isinstance(item["id"], str) and item["content_html"]
        assert re.fullmatch(RFC_3339, item["date_published"])


def test_both_feeds_tell_the_same(exported):
    atom = feedparser.parse(exported("atom").read_bytes()).entries
    items = json.loads(exported("jsonfeed").read_text(encoding="utf-8"))["items"]
    assert [(one.id, one.title, one.content[0].value) for one in atom] == [
        (one["id"], one["title"], one["content_html"]) for one in items
    ]


def test_a_headline_of_a_page_stays_at_home_when_asked(exported, collection):
    titles = {article.title for article in collection.articles()}
    items = json.loads(exported("jsonfeed", text="offsets").read_text(encoding="utf-8"))["items"]
    assert not titles & {one["title"] for one in items}
    assert "Переговоры" not in exported("atom", text="offsets").read_text(encoding="utf-8")


def test_a_feed_of_nothing_is_a_feed(collection, tmp_path):
    for to in ("atom", "jsonfeed"):
        dateline.export(collection, to=to, path=tmp_path / to, actor="nobody")
    assert not feedparser.parse((tmp_path / "atom").read_bytes()).bozo
    assert json.loads((tmp_path / "jsonfeed").read_text(encoding="utf-8"))["items"] == []


def test_characters_that_xml_does_not_let_in_are_left_out():
    clean = _clean("fer\x0cry\x00")
    assert ElementTree.fromstring(f"<a>{clean}</a>").text == "ferry"


@pytest.fixture
def with_alerts(read_once, tmp_path):
    """A collection of one's own with two queries that are kept."""
    with open_collection(tmp_path / "news", read_many=read_once) as opened:
        opened.add(pages(), workers=0)
        to = [f"command:{sys.executable}"]
        add_alert(opened, "Talks & visits", Wish("type:CONSULT", to))
        add_alert(opened, "warnings", Wish("", to, Filters(source="TUR", root="THREATEN")))
        yield opened


def test_a_kept_query_is_a_feed_that_feedparser_reads(with_alerts, tmp_path):
    dateline.export(with_alerts, to="atom", path=tmp_path / "talks.xml", alert="Talks & visits")
    read = feedparser.parse((tmp_path / "talks.xml").read_bytes())
    hits = with_alerts.search("type:CONSULT").hits
    stories = {
        story.id
        for hit in hits
        for story in with_alerts.stories()
        if hit.article in with_alerts.story(story.id).articles
    }
    assert not read.bozo and read.feed.title == "news: Talks & visits"
    assert {one.id for one in read.entries} == {urn(story) for story in stories} and read.entries


def test_a_feed_of_a_query_says_the_same_under_both_formats_and_without_an_alert(with_alerts, tmp_path):
    for to, asked in (("atom", {"alert": "warnings"}), ("jsonfeed", {"alert": "warnings"})):
        dateline.export(with_alerts, to=to, path=tmp_path / to, **asked)
    atom = feedparser.parse((tmp_path / "atom").read_bytes()).entries
    items = json.loads((tmp_path / "jsonfeed").read_text(encoding="utf-8"))["items"]
    assert [one.id for one in atom] == [one["id"] for one in items] and len(items) == 1
    assert "Osthaven Post" in atom[0].content[0].value
    dateline.export(
        with_alerts, to="atom", path=tmp_path / "plain", query="type:THREATEN actor:TUR status:happened"
    )
    assert [one.id for one in feedparser.parse((tmp_path / "plain").read_bytes()).entries] == [
        one.id for one in atom
    ]


def test_tables_of_a_query_have_the_events_that_its_pages_report(with_alerts, tmp_path):
    dateline.export(with_alerts, to="csv", path=tmp_path / "tables", query="outlet:Courier")
    with (tmp_path / "tables" / "articles.csv").open(encoding="utf-8") as file:
        assert {row["outlet"] for row in csv.DictReader(file)} == {"Harbour Courier"}
    with (tmp_path / "tables" / "events.csv").open(encoding="utf-8") as file:
        events = {row["event"] for row in csv.DictReader(file)}
    assert events == {row.event for row in with_alerts.reports(outlet="Harbour Courier")}


def test_an_alert_that_is_not_there_is_named(collection, tmp_path):
    with pytest.raises(DatelineError, match="has no alert 'talks'"):
        dateline.export(collection, to="atom", path=tmp_path / "a", alert="talks")
    assert not (tmp_path / "a").exists()
