"""What a search shows: hits with their stories, and counts that narrow it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starlette.requests import Request

from dateline.knowledge import Knowledge
from dateline.model import CollectionError, Span
from dateline.store import Collection, Facet, FacetCount, Passage, ShownHit
from dateline.web.addresses import with_params
from dateline.web.links import actor_address, article_address, story_address

SHOWN = 8
NAMES = {
    Facet.OUTLET: ("Outlet", "outlet"),
    Facet.MONTH: ("Month", "month"),
    Facet.ACTOR: ("Who is named", "actor"),
    Facet.ROOT: ("Act", "type"),
    Facet.STATUS: ("Status", "status"),
    Facet.LANGUAGE: ("Language", "lang"),
}
_ID = re.compile(
    r"(?P<actor>Q\d+|dl-\S+)|(?P<story>story:[0-9a-f]+)|(?P<article>sha256:[0-9a-f]{64})(?:#(?P<record>[esm]\d+))?"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a passage; `is_found` where they were asked for."""

    text: str
    is_found: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that was found, in pieces; `address` leads to the first passage."""

    hit: ShownHit
    title: tuple[Piece, ...]
    passages: tuple[tuple[Piece, ...], ...]
    address: str
    story: str | None
    headline: str | None


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A value that narrows the search, and the address that does so."""

    value: str
    name: str
    pages: int
    address: str


def hits_of(collection: Collection, hits: Sequence[ShownHit]) -> list[Hit]:
    """Hits with the stories that they are told in."""
    articles = [hit.article for hit in hits]
    story_of = {row.id: row.story for row in collection.articles(article=articles)} if articles else {}
    stories = sorted({story for story in story_of.values() if story})
    named = {row.id: row.headline for row in collection.stories(story=stories)} if stories else {}
    return [_hit(hit, story_of.get(hit.article), named) for hit in hits]


def _hit(hit: ShownHit, story: str | None, named: dict[str, str]) -> Hit:
    first = next(iter(hit.passages), None)
    at = (first.span.start, first.span.end) if first and first.span.end > first.span.start else None
    return Hit(
        hit,
        tuple(pieces(hit.title, hit.title_highlights)),
        tuple(tuple(_passage(passage)) for passage in hit.passages),
        article_address(hit.article, at=at),
        story,
        named.get(story or ""),
    )


def _passage(passage: Passage) -> Iterator[Piece]:
    start = passage.span.start
    yield from pieces(passage.text, [Span(p.start - start, p.end - start) for p in passage.highlights])


def pieces(text: str, highlights: Sequence[Span]) -> Iterator[Piece]:
    """A text in what was found and what stands between."""
    at = 0
    for span in sorted(highlights):
        if span.start < at:
            continue
        if span.start > at:
            yield Piece(text[at : span.start], False)
        yield Piece(span.of(text), True)
        at = span.end
    if text[at:]:
        yield Piece(text[at:], False)


def narrowings(request: Request, query: str, facet: Facet, counts: Sequence[FacetCount]) -> list[Narrowing]:
    """The values of a facet that are not asked for yet."""
    field = NAMES[facet][1]
    found = []
    for count in counts:
        added = _month(count.value) if facet is Facet.MONTH else f"{field}:{_quoted(count.value)}"
        if added not in query:
            address = with_params(request, q=f"{query} {added}".strip())
            found.append(Narrowing(count.value, count.name, count.pages, address))
    return found


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"\s", value) else value


def _month(month: str) -> str:
    year, number = map(int, month.split("-"))
    after = f"{year + number // 12:04}-{number % 12 + 1:02}"
    return f"after:{month} before:{after}"


def meant(collection: Collection, query: str) -> str | None:
    """The address of what an id names: a story, an article or a record of it, an actor; None for anything else."""
    match = _ID.fullmatch(query.strip())
    if not match:
        return None
    try:
        if match["story"]:
            return story_address(collection.story(match["story"]).id)
        if match["article"]:
            collection.page_hash(match["article"])
            return article_address(match["article"], event=match["record"])
    except CollectionError as error:
        if error.code not in ("unknown", "forgotten"):
            raise
        return None
    known = (
        Knowledge.load().entity(match["actor"]) or collection.actors(actor=match["actor"]).limit(1).count()
    )
    return actor_address(match["actor"]) if known else None
