"""The reporting chain: who copied whom, and what each page says of its own sources."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import BlockKind, ChainEdge, Span, Story
from dateline.products.briefing.channels import channel_words
from dateline.products.briefing.rows import ChainRow
from dateline.products.briefing.shelf import Page, Shelf
from dateline.syndication import is_from

_SAME = {"republished_from": "republished"}


def chain_of(story: Story, shelf: Shelf) -> tuple[ChainRow, ...]:
    """Steps between reports first, then what each page names: original, agency, outlet quoted, channel, credit.

    A step that no words of a page say is not told.
    """
    rows: dict[tuple[str, str, str], ChainRow] = {}
    for row in _steps(story, shelf):
        known = rows.get((row.origin, row.relation, row.report_key))
        if known is None or (row.citations and not known.citations):
            rows[(row.origin, row.relation, row.report_key)] = row
    return tuple(row for row in rows.values() if row.citations)


def _steps(story: Story, shelf: Shelf) -> Iterator[ChainRow]:
    for edge in story.chain:
        if edge.to in shelf.pages:
            yield _edge(edge, shelf)
    for article in story.articles:
        page = shelf.page(article)
        yield from _own_links(page, shelf)
        yield from _channels(page, shelf)
        yield from _credits(page, shelf)


def _edge(edge: ChainEdge, shelf: Shelf) -> ChainRow:
    report, origin = shelf.page(edge.to), shelf.pages.get(edge.from_)
    name = origin.outlet if origin else edge.from_.removeprefix("outlet:")
    spans = [span for _, span in edge.passages] or naming_of(report, _own_name(origin) or name)
    return ChainRow(
        name,
        origin.key if origin else None,
        edge.relation,
        report.outlet,
        report.key,
        shelf.cite_all(edge.to, spans),
    )


def _own_name(origin: Page | None) -> str | None:
    """The name of a page's outlet as pages have it, which that of the briefing may tell from a namesake."""
    return origin.article.outlet.name if origin and origin.article.outlet else None


def naming_of(page: Page, outlet: str) -> list[Span]:
    """The first words of a page that name an outlet: as what it quotes, as a channel, or as somebody who is mentioned."""
    wanted = _bare(outlet)
    links = [link.span for link in page.article.chain if _bare(link.outlet) == wanted]
    channels = [
        span
        for statement in page.reading.statements
        if statement.channel and statement.channel.name and _bare(statement.channel.name) == wanted
        for span in statement.channel.spans
    ]
    mentions = [m.span for m in page.reading.mentions if wanted in (_bare(m.name), _bare(m.text))]
    return (links or channels or mentions)[:1]


def _bare(name: str) -> str:
    """A name without its article: pages write "the Larkfield Post" and "The Larkfield Post"."""
    return name.casefold().removeprefix("the ")


def _named(origin: str, relation: str, page: Page, span: Span | None, shelf: Shelf) -> ChainRow:
    cited = shelf.cite_all(page.article.id, [span] if span else [])
    return ChainRow(origin, None, relation, page.outlet, page.key, cited)


def _own_links(page: Page, shelf: Shelf) -> Iterator[ChainRow]:
    for link in page.article.chain:
        yield _named(link.outlet, _SAME.get(link.relation, link.relation), page, link.span, shelf)


def _channels(page: Page, shelf: Shelf) -> Iterator[ChainRow]:
    """Through which ways words reached a page; "told The Harbour Courier" in that paper is none."""
    for statement in page.reading.statements:
        channel = statement.channel
        if channel and channel.spans and not (channel.name and is_from(page.article, channel.name)):
            yield _named(channel_words(channel) or channel.kind, "channel", page, channel.spans[0], shelf)


def _credits(page: Page, shelf: Shelf) -> Iterator[ChainRow]:
    for line in page.lines:
        if line.kind is BlockKind.CREDIT:
            yield _named(line.span.of(page.article.text), "credit", page, line.span, shelf)
