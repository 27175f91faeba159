"""Documents that grow when they are parsed are refused at once; harmless declarations are not."""

from __future__ import annotations

import gzip
import time

import pytest

from dateline.model import RawPage, Rejection
from dateline.sources import Follower
from tests.unit.sources.feeds.shaped_feeds import rss

SECONDS = 0.2


def _declaring(declarations: str, title: str = "&x9;") -> bytes:
    return rss(f"<item><title>{title}</title></item>", before=f"<!DOCTYPE rss [{declarations}]>").encode()


LAUGHS = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 10))
BOMBS = {
    "a billion laughs": _declaring('<!ENTITY x0 "ha">' + LAUGHS),
    "a billion laughs in utf-16": _declaring('<!ENTITY x0 "ha">' + LAUGHS).decode().encode("utf-16"),
    "one long entity, often": _declaring(f'<!ENTITY x9 "{"a" * 100_000}">', "&x9;" * 100_000),
    "a short entity, very often": _declaring(f'<!ENTITY x9 "{"a" * 200}">', "&x9;" * 500_000),
    "a file of this machine": _declaring('<!ENTITY x9 SYSTEM "file:///etc/passwd">'),
    "an address": _declaring('<!ENTITY x9 PUBLIC "a" "http://127.0.0.1/x">'),
    "parameter entities": _declaring('<!ENTITY % a "x"><!ENTITY x9 "%a;">'),
    "an outer parameter entity": _declaring('<!ENTITY % a SYSTEM "http://127.0.0.1/x.dtd">%a;'),
    "a thousand declarations": _declaring("".join(f'<!ENTITY y{n} "a">' for n in range(1_000))),
    "a declaration behind a marker": _declaring(f'<!ENTITY c "<![CDATA["><!ENTITY x0 "ha">{LAUGHS}'),
    "gzip of laughs": gzip.compress(_declaring('<!ENTITY x0 "ha">' + LAUGHS)),
    "laughs in a sitemap": _declaring('<!ENTITY x0 "ha">' + LAUGHS)
    .replace(b"<rss", b"<urlset")
    .replace(b"</rss", b"</urlset"),
    "laughs in opml": _declaring('<!ENTITY x0 "ha">' + LAUGHS)
    .replace(b"<rss", b"<opml")
    .replace(b"</rss", b"</opml"),
}


def _read(content: bytes) -> list[RawPage | Rejection]:
    found = Follower().from_content(content, "bomb.xml")
    assert found is not None
    return list(found)


@pytest.mark.parametrize("content", BOMBS.values(), ids=BOMBS.keys())
def test_bombs_are_refused_at_once(content: bytes) -> None:
    start = time.process_time()
    (refused,) = _read(content)
    assert time.process_time() - start < SECONDS
    assert isinstance(refused, Rejection)
    assert refused.code == "entity_bomb"
    assert refused.bytes_sha256


def test_a_gzip_bomb_is_refused() -> None:
    (refused,) = _read(gzip.compress(rss("<item><title>x</title></item>" + " " * 30_000_000).encode()))
    assert isinstance(refused, Rejection)
    assert refused.code == "too_large"


def test_a_few_names_of_characters_are_no_bomb() -> None:
    (page,) = _read(
        _declaring('<!ENTITY nbsp "&#160;"><!ENTITY post "Ambrel Post">', "The &post;&nbsp;online")
    )
    assert isinstance(page, RawPage)
    assert "<h1>The Ambrel Post online</h1>" in page.content


def test_a_feed_may_tell_of_entities_in_its_text() -> None:
    (page,) = _read(
        rss(
            '<item><title>Entities</title><description><![CDATA[<!ENTITY a "b">]]></description></item>'
        ).encode()
    )
    assert isinstance(page, RawPage)


@pytest.mark.parametrize(
    "inside",
    ["<a>" * 200_000, "<item><title>" + "<!--" * 300_000, "<item><title>" + "<![CDATA[" * 200_000, "&" * 2_000_000, "<" * 1_000_000, "<!DOCTYPE [" * 100_000,
     "<item><title>" + "\n " * 500_000, "<item " + "a='1' " * 100_000 + "/>", "<?xml " * 200_000,
     "<item><title>x</title><author>" + "@" * 500_000 + " x</author></item>"],
    ids=["deep", "comments", "cdata", "ampersands", "brackets", "types", "blank", "attributes", "declarations", "mailbox"],
)  # fmt: skip
def test_large_nonsense_takes_no_time(inside: str) -> None:
    start = time.process_time()
    _read(rss(inside).encode())
    assert time.process_time() - start < 3


def test_a_feed_that_begins_with_no_declaration_and_is_mostly_blank_takes_no_time() -> None:
    start = time.process_time()
    _read(
        b"<rss version='2.0'><channel>" + b"\r\n" * 500_000 + b"<item><title>x</title></item></channel></rss>"
    )
    assert time.process_time() - start < 3
