"""robots.txt, pauses, retries, conditional requests, and what is kept in an archive."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import itertools
import json
from collections.abc import Callable
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from dateline.model import InputError
from dateline.sources.fetch import Fetcher, Retries
from dateline.sources.fetch.pace import MAX_DELAY, Pace
from dateline.sources.fetched import Validators
from tests.unit.sources.fetch.loopback import PAGE, Site, to_loopback

Make = Callable[..., Fetcher]


def refusal(fetcher: Fetcher, address: str) -> str:
    with pytest.raises(InputError) as refused:
        fetcher.fetch(address)
    return refused.value.code


def robots(site: Site, text: str, status: int = 200) -> None:
    site.routes["/robots.txt"] = (status, {"Content-Type": "text/plain"}, text.encode())


def test_what_robots_txt_forbids_is_not_asked_for(site: Site, fetcher: Make) -> None:
    robots(site, "User-agent: *\nDisallow: /private/\nDisallow: /*.pdf$\nAllow: /private/open\n")
    for path in ("/a", "/private/open", "/x.pdf?page=1"):
        site.page(path)
    mine = fetcher()
    for path in ("/private/a", "/x.pdf"):
        assert refusal(mine, site.url + path) == "robots"
        assert path not in site.paths
    for path in ("/a", "/private/open", "/x.pdf?page=1"):
        assert mine.fetch(site.url + path).content == PAGE
    assert site.paths.count("/robots.txt") == 1


def test_rules_for_this_program_go_before_those_for_all(site: Site, fetcher: Make) -> None:
    robots(site, "User-agent: *\nDisallow: /\n\nUser-agent: Dateline-News\nDisallow: /b\n")
    site.page("/a")
    mine = fetcher()
    assert mine.fetch(site.url + "/a").content == PAGE
    assert refusal(mine, site.url + "/b") == "robots"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_without_a_robots_txt_all_is_allowed(status: int, site: Site, fetcher: Make) -> None:
    robots(site, "User-agent: *\nDisallow: /\n", status)
    site.page("/a")
    assert fetcher().fetch(site.url + "/a").content == PAGE


@pytest.mark.parametrize("status", [429, 500, 503])
def test_with_a_server_in_trouble_nothing_is_allowed(status: int, site: Site, fetcher: Make) -> None:
    robots(site, "", status)
    site.page("/a")
    mine = fetcher()
    assert refusal(mine, site.url + "/a") == "robots"
    asked = len(site.paths)
    assert refusal(mine, site.url + "/b") == "robots"
    assert len(site.paths) == asked
    assert "/a" not in site.paths


def test_robots_txt_may_redirect(site: Site, fetcher: Make) -> None:
    site.redirect("/robots.txt", "/r.txt", 301)
    site.routes["/r.txt"] = (200, {}, b"User-agent: *\nDisallow: /a\n")
    assert refusal(fetcher(), site.url + "/a") == "robots"


def test_robots_txt_of_the_target_of_a_redirect_counts(site: Site, fetcher: Make) -> None:
    robots(site, "User-agent: *\nDisallow: /b\n")
    site.redirect("/a", "/b")
    assert refusal(fetcher(), site.url + "/a") == "robots"
    assert "/b" not in site.paths


@pytest.mark.parametrize(
    "text",
    ["\x00\x01", "<html>no</html>", "Disallow /", "User-agent: *\nCrawl-delay: soon\n", ": \n" * 5_000],
)
def test_a_robots_txt_that_says_nothing_allows_all(text: str, site: Site, fetcher: Make) -> None:
    robots(site, text)
    site.page("/a")
    assert fetcher().fetch(site.url + "/a").content == PAGE


def test_a_host_is_asked_once_in_a_while(site: Site, fetcher: Make) -> None:
    mine = fetcher(delay=0.15)
    for path in ("/a", "/b"):
        site.page(path)
        mine.fetch(site.url + path)
    times = [when for _, _, when in site.asked]
    assert len(times) == 3
    assert all(later - earlier >= 0.14 for earlier, later in itertools.pairwise(times))


def test_a_host_may_ask_for_a_longer_pause(site: Site, fetcher: Make) -> None:
    robots(site, "User-agent: *\nCrawl-delay: 0.3\n")
    mine = fetcher()
    for path in ("/a", "/b"):
        site.page(path)
        mine.fetch(site.url + path)
    (_, first), (_, second) = [(path, when) for path, _, when in site.asked if path != "/robots.txt"]
    assert second - first >= 0.28


def test_pauses_are_per_host_and_not_endless() -> None:
    slept: list[float] = []
    pace = Pace(2.0, now=lambda: 100.0, sleep=slept.append)
    pace.wait("ambrel.example")
    pace.wait("kestrel.example")
    assert slept == []
    pace.wait("ambrel.example")
    assert slept == [2.0]
    pace.ask_for("kestrel.example", 100_000)
    pace.wait("kestrel.example")
    pace.wait("kestrel.example")
    assert slept == [2.0, 2.0, 2.0 + MAX_DELAY]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_server_in_trouble_is_asked_again(status: int, site: Site, fetcher: Make) -> None:
    site.routes["/a"] = [(status, {}, b""), (status, {}, b""), (200, {}, PAGE)]
    assert fetcher().fetch(site.url + "/a").content == PAGE
    assert site.paths.count("/a") == 3


def test_and_not_for_ever(site: Site, fetcher: Make) -> None:
    site.routes["/a"] = (503, {}, b"")
    assert refusal(fetcher(), site.url + "/a") == "http_status"
    assert site.paths.count("/a") == 3


def test_a_connection_that_breaks_is_tried_again(site: Site, fetcher: Make) -> None:
    site.routes["/a"] = [(200, {"Content-Length": "5000"}, b"<p>"), (200, {}, PAGE)]
    assert fetcher().fetch(site.url + "/a").content == PAGE


def test_the_server_says_when_to_ask_again(site: Site, fetcher: Make) -> None:
    for kind in ("seconds", "a time"):
        soon = format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=2), usegmt=True)
        told = "1" if kind == "seconds" else soon
        site.asked.clear()
        site.routes["/a"] = [(429, {"Retry-After": told}, b""), (200, {}, PAGE)]
        mine = fetcher(retries=Retries(3, 0.01, 5.0))
        assert mine.fetch(site.url + "/a").content == PAGE
        first, second = [when for path, _, when in site.asked if path == "/a"]
        assert second - first >= 0.8


def test_a_server_that_wants_an_hour_is_not_asked_again(site: Site, fetcher: Make) -> None:
    site.routes["/a"] = (503, {"Retry-After": "3600"}, b"")
    assert refusal(fetcher(), site.url + "/a") == "http_status"
    assert site.paths.count("/a") == 1


def test_retries_say_nothing_on_standard_error(
    site: Site, fetcher: Make, capfd: pytest.CaptureFixture[str]
) -> None:
    site.routes["/a"] = [(503, {}, b""), (200, {}, PAGE)]
    fetcher().fetch(site.url + "/a")
    assert capfd.readouterr() == ("", "")


def test_what_was_fetched_is_not_fetched_again_while_it_is_fresh(
    site: Site, fetcher: Make, tmp_path: Path
) -> None:
    site.page("/a", Cache_Control="max-age=600")
    for _ in range(2):
        found = fetcher(cache=tmp_path).fetch(site.url + "/a")
        assert found.content == PAGE
    assert found.from_cache
    assert site.paths.count("/a") == 1


def test_what_is_old_is_confirmed_with_the_server(site: Site, fetcher: Make, tmp_path: Path) -> None:
    body = gzip.compress(PAGE)
    site.page("/a", body, ETag='"7"', Cache_Control="max-age=0", Content_Encoding="gzip")
    assert not fetcher(cache=tmp_path).fetch(site.url + "/a").from_cache
    site.routes["/a"] = (304, {"ETag": '"7"'}, b"")
    found = fetcher(cache=tmp_path).fetch(site.url + "/a")
    assert (found.content, found.from_cache) == (PAGE, True)
    assert {key.lower(): value for key, value in site.asked[-1][1].items()}["if-none-match"] == '"7"'
    site.page("/a", b"<p>New</p>", ETag='"8"')
    assert fetcher(cache=tmp_path).fetch(site.url + "/a").content == b"<p>New</p>"


def test_trouble_and_half_a_page_are_not_kept(site: Site, fetcher: Make, tmp_path: Path) -> None:
    lying = (200, {"Content-Length": "5000", "Cache-Control": "max-age=600"}, PAGE)
    site.routes["/a"] = [(503, {"Cache-Control": "max-age=600"}, b""), lying, (200, {}, b"<p>Good</p>")]
    assert fetcher(cache=tmp_path).fetch(site.url + "/a").content == b"<p>Good</p>"


def _records(folder: Path) -> list[tuple[str, str, bytes, dict[str, str]]]:
    (file,) = folder.glob("*.warc.gz")
    found = []
    for record in ArchiveIterator(io.BytesIO(file.read_bytes())):
        about = dict(record.rec_headers.headers)
        found.append(
            (record.rec_type, about.get("WARC-Target-URI", ""), record.content_stream().read(), about)
        )
    return found


def test_requests_and_answers_are_archived(site: Site, fetcher: Make, tmp_path: Path) -> None:
    site.redirect("/a", "/b")
    site.page("/b", gzip.compress(PAGE), Content_Encoding="gzip")
    mine = fetcher(archive=tmp_path, resolver=to_loopback)
    mine.fetch(site.named("ambrel.example") + "/a")
    mine.close()
    records = _records(tmp_path)
    assert [kind for kind, *_ in records] == ["warcinfo", *["response", "request"] * 3]
    base = site.named("ambrel.example")
    assert [url for kind, url, *_ in records if kind == "response"] == [
        base + p for p in ("/robots.txt", "/a", "/b")
    ]
    kind, _, content, about = records[-2]
    assert (kind, content, about["WARC-IP-Address"]) == ("response", PAGE, "127.0.0.1")
    assert records[-1][3]["WARC-Concurrent-To"] == about["WARC-Record-ID"]
    assert dt.datetime.fromisoformat(about["WARC-Date"]).tzinfo is not None


def test_pages_out_of_the_cache_are_archived_too(site: Site, fetcher: Make, tmp_path: Path) -> None:
    head = b"HTTP/1.1 200 OK\r\nDate: Tue, 12 Mar 2024 10:30:00 GMT\r\nCache-Control: max-age=999999999\r\n"

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True
        handler.wfile.write(head + f"Content-Length: {len(PAGE)}\r\n\r\n".encode() + PAGE)

    site.routes["/a"] = answer
    fetcher(cache=tmp_path / "cache").fetch(site.url + "/a")
    mine = fetcher(cache=tmp_path / "cache", archive=tmp_path / "archive")
    assert mine.fetch(site.url + "/a").from_cache
    mine.close()
    kind, url, content, about = _records(tmp_path / "archive")[-2]
    assert (kind, url, content) == ("response", site.url + "/a", PAGE)
    assert about["WARC-Date"].startswith("2024-03-12T10:30:00")


def test_headers_in_any_bytes_can_be_archived(site: Site, fetcher: Make, tmp_path: Path) -> None:
    site.page("/a", X_Name=b"caf\xe9".decode("latin-1"))
    mine = fetcher(archive=tmp_path, cache=tmp_path / "cache")
    assert mine.fetch(site.url + "/a").content == PAGE
    mine.close()
    assert _records(tmp_path)[-2][2] == PAGE


def test_json_is_only_a_body(site: Site, fetcher: Make) -> None:
    site.page("/a", json.dumps({"a": 1}).encode(), Content_Type="application/feed+json")
    found = fetcher().fetch(site.url + "/a")
    assert (found.media_type, json.loads(found.content)) == ("application/feed+json", {"a": 1})


def test_a_damaged_cache_counts_as_empty(
    site: Site, fetcher: Make, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pages.db").write_bytes(b"no database" * 1_000)
    site.page("/a")
    assert fetcher(cache=tmp_path).fetch(site.url + "/a").content == PAGE
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("told", ["nan", "-5", "²", "soon", "99999999999999", ""])
def test_odd_waits_are_no_waits(told: str, site: Site, fetcher: Make) -> None:
    robots(site, f"User-agent: *\nCrawl-delay: {told if told != '99999999999999' else 'nan'}\n")
    header = told.encode().decode("latin-1")
    site.routes["/a"] = [(503, {"Retry-After": header}, b""), (200, {}, PAGE)]
    assert fetcher().fetch(site.url + "/a").content == PAGE


def test_a_server_may_say_that_nothing_has_changed(site: Site, fetcher: Make) -> None:
    site.page("/feed", b"<rss/>", ETag='W/"7"', Last_Modified="Sun, 01 Mar 2026 10:00:00 GMT")
    get = fetcher()
    first = get.fetch(f"{site.url}/feed")
    assert first.validators == Validators('W/"7"', "Sun, 01 Mar 2026 10:00:00 GMT")
    site.routes["/feed"] = (304, {}, b"")
    again = get.fetch(f"{site.url}/feed", since=first.validators)
    assert again.is_unchanged and again.content == b"" and again.validators == first.validators
    _, headers, _ = site.asked[-1]
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == (
        first.validators.etag,
        first.validators.last_modified,
    )


def test_nothing_has_changed_is_no_answer_to_one_who_did_not_ask(site: Site, fetcher: Make) -> None:
    site.routes["/feed"] = (304, {}, b"")
    with pytest.raises(InputError, match="status 304"):
        fetcher().fetch(f"{site.url}/feed", since=Validators())


@pytest.mark.parametrize("etag", ['"\xe9t\xe9"', '"' + "x" * 600 + '"'])
def test_a_validator_that_cannot_be_sent_back_is_left_out(site: Site, fetcher: Make, etag: str) -> None:
    site.page("/feed", b"<rss/>", ETag=etag)
    assert fetcher().fetch(f"{site.url}/feed").validators.etag is None
