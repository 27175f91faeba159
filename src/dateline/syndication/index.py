"""Copies among pages that come one at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dateline.model import Article, ChainEdge
from dateline.syndication.edges import Link, in_order, settled_edges
from dateline.syndication.fingerprints import Fingerprint, fingerprint
from dateline.syndication.standing import Standing
from dateline.syndication.window import Window
from dateline.syndication.words import Hashes

_Links = Mapping[str, Mapping[str, Link]]


class CopyIndex:
    """Finds copies among pages one page at a time.

    `days` is how far apart two pages may have been published to be compared; pages that no coming one can reach are forgotten.
    Without it, all are held.

        index = CopyIndex(days=14)
        for article in stream:
            edges = index.add(article)
    """

    def __init__(self, days: int | None = None) -> None:
        self._days = days
        self._window = Window(days)
        self._standing = Standing()
        self._held: dict[str, Article] = {}
        self._to: dict[str, dict[str, Link]] = defaultdict(dict)

    def __len__(self) -> int:
        return len(self._held)

    def __contains__(self, article_id: object) -> bool:
        return article_id in self._held

    def add(self, article: Article) -> list[ChainEdge]:
        """Holds a page, and tells the edges between it and the pages held, and what it says of its origin. A page that is held
        already has no new ones.

        What an outlet puts on all of its pages is known only after some of them, and an original may come after its copies: `edges`
        tells what is known of all pages held.
        """
        if article.id in self:
            return []
        page = fingerprint(article)
        for gone in self._window.make_room(page):
            self._forget(gone)
        self._held[article.id] = article
        self._standing.add(page)
        links = self._window.add(page, self._standing.recent_hashes())
        for link in links:
            self._to[link.edge.to][link.edge.from_] = link
        touched = {article.id, *(link.edge.to for link in links)}
        found = (edge for to in touched for edge in _settled(self._held[to], self._to, self._held))
        return in_order(edge for edge in found if article.id in (edge.from_, edge.to))

    def edges(self) -> list[ChainEdge]:
        """All edges among the pages held, the same for the same pages in whatever order they came."""
        return edges_among(self._window.pages(), self._standing.hashes(), self._days)

    def _forget(self, page: Fingerprint) -> None:
        gone = page.wording.article.id
        self._standing.remove(page)
        del self._held[gone]
        self._to.pop(gone, None)
        for found in self._to.values():
            found.pop(gone, None)


def find_copies(articles: Iterable[Article], *, days: int | None = None) -> list[ChainEdge]:
    """All edges among some articles, from the original to the copy, in the order of their ids.

    Whole texts are `republished` (the page says so), `copy`, `cut` or `adapted`; `passage` is a shared stretch of
    running text; `quotes` an outlet that is cited. Where an original is not among the articles, `from_` is
    `outlet:NAME`. The order of the input does not matter. With `days`, pages published further apart are not compared.
    """
    pages = [fingerprint(article) for article in {article.id: article for article in articles}.values()]
    standing = Standing()
    for page in pages:
        standing.add(page)
    return edges_among(pages, standing.hashes(), days)


def edges_among(pages: Iterable[Fingerprint], fixed: Hashes, days: int | None) -> list[ChainEdge]:
    """The edges among some pages, which go through a window in the order of their time. `fixed` are the shingles of standing text."""
    window = Window(days)
    held: dict[str, Article] = {}
    to: dict[str, dict[str, Link]] = defaultdict(dict)
    for page in sorted(pages, key=lambda page: order_of(page.wording.article)):
        held[page.wording.article.id] = page.wording.article
        window.make_room(page)
        for link in window.add(page, fixed):
            to[link.edge.to][link.edge.from_] = link
    return in_order(edge for article in held.values() for edge in _settled(article, to, held))


def _settled(article: Article, to: _Links, held: Mapping[str, Article]) -> list[ChainEdge]:
    """The edges to a page, all of those to it known."""
    links = list(to.get(article.id, {}).values())
    origins = (link.edge.from_ for link in links)
    return settled_edges(article, links, {id_: held[id_].outlet for id_ in origins if id_ in held})


def order_of(article: Article) -> tuple[str, str]:
    """Undated pages first: they are held for the others, however far these are apart."""
    return (article.published.value if article.published else "", article.id)
