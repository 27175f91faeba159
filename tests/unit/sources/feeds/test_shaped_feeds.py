"""Every entry that a reader could see is found, in whatever state the feed is."""

from __future__ import annotations

import random

import pytest

from dateline.model import RawPage, Rejection
from dateline.sources import Follower
from dateline.sources.decode import decode
from dateline.sources.feeds import kind_of, read_listing
from dateline.sources.sniff import unpack
from tests.unit.sources.feeds.shaped_feeds import Shaped, rss, shaped_feeds

FEEDS = shaped_feeds()


def test_there_are_forty() -> None:
    assert len({feed.name for feed in FEEDS}) == len(FEEDS) >= 40


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.name)
def test_all_entries_are_found(feed: Shaped) -> None:
    text = decode(unpack(feed.content, "feed"))
    kind = kind_of(text)
    assert kind is not None
    listing = read_listing(text, kind, "feed", "https://ambrel.example/feed")
    assert tuple(entry.title for entry in listing.entries if entry.title) == feed.titles


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.name)
def test_each_becomes_pages(feed: Shaped) -> None:
    found = Follower().from_content(feed.content, "feed")
    assert found is not None
    pages = list(found)
    assert all(isinstance(page, RawPage) for page in pages)
    assert len(pages) == max(len(feed.titles), 1)


def test_no_prefix_of_a_feed_raises() -> None:
    whole = rss(
        "<item><title>A &amp; b</title><description><![CDATA[<p>x</p>]]></description></item>"
    ).encode()
    for end in range(1, len(whole), 7):
        found = Follower().from_content(whole[:end], "feed")
        if found is not None:
            list(found)


def test_feeds_that_were_damaged_at_random_never_raise() -> None:
    rolled = random.Random(11)
    marks = [
        b"<![CDATA[",
        b"]]>",
        b"<!--",
        b"&",
        b"&#xD800;",
        b"<item>",
        b"\xff\xfe",
        b" xml:base='http://[x'",
        b"<!ENTITY a 'b'>",
    ]
    for _ in range(300):
        content = bytearray(rolled.choice(FEEDS).content)
        for _ in range(rolled.randint(1, 12)):
            at = rolled.randrange(len(content))
            if rolled.random() < 0.5:
                del content[at : at + rolled.randint(1, 30)]
            content[at:at] = rolled.choice(marks)
        found = Follower().from_content(bytes(content), "feed")
        assert found is None or all(isinstance(each, RawPage | Rejection) for each in found)
