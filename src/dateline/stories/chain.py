"""How a story's reports reached each other: copies with one original each, and outlets that are cited (codebook section 8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.model import Article, ChainEdge, Reading
from dateline.syndication import FAMILY_RELATIONS, is_from, outlet_key

_CITED_CHANNELS = ("outlet", "broadcast", "interview")
_UNREAD = "outlet:"


def story_chain(readings: Sequence[Reading], edges: Sequence[ChainEdge]) -> tuple[ChainEdge, ...]:
    """The edges inside a story and those that come from outlets outside it. `edges` may hold others, which are left out.

    Outlets through which a quotation reached a page are cited by it; an outlet does not cite itself, and where its own
    report is in the story, that is the origin.
    """
    articles = [reading.article for reading in readings]
    ids = {article.id for article in articles}
    inside = [e for e in edges if e.to in ids and (e.from_ in ids or e.from_.startswith(_UNREAD))]
    cited = [edge for edge in (*inside, *_channel_edges(readings)) if edge.relation == "quotes"]
    kept = [edge for edge in inside if edge.relation != "quotes"]
    return (*_one_parent(kept), *_citations(cited, articles))


def outlet_count(articles: Sequence[Article]) -> int:
    """How many outlets some pages come from; a page that names none counts as one of its own."""
    named = {article.outlet.id or outlet_key(article.outlet.name) for article in articles if article.outlet}
    return len(named) + sum(article.outlet is None for article in articles)


def _channel_edges(readings: Sequence[Reading]) -> Iterator[ChainEdge]:
    for reading in readings:
        for statement in reading.statements:
            channel = statement.channel
            if channel is not None and channel.kind in _CITED_CHANNELS and channel.name:
                yield ChainEdge(_UNREAD + channel.name, reading.article.id, "quotes", ())


def _citations(cited: Sequence[ChainEdge], articles: Sequence[Article]) -> list[ChainEdge]:
    """Each page's cited outlets once, without itself."""
    by_id = {article.id: article for article in articles}
    found: dict[tuple[str, str], ChainEdge] = {}
    for edge in cited:
        if not edge.from_.startswith(_UNREAD):
            found.setdefault((edge.from_, edge.to), edge)
            continue
        name, page = edge.from_.removeprefix(_UNREAD), by_id[edge.to]
        if is_from(page, name):
            continue
        origin = _report_of(name, page, articles)
        from_ = origin.id if origin else edge.from_
        found.setdefault((origin.id if origin else outlet_key(name), edge.to), replace(edge, from_=from_))
    return list(found.values())


def _report_of(outlet: str, page: Article, articles: Sequence[Article]) -> Article | None:
    """The outlet's first report in the story that came out no later than the page which cites it."""
    own = [a for a in articles if a.id != page.id and is_from(a, outlet) and _is_no_later(a, page)]
    return min(own, key=_when, default=None)


def _is_no_later(a: Article, b: Article) -> bool:
    if a.published is None or b.published is None:
        return True
    return a.published.value[:10] <= b.published.value[:10]


def _when(article: Article) -> tuple[str, str]:
    return (article.published.value if article.published else "~", article.id)


def _one_parent(edges: Sequence[ChainEdge]) -> list[ChainEdge]:
    """Without the second of two originals that are copies of each other: what the page says of itself is kept, else the
    one that is itself no copy, else the longer share.
    """
    family = [e for e in edges if e.relation in FAMILY_RELATIONS and not e.from_.startswith(_UNREAD)]
    linked = {frozenset((edge.from_, edge.to)) for edge in family}
    parents: dict[str, list[ChainEdge]] = defaultdict(list)
    for edge in family:
        parents[edge.to].append(edge)

    def rank(edge: ChainEdge) -> tuple[bool, bool, int, str]:
        shared = sum(b.end - b.start for _, b in edge.passages)
        return edge.relation == "republished", edge.from_ not in parents, shared, edge.from_

    def is_doubled(edge: ChainEdge) -> bool:
        rivals = [e for e in parents[edge.to] if frozenset((e.from_, edge.from_)) in linked]
        return any(rank(rival) > rank(edge) for rival in rivals)

    doubled = {edge for edge in family if is_doubled(edge)}
    return [edge for edge in edges if edge not in doubled]
