"""Edges between texts: how the whole of one was made from another, or which passages it took (codebook section 8, rules 5 to 7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model import Article, ChainEdge, Outlet, Span
from dateline.syndication.claims import (
    cited_outlets,
    is_from,
    is_same_outlet,
    outlet_key,
    republished_outlets,
)
from dateline.syndication.comparison import Shared
from dateline.syndication.direction import comes_after
from dateline.syndication.families import FAMILY_RELATIONS, letters_covered
from dateline.syndication.passages import Passage
from dateline.syndication.words import reading_spans

_WHOLE = 0.5
_PART = 0.5
_NEARLY_ALL = 0.8
_SAID = 0.1
_ASSEMBLED = 0.8
_LEAST_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Link:
    """The edge between two texts, with all that they share: an edge of passages leaves quotations and phrases out."""

    edge: ChainEdge
    shared: tuple[tuple[Span, Span], ...]


def link_of(shared: Shared) -> Link | None:
    """The edge between two texts, if one drew on the other."""
    shared = shared.turned() if comes_after(shared) else shared
    running = shared.running()
    relation = _relation(shared, bool(running)) or ("passage" if running else None)
    if relation is None:
        return None
    spans = _spans(shared, shared.passages)
    kept = _spans(shared, running) if relation == "passage" else spans
    return Link(ChainEdge(shared.a.article.id, shared.b.article.id, relation, kept), spans)


def _relation(shared: Shared, has_running: bool) -> str | None:
    """How the whole of `b` was made from `a`; None where it was not.

    Where nearly all is shared, it does not matter whether it is quoted. Of an outlet's own later version only what stood in the
    earlier one counts.
    """
    original, copy = shared.a.article, shared.b.article
    of_a, of_b = shared.of_a.own, shared.of_b.own
    if max(of_a, of_b) >= _SAID and any(is_from(original, name) for name in republished_outlets(copy)):
        return "republished"
    is_version = is_same_outlet(original, copy) and of_a >= _WHOLE
    if shared.of_b.all >= _NEARLY_ALL:
        of_a, of_b = max(of_a, shared.of_a.all), 1.0
    elif not (has_running and (of_b >= _PART or is_version)):
        return None
    if of_a < _WHOLE:
        return "cut"
    return "copy" if of_b >= _WHOLE else "adapted"


def _spans(shared: Shared, passages: Iterable[Passage]) -> tuple[tuple[Span, Span], ...]:
    a, b = shared.a.page.wording, shared.b.page.wording
    return tuple((a.span(*passage.a), b.span(*passage.b)) for passage in passages)


def edges_to(article: Article, links: Sequence[Link]) -> list[ChainEdge]:
    """The edges to a page from its links. Where it has next to nothing of its own, pages that gave a good part of it, which no
    original of the whole has, are its originals too: it was put together from them."""
    whole = sum(span.end - span.start for span in reading_spans(article))
    if _covered(links) < _ASSEMBLED * whole:
        return [link.edge for link in links]
    originals = [link for link in links if link.edge.relation in FAMILY_RELATIONS]
    known = _covered(originals)
    return [
        replace(link.edge, relation="adapted", passages=link.shared)
        if len(link.edge.passages) > 1
        and link.edge.relation == "passage"
        and _covered([*originals, link]) - known >= _LEAST_SHARE * whole
        else link.edge
        for link in links
    ]


def _covered(links: Iterable[Link]) -> int:
    return letters_covered(copy for link in links for _, copy in link.shared)


def settled_edges(
    article: Article, links: Sequence[Link], outlets: Mapping[str, Outlet | None]
) -> list[ChainEdge]:
    """The edges to a page, all of its links known, with those that only the page itself tells of. `outlets` are those of the pages that
    the links come from, by their ids."""
    found = edges_to(article, links)
    return [*found, *said_edges(article, found, outlets)]


def said_edges(
    article: Article, edges: Sequence[ChainEdge], outlets: Mapping[str, Outlet | None]
) -> list[ChainEdge]:
    """Edges for what a page says and none of the edges to it shows."""
    sources = [outlets.get(edge.from_) for edge in edges]
    shown = {outlet_key(outlet.name) for outlet in sources if outlet is not None}
    named = [(name, "republished") for name in republished_outlets(article)]
    named += [(name, "quotes") for name in cited_outlets(article)]
    return [
        ChainEdge(f"outlet:{name}", article.id, relation, ())
        for name, relation in named
        if outlet_key(name) not in shown
    ]


def in_order(edges: Iterable[ChainEdge]) -> list[ChainEdge]:
    """By the copy, the relation, the original."""
    return sorted(edges, key=lambda edge: (edge.to, edge.relation, edge.from_))
