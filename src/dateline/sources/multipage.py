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


@dataclass(frozen=True, slots=True)
class Card:
    """What tells where a page goes on: its address, its title without page numbers, the address that it names as its next."""

    address: str | None
    title: str | None
    linked: str | None


def join_pages(pages: Sequence[RawPage]) -> list[RawPage]:
    """The same pages in their order, but that the further pages of a report hang on its first (`further`) and are not listed."""
    chains = chains_of([card_of(page) for page in pages])
    taken = {further for chain in chains.values() for further in chain}
    return [
        replace(page, further=tuple(pages[further] for further in chains[number]))
        if number in chains
        else page
        for number, page in enumerate(pages)
        if number not in taken
    ]


def card_of(page: RawPage) -> Card:
    """The card of a page."""
    text = _text(page)
    address = _address(page, text)
    return Card(address, _title(text), _linked(text, address)) if address else Card(None, None, None)


def chains_of(cards: Sequence[Card | None]) -> dict[int, tuple[int, ...]]:
    """Which pages of the sequence go on in others: the number of the first page with those of its further pages.

    A page follows another if that one links to it as its next (`rel="next"`), or its address is the other's with a page
    number, and both have the same title, page numbers aside. Without a card, a page follows none and is followed by none.
    """
    known = _Known.of(cards)
    if len(known.by_address) < 2:
        return {}
    following = {
        number: after
        for number in known.by_address.values()
        if (after := _following(number, cards, known)) is not None
    }
    later = set(following.values())
    return {number: tuple(_chain(number, following)) for number in sorted(following) if number not in later}


@dataclass(frozen=True, slots=True)
class _Known:
    """Numbers of pages by their address, and by their address without its page number and that number."""

    by_address: dict[str, int]
    by_number: dict[tuple[str, int], int]

    @classmethod
    def of(cls, cards: Sequence[Card | None]) -> _Known:
        found = {
            card.address: number for number, card in enumerate(cards) if card is not None and card.address
        }
        return cls(found, {_split(address): number for address, number in found.items()})


def _chain(number: int, following: dict[int, int]) -> Iterator[int]:
    seen = {number}
    for _ in range(_MOST):
        after = following.get(number)
        if after is None or after in seen:
            return
        seen.add(after)
        yield after
        number = after


def _following(number: int, cards: Sequence[Card | None], known: _Known) -> int | None:
    """The page that a page goes on with, among the inputs."""
    card = cards[number]
    if card is None or card.address is None:
        return None
    base, page_number = _split(card.address)
    found = known.by_address.get(card.linked or "")
    if found is None:
        found = known.by_number.get((base, page_number + 1))
    other = cards[found] if found is not None else None
    return found if other is not None and found != number and other.title == card.title else None


def _linked(text: str, address: str) -> str | None:
    link = _NEXT.search(text)
    href = _href(link.group()) if link else None
    return _plain(urljoin(address, href)) if href else None


def _split(address: str) -> tuple[str, int]:
    """An address without its page number, and the number; 1 where it has none."""
    found = _NUMBER.search(address)
    if not found or int(found[found.lastindex or 0]) < 1:
        return address.rstrip("/"), 1
    return (address[: found.start()] + address[found.end() :]).rstrip("/"), int(found[found.lastindex or 0])


def _address(page: RawPage, text: str) -> str | None:
    if page.url:
        return _plain(page.url)
    link = _CANONICAL.search(text)
    href = _href(link.group()) if link else None
    return _plain(href) if href and href.startswith("http") else None


def _plain(address: str) -> str:
    return urldefrag(address)[0].replace("http://", "https://", 1)


def _href(tag: str) -> str | None:
    found = _HREF.search(tag)
    return html.unescape(next(filter(None, found.groups()), "")) if found else None


def _title(text: str) -> str | None:
    """The title without page numbers; None without one."""
    found = _TITLE.search(text)
    words = _PAGE_WORDS.sub(" ", html.unescape(found[1]).casefold()) if found else ""
    return " ".join(words.split()) or None


def _text(page: RawPage) -> str:
    return (
        page.content[:_HEAD]
        if isinstance(page.content, str)
        else page.content[:_HEAD].decode("utf-8", "replace")
    )
