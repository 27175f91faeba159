"""People and outlets that a page names outside its story: authors, publishers, agencies, the origin of a copy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.actors import local_id
from dateline.article import agency_in_credit
from dateline.knowledge import Knowledge
from dateline.model import ActorKind, Article, Block, BlockKind, Mention, Span

_WITH_AUTHORS = (BlockKind.BYLINE, BlockKind.BIO, BlockKind.BODY)
_ASIDE = (BlockKind.BYLINE, BlockKind.BIO, BlockKind.OTHER, BlockKind.NAVIGATION)
_LINE = 5
"""Words of the shortest line that tells something."""
_WITH_OUTLET = (
    BlockKind.HEADLINE,
    BlockKind.OTHER,
    BlockKind.PROMO,
    BlockKind.LEGAL,
    BlockKind.NAVIGATION,
    BlockKind.REPUBLICATION,
)


def named_by_page(article: Article, knowledge: Knowledge) -> Iterator[Mention]:
    """Mentions of authors, agencies of pictures, the outlets in the chain, and the outlet itself where it is named first."""
    for author in article.authors:
        found = _first(article, author, _WITH_AUTHORS)
        if found is not None:
            yield _mention(article, found, ActorKind.PERSON, local_id(author), author, "author", None)
    for block in _ordered(article, (BlockKind.CREDIT, BlockKind.CAPTION)):
        credit = agency_in_credit(article.text, block, knowledge)
        if credit is not None:
            yield _outlet(article, credit[0], credit[1], knowledge)
    for link in article.chain:
        yield _outlet(article, (link.span.start, link.span.end), link.outlet, knowledge)
    if article.outlet is not None:
        place = _first(article, article.outlet.name, _WITH_OUTLET) or _by_part(article, article.outlet.name)
        if place is not None:
            yield _outlet(article, place, article.outlet.name, knowledge)


def named_again(article: Article, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Names of the story where they stand outside it: in the byline, below a picture, in a second headline."""
    by_text = {m.text: m for m in reversed(mentions) if m.text[:1].isupper() and len(m.text) > 2}
    lines = list(_lines_aside(article))
    there = [name for name in by_text if any(name in line.of(article.text) for line in lines)]
    if not there:
        return
    longest_first = "|".join(sorted(map(re.escape, there), key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])(?:{longest_first})(?![\w-])")
    for line in lines:
        for match in pattern.finditer(article.text, *line):
            yield replace(by_text[match[0]], start=match.start(), end=match.end())


def _lines_aside(article: Article) -> Iterator[Span]:
    for block in _ordered(article, _ASIDE):
        for line in re.finditer(r"[^\n]+", article.text[block.start : block.end]):
            if block.kind == BlockKind.BYLINE or len(line[0].split()) >= _LINE:
                yield Span(block.start + line.start(), block.start + line.end())


def _first(article: Article, name: str, kinds: tuple[BlockKind, ...]) -> tuple[int, int] | None:
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)", re.IGNORECASE)
    for block in _ordered(article, kinds):
        match = pattern.search(article.text, block.start, block.end)
        if match is not None:
            return match.span()
    return None


def _by_part(article: Article, name: str) -> tuple[int, int] | None:
    """Where only the main word of an outlet's name stands: "Read more in Courier Pro" for "Harbour Courier"."""
    longest = max(name.split(), key=len, default="")
    return _first(article, longest, _WITH_OUTLET) if len(longest) > 5 else None


def _ordered(article: Article, kinds: tuple[BlockKind, ...]) -> list[Block]:
    return [block for block in article.blocks if block.kind in kinds]


def _outlet(article: Article, place: tuple[int, int], name: str, knowledge: Knowledge) -> Mention:
    known = knowledge.outlet(name)
    words = article.text[place[0] : place[1]]
    inner = re.search(re.escape(name), words, re.IGNORECASE)
    if inner is not None:
        place = (place[0] + inner.start(), place[0] + inner.end())
    entity = knowledge.entity(known.id) if known is not None and known.id else None
    actor = entity.id if entity is not None else local_id(name)
    return _mention(
        article,
        place,
        ActorKind.OUTLET,
        actor,
        known.name if known else name,
        None,
        entity.state if entity else None,
    )


def _mention(
    article: Article,
    place: tuple[int, int],
    kind: ActorKind,
    actor: str,
    name: str,
    role: str | None,
    state: str | None,
) -> Mention:
    return Mention("", place[0], place[1], article.text[place[0] : place[1]], kind, actor, name, role, state)
