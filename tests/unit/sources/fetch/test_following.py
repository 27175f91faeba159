"""Addresses and lists are followed to their pages, each once, as far as the limit."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.cli import inputs
from dateline.model import RawPage, Rejection
from dateline.sources import Follower, load_pages
from dateline.sources.fetch import Fetcher
from tests.unit.sources.feeds.shaped_feeds import DAY, rss
from tests.unit.sources.fetch.loopback import PAGE, Site

Make = Callable[..., Fetcher]


def codes(found: list[RawPage | Rejection]) -> list[str]:
    return [each.code if isinstance(each, Rejection) else each.url or "" for each in found]


@pytest.fixture
def read(fetcher: Make) -> Callable[..., list[RawPage | Rejection]]:
    """Loads inputs with a follower that fetches."""

    def load(
        *paths: str | Path, notes: list[str] | None = None, limit: int = 100
    ) -> list[RawPage | Rejection]:
        heard = notes if notes is not None else []
        return list(load_pages(paths, follower=Follower(fetcher(), True, limit, heard.append)))

    return load


Read = Callable[..., list[RawPage | Rejection]]


def test_an_address_is_its_page(site: Site, read: Read) -> None:
    site.redirect("/a", "/b")
    site.page("/b")
    (page,) = read(site.url + "/a")
    assert isinstance(page, RawPage)
    assert (page.source, page.url, page.content) == (site.url + "/a", site.url + "/b", PAGE.decode())


def test_the_header_says_the_charset_where_the_page_does_not(site: Site, read: Read) -> None:
    text = "<html><body><p>Pořadatelé uvítali hosty z přístavu, žádný spor už není.</p></body></html>"
    site.page("/a", text.encode("iso-8859-2"), Content_Type="text/html; charset=iso-8859-2")
    (page,) = read(site.url + "/a")
    assert isinstance(page, RawPage)
    assert page.content == text


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "text/html", "pdf"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "text/html", "binary"),
        (b"  \n", "text/html", "empty"),
        (b'{"a": 1}', "text/html", "json"),
    ],
)
def test_what_lies_about_its_type_is_told_by_its_bytes(
    body: bytes, kind: str, code: str, site: Site, read: Read
) -> None:
    site.page("/a", body, Content_Type=kind)
    (rejected,) = read(site.url + "/a")
    assert isinstance(rejected, Rejection)
    assert (rejected.code, rejected.bytes_sha256) == (code, hashlib.sha256(body).hexdigest())


def test_a_page_that_is_called_an_image_is_a_page(site: Site, read: Read) -> None:
    site.page("/a", Content_Type="image/png")
    assert codes(read(site.url + "/a")) == [site.url + "/a"]


def _feed(site: Site) -> bytes:
    whole = "<content:encoded><![CDATA[<p>All of it.</p>]]></content:encoded>"
    return (
        rss(
            f"<item><title>A</title><link>/a</link><pubDate>{DAY}</pubDate></item>"
            f"<item><title>B</title><link>/b</link>{whole}</item>"
            "<item><title>C</title><link>/gone</link></item><item><title>A again</title><link>/a</link></item>"
        )
        .replace("<link>https://ambrel.example/</link>", "")
        .encode()
    )


def test_a_feed_gives_the_pages_of_its_entries(site: Site, read: Read) -> None:
    site.page("/feed.xml", _feed(site), Content_Type="text/html")
    site.page("/a")
    found = read(site.url + "/feed.xml")
    assert codes(found) == [site.url + "/a", site.url + "/b", "http_status"]
    first, second, third = found
    assert isinstance(first, RawPage) and isinstance(second, RawPage) and isinstance(third, Rejection)
    assert (first.published, first.content) == ("2024-03-12T10:30:00+05:30", PAGE.decode())
    assert "<p>All of it.</p>" in second.content
    assert (third.source, third.place) == (site.url + "/gone", site.url + "/feed.xml")
    assert "/b" not in site.paths and site.paths.count("/a") == 1


def test_of_an_entry_whose_page_cannot_be_fetched_the_summary_is_read(site: Site, read: Read) -> None:
    entry = f"<item><title>A</title><link>{site.url}/gone</link><description>Open.</description></item>"
    site.page("/feed.xml", rss(entry).encode())
    rejected, page = read(site.url + "/feed.xml")
    assert isinstance(rejected, Rejection) and rejected.code == "http_status"
    assert isinstance(page, RawPage) and page.place == "entry 1, summary only"


def test_a_site_that_does_not_answer_is_asked_once(fetcher: Make, tmp_path: Path) -> None:
    asked: list[str] = []

    def nobody(host: str, _port: int) -> list[str]:
        asked.append(host)
        return []

    file = tmp_path / "list.txt"
    file.write_text("".join(f"http://nobody.example/{n}\n" for n in range(5)), "utf-8")
    found = list(load_pages([file], follower=Follower(fetcher(resolver=nobody), True)))
    assert codes(found) == ["unreachable"] * 5
    assert asked == ["nobody.example"]


def test_a_feed_in_a_file_is_followed_only_when_asked(site: Site, fetcher: Make, tmp_path: Path) -> None:
    site.page("/a")
    file = tmp_path / "list.txt"
    file.write_text(f"{site.url}/a\n", "utf-8")
    mine = fetcher()
    assert codes(list(load_pages([file], follower=Follower(mine)))) == ["addresses_only"]
    assert not site.asked
    assert codes(list(load_pages([file], follower=Follower(mine, follow=True)))) == [site.url + "/a"]


def test_an_index_of_sitemaps(site: Site, read: Read) -> None:
    locs = "".join(
        f"<sitemap><loc>{site.url}/{name}</loc></sitemap>" for name in ("s1.xml.gz", "index.xml", "s2.txt")
    )
    site.page("/index.xml", f"<sitemapindex>{locs}</sitemapindex>".encode())
    urls = f"<urlset><url><loc>{site.url}/a</loc></url><url><loc>{site.url}/b</loc></url></urlset>"
    site.page("/s1.xml.gz", gzip.compress(urls.encode()), Content_Type="application/gzip")
    site.page("/s2.txt", f"{site.url}/b\n{site.url}/c\n".encode(), Content_Type="text/plain")
    for path in ("/a", "/b", "/c"):
        site.page(path)
    assert codes(read(site.url + "/index.xml")) == [site.url + path for path in ("/a", "/b", "/c")]


def test_the_feeds_of_an_opml_file(site: Site, read: Read, tmp_path: Path) -> None:
    site.page("/feed.xml", _feed(site))
    site.page("/a")
    file = tmp_path / "mine"
    file.write_text(
        f"<opml><body><outline xmlUrl='{site.url}/feed.xml'/><outline xmlUrl='{site.url}/no.xml'/></body></opml>",
        "utf-8",
    )
    assert codes(read(file)) == [site.url + "/a", site.url + "/b", "http_status", "http_status"]


def test_the_limit_takes_the_newest(site: Site, read: Read) -> None:
    days = ("2024-03-10", "2024-03-12", "2024-03-11", "2024-03-01")
    urls = "".join(f"<url><loc>{site.url}/{day}</loc><lastmod>{day}</lastmod></url>" for day in days)
    site.page("/s.xml", f"<urlset>{urls}</urlset>".encode())
    for day in days:
        site.page(f"/{day}")
    notes: list[str] = []
    found = read(site.url + "/s.xml", notes=notes, limit=2)
    assert codes(found) == [site.url + "/2024-03-12", site.url + "/2024-03-11"]
    assert notes == [
        f"{site.url}/s.xml names 4 pages, of which 2 are fetched, the newest first: --limit N for more."
    ]


def test_lists_that_name_each_other_end(site: Site, read: Read) -> None:
    for number in range(30):
        inside = f"<sitemap><loc>{site.url}/{number + 1}.xml</loc></sitemap><sitemap><loc>{site.url}/0.xml</loc></sitemap>"
        site.page(f"/{number}.xml", f"<sitemapindex>{inside}</sitemapindex>".encode())
    read(site.url + "/0.xml")
    assert len(site.asked) < 10


def test_faulty_lines_of_a_list_are_named(site: Site, read: Read, tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    lines = [f"{site.url}/{n}" for n in range(8)] + ["not an address", "http://10.0.0.1/"]
    file.write_text("\n".join(lines), "utf-8")
    for number in range(8):
        site.page(f"/{number}")
    found = read(file)
    assert sum(isinstance(each, RawPage) for each in found) == 8
    assert codes(found)[8:] == ["bad_address", "forbidden_address"]


def test_what_robots_txt_forbids_is_a_rejection(site: Site, read: Read) -> None:
    site.routes["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /")
    assert codes(read(site.url + "/a")) == ["robots"]


def test_a_bomb_at_an_address_is_refused(site: Site, read: Read) -> None:
    site.page(
        "/f",
        b'<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><rss><channel><item><title>&c;</title></item></channel></rss>',
    )
    assert codes(read(site.url + "/f")) == ["entity_bomb"]


def test_the_address_feed(site: Site, read: Read) -> None:
    site.page("/feed.xml", _feed(site))
    assert "https" not in (found := codes(read(site.url.replace("http://", "feed://") + "/feed.xml")))[0]
    assert len(found) == 3


def test_without_a_fetcher_an_address_is_no_file() -> None:
    (rejected,) = load_pages(["https://ambrel.example/a"])
    assert isinstance(rejected, Rejection)
    assert rejected.code == "missing"


def test_readings_of_what_was_fetched(site: Site, fetcher: Make, capfd: pytest.CaptureFixture[str]) -> None:
    site.page("/feed.xml", _feed(site))
    site.page("/a")
    given = inputs.Inputs([site.url + "/feed.xml"], follower=Follower(fetcher()))
    readings = list(given.readings())
    assert [reading.article.url for reading in readings] == [site.url + "/a", site.url + "/b"]
    first = readings[0].article.published
    assert first is not None and first.value == "2024-03-12T10:30:00+05:30"
    assert readings[1].article.title == "B"
    assert given.status == inputs.SOME_REJECTED
    assert "http_status" in capfd.readouterr().err
