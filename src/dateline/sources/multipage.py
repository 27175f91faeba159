"""Reports that run over several pages: their pages, where they are among the inputs, become one."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urldefrag, urljoin

from dateline.model import RawPage

_HEAD = 200_000
_MOST = 30
"""Pages of one report."""
_NEXT = re.compile(r"<(?:link|a)\b[^<>]*\brel\s*=\s*[\"']?next\b[^<>]*>", re.IGNORECASE)
_HREF = re.compile(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))", re.IGNORECASE)
_CANONICAL = re.compile(r"<link\b[^<>]*\brel\s*=\s*[\"']?canonical\b[^<>]*>", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^<>]*>([^<]*)</title>", re.IGNORECASE)
_NUMBER = re.compile(
    r"[?&](?:page|pg|p|seite|pagina)=(\d{1,2})(?=&|$)|/(?:page|seite|pagina|p)[-/]?(\d{1,2})/?$|/(\d{1,2})/?$|[-_](?:page-?|p|seite-?)?(\d{1,2})(?=\.html?$)",
    re.IGNORECASE,
)
_PAGE_WORDS = re.compile(
    r"\b(?:page|seite|pagina|página|strona|sida|side|страница)\b|\d+|[\W_]+", re.IGNORECASE
)


def join_pages(pages: Sequence[RawPage]) -> list[RawPage]:
    """The same pages in their order, but that the further pages of a report hang on its first (`further`) and are not listed.

    A page follows another if that one links to it as its next (`rel="next"`), or its address is the other's with a page
    number, and both have the same title, page numbers aside.
    """
    known = _Known.of(pages)
    if len(known.by_address) < 2:
        return list(pages)
    following = {
        id(page): after
        for address, page in known.by_address.items()
        if (after := _following(page, address, known)) is not None
    }
    later = {id(page) for page in following.values()}
    chains = {id(page): tuple(_chain(page, following)) for page in pages if id(page) not in later}
    taken = {id(page) for chain in chains.values() for page in chain}
    return [
        replace(page, further=chain) if (chain := chains.get(id(page), ())) else page
        for page in pages
        if id(page) not in taken
    ]


@dataclass(frozen=True, slots=True)
class _Known:
    """Pages by their address, and by their address without its page number and that number."""

    by_address: dict[str, RawPage]
    by_number: dict[tuple[str, int], RawPage]

    @classmethod
    def of(cls, pages: Sequence[RawPage]) -> _Known:
        found = {address: page for page in pages if (address := _address(page))}
        return cls(found, {_split(address): page for address, page in found.items()})


def _chain(page: RawPage, following: dict[int, RawPage]) -> Iterator[RawPage]:
    seen = {id(page)}
    for _ in range(_MOST):
        after = following.get(id(page))
        if after is None or id(after) in seen:
            return
        seen.add(id(after))
        yield after
        page = after


def _following(page: RawPage, address: str, known: _Known) -> RawPage | None:
    """The page that a page goes on with, among the inputs."""
    base, number = _split(address)
    found = known.by_address.get(_linked(page, address) or "") or known.by_number.get((base, number + 1))
    return found if found is not None and found is not page and _title(found) == _title(page) else None


def _linked(page: RawPage, address: str) -> str | None:
    link = _NEXT.search(_text(page))
    href = _href(link.group()) if link else None
    return _plain(urljoin(address, href)) if href else None


def _split(address: str) -> tuple[str, int]:
    """An address without its page number, and the number; 1 where it has none."""
    found = _NUMBER.search(address)
    if not found or int(found[found.lastindex or 0]) < 1:
        return address.rstrip("/"), 1
    return (address[: found.start()] + address[found.end() :]).rstrip("/"), int(found[found.lastindex or 0])


def _address(page: RawPage) -> str | None:
    if page.url:
        return _plain(page.url)
    link = _CANONICAL.search(_text(page))
    href = _href(link.group()) if link else None
    return _plain(href) if href and href.startswith("http") else None


def _plain(address: str) -> str:
    return urldefrag(address)[0].replace("http://", "https://", 1)


def _href(tag: str) -> str | None:
    found = _HREF.search(tag)
    return html.unescape(next(filter(None, found.groups()), "")) if found else None


def _title(page: RawPage) -> str | None:
    """The title without page numbers; None without one, which is equal to no other."""
    found = _TITLE.search(_text(page))
    words = _PAGE_WORDS.sub(" ", html.unescape(found[1]).casefold()) if found else ""
    return " ".join(words.split()) or None


def _text(page: RawPage) -> str:
    return (
        page.content[:_HEAD]
        if isinstance(page.content, str)
        else page.content[:_HEAD].decode("utf-8", "replace")
    )
