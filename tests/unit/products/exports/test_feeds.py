"""Feeds: an item a story, read back by feedparser and by Dateline's own reader of feeds."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import feedparser
import pytest

import dateline
from dateline.products.exports.feeds.atom import _clean
from dateline.products.exports.ids import urn

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
