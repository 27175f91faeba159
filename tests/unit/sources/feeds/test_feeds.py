"""What a feed says of its entries, and what becomes of them without fetching."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from dateline.model import InputError, RawPage, Rejection
from dateline.sources import Follower, load_pages, page_of
from dateline.sources.feeds import Entry, ListingKind, kind_of, read_listing
from tests.unit.sources.feeds.shaped_feeds import DAY, atom, rss

ITEM = (
    f"<item><title>Harbour reopens</title><link>https://ambrel.example/1</link><pubDate>{DAY}</pubDate>"
    "<dc:creator>Ana Bell</dc:creator><author>desk@ambrel.example (Tom Ro)</author>{}</item>"
)
WHOLE = "<content:encoded><![CDATA[<p>The harbour is open.</p>]]></content:encoded>"


def entry_of(text: str, base: str | None = None) -> Entry:
    kind = kind_of(text)
    assert kind is not None
    (entry,) = read_listing(text, kind, "feed", base).entries
    return entry


def pages_of(text: str | bytes, notes: list[str] | None = None) -> list[RawPage | Rejection]:
    notes = [] if notes is None else notes
    content = text if isinstance(text, bytes) else text.encode()
    found = Follower(note=notes.append).from_content(content, "feed.xml")
    assert found is not None
    return list(found)


def test_an_entry_of_rss() -> None:
    entry = entry_of(rss(ITEM.format(WHOLE)))
    assert entry == Entry(
        url="https://ambrel.example/1",
        title="Harbour reopens",
        authors=("Ana Bell", "Tom Ro"),
        published="2024-03-12T10:30:00+05:30",
        content="<p>The harbour is open.</p>",
    )


def test_an_entry_of_atom() -> None:
    entry = entry_of(
        atom(
            '<entry xml:base="https://ambrel.example/news/"><title type="html">Talks &amp;amp; &lt;i>tea&lt;/i></title>'
            '<link rel="edit" href="https://ambrel.example/edit/1"/><link rel="alternate" type="text/html" href="1"/>'
            "<author><name>Ana Bell</name></author><author><name>Tom Ro</name></author>"
            "<published>2024-03-12T10:30:00+05:30</published><updated>2024-03-13T08:00:00Z</updated>"
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Tea &lt; coffee.</p></div></content></entry>'
        )
    )
    assert entry == Entry(
        url="https://ambrel.example/news/1",
        title="Talks & tea",
        authors=("Ana Bell", "Tom Ro"),
        published="2024-03-12T10:30:00+05:30",
        updated="2024-03-13T08:00:00+00:00",
        content="<div><p>Tea &lt; coffee.</p></div>",
    )


def test_an_entry_of_json_feed() -> None:
    item = {
        "id": "7",
        "url": "/1",
        "title": "Harbour reopens",
        "content_text": "First.\n\nSecond <quay>.",
        "date_published": "2024-03-12T10:30:00+05:30",
        "authors": [{"name": "Ana Bell"}],
    }
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "home_page_url": "https://ambrel.example/",
        "items": [item],
    }
    entry = entry_of(json.dumps(feed))
    assert (entry.url, entry.authors) == ("https://ambrel.example/1", ("Ana Bell",))
    assert entry.published == "2024-03-12T10:30:00+05:30"
    assert entry.content == "<p>First.</p>\n<p>Second &lt;quay&gt;.</p>"


@pytest.mark.parametrize(
    ("inside", "url"),
    [
        ("<guid>https://ambrel.example/g</guid>", "https://ambrel.example/g"),
        ('<guid isPermaLink="false">https://ambrel.example/g</guid>', None),
        ('<link/><atom:link href="https://ambrel.example/a"/>', "https://ambrel.example/a"),
        ("<link>  https://ambrel.example/\n b </link>", "https://ambrel.example/b"),
        ("<link>../x</link>", "https://ambrel.example/x"),
        ("<link>javascript:alert(1)</link>", None),
        ("<link>https://[broken/</link>", None),
        (
            "<link>https://feeds.example/~r/1</link><feedburner:origLink>https://ambrel.example/o</feedburner:origLink>",
            "https://ambrel.example/o",
        ),
    ],
)
def test_where_the_page_of_an_entry_is(inside: str, url: str | None) -> None:
    assert entry_of(rss(f"<item><title>A</title>{inside}</item>")).url == url


def test_entries_that_are_equal_are_one_and_others_stay() -> None:
    same = ITEM.format("<guid>https://ambrel.example/1</guid>")
    text = rss(same + same + same.replace("reopens", "closes"))
    kind = kind_of(text)
    assert kind is not None
    assert [e.title for e in read_listing(text, kind, "feed").entries] == [
        "Harbour reopens",
        "Harbour closes",
    ]


def test_full_content_becomes_a_page_with_what_the_feed_says() -> None:
    notes: list[str] = []
    (page,) = pages_of(rss("<language>en-gb</language>" + ITEM.format(WHOLE)), notes)
    assert isinstance(page, RawPage)
    assert (page.url, page.published, page.place) == (
        "https://ambrel.example/1",
        "2024-03-12T10:30:00+05:30",
        "entry 1",
    )
    for part in (
        'lang="en-gb"',
        "<h1>Harbour reopens</h1>",
        'content="Ana Bell"',
        "Ambrel Post",
        "<p>The harbour is open.</p>",
    ):
        assert part in page.content
    assert not notes


@pytest.mark.parametrize(
    "rest",
    [
        "<description>The harbour is open.</description>",
        "<content:encoded><![CDATA[<p>The harbour is open. [&#8230;]</p>]]></content:encoded>",
        "<content:encoded><![CDATA[<p>The harbour is open.</p><a href='x'>Continue reading</a>]]></content:encoded>",
        "",
    ],
)
def test_a_summary_becomes_a_page_that_says_so(rest: str) -> None:
    notes: list[str] = []
    (page,) = pages_of(rss(ITEM.format(rest)), notes)
    assert isinstance(page, RawPage)
    assert page.place == "entry 1, summary only"
    assert notes == ["feed.xml: 1 of 1 entries is a summary only; --fetch gets their pages."]


def test_a_description_as_long_as_a_report_is_one() -> None:
    (page,) = pages_of(rss(ITEM.format(f"<description>{'The harbour is open. ' * 100}</description>")))
    assert isinstance(page, RawPage)
    assert page.place == "entry 1"


def test_a_feed_of_several_outlets_names_them() -> None:
    assert (
        entry_of(rss(ITEM.format('<source url="https://kestrel.example">Kestrel</source>'))).outlet
        == "Kestrel"
    )


def test_scripts_of_a_feed_are_left_out() -> None:
    (page,) = pages_of(
        rss(ITEM.format("<description><![CDATA[<script>x()</script><p>Open</p>]]></description>"))
    )
    assert isinstance(page, RawPage)
    assert "x()" not in page.content


def test_an_empty_feed_is_rejected_with_its_reason() -> None:
    (rejected,) = pages_of(rss(""))
    assert isinstance(rejected, Rejection)
    assert (rejected.code, rejected.source) == ("empty", "feed.xml")
    assert "\n" not in rejected.message


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><html><head><title>404</title></head><body><p>Not found</p></body></html>",
        "<html><body><p>About <rss> and <feed> elements</p></body></html>",
        "<p>A note</p><rss></rss>",
        "Talks in Port Ambrel\n\nThe envoy said no.\nhttps://ambrel.example/1\n",
        '{"title": "A", "items": []}',
        "<?xml version='1.0'?><svg><feed/></svg>",
        "",
    ],
)
def test_pages_are_not_taken_for_lists(text: str) -> None:
    assert kind_of(text) is None
    assert Follower().from_content(text.encode(), "page") is None


def test_a_feed_in_a_folder_and_on_standard_input_gives_pages(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(rss(ITEM.format(WHOLE)), "utf-8")
    (tmp_path / "page.html").write_text("<html><body><p>Open</p></body></html>", "utf-8")
    found = list(load_pages([tmp_path]))
    assert [isinstance(page, RawPage) and page.place for page in found] == ["entry 1", None]


SITEMAP = (
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
    "<url><loc> https://ambrel.example/1 </loc><lastmod>2024-03-13</lastmod><image:image><image:loc>https://ambrel.example/a.jpg"
    "</image:loc></image:image><n:news><n:publication><n:name>Ambrel Post</n:name><n:language>en</n:language></n:publication>"
    "<n:publication_date>2024-03-12T10:30:00+05:30</n:publication_date><n:title>Talks &amp; tea</n:title></n:news></url></urlset>"
)


def test_a_news_sitemap_says_title_outlet_and_time() -> None:
    assert entry_of(SITEMAP) == Entry(
        url="https://ambrel.example/1",
        title="Talks & tea",
        published="2024-03-12T10:30:00+05:30",
        updated="2024-03-13",
        outlet="Ambrel Post",
    )


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (SITEMAP.encode(), ListingKind.SITEMAP),
        (gzip.compress(SITEMAP.encode()), ListingKind.SITEMAP),
        (
            b"<sitemapindex><sitemap><loc>https://ambrel.example/s.xml.gz</loc></sitemap></sitemapindex>",
            ListingKind.SITEMAP_INDEX,
        ),
        (
            b"<opml><body><outline text='A'><outline xmlUrl='https://ambrel.example/f'/></outline></body></opml>",
            ListingKind.OPML,
        ),
        (
            b"\xef\xbb\xbfhttps://ambrel.example/1\r\n# ours\r\n\r\nhttps://ambrel.example/2\r\n",
            ListingKind.ADDRESSES,
        ),
    ],
)
def test_lists_without_text_say_that_their_pages_can_be_fetched(content: bytes, kind: ListingKind) -> None:
    (rejected,) = pages_of(content)
    assert isinstance(rejected, Rejection)
    assert rejected.code == "addresses_only"
    assert kind.value in rejected.message and "--fetch" in rejected.message


def test_the_feeds_of_opml_in_folders() -> None:
    text = (
        "<opml version='2.0'><head><title>Mine</title></head><body><outline text='News'>"
        "<outline type='rss' text='Ambrel' XMLURL='https://ambrel.example/feed'/></outline>"
        "<outline xmlUrl='https://kestrel.example/feed'/><outline xmlUrl='https://kestrel.example/feed'/></body></opml>"
    )
    found = read_listing(text, ListingKind.OPML, "feeds.opml").entries
    assert [entry.url for entry in found] == ["https://ambrel.example/feed", "https://kestrel.example/feed"]
    assert found[0].title == "Ambrel"


def test_a_list_of_addresses_keeps_its_order() -> None:
    text = "https://ambrel.example/2\n# later\nhttps://ambrel.example/1\n\nhttps://ambrel.example/2\n"
    found = read_listing(text, ListingKind.ADDRESSES, "list").entries
    assert [entry.url for entry in found] == ["https://ambrel.example/2", "https://ambrel.example/1"]


@pytest.mark.parametrize(
    "text", [rss(ITEM.format("")), SITEMAP, '{"version": "https://jsonfeed.org/version/1", "items": []}']
)
def test_a_feed_is_not_one_page(text: str) -> None:
    for source in (text, text.encode()):
        with pytest.raises(InputError) as refused:
            page_of(source)
        assert refused.value.code == "feed"
