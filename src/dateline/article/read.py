"""A page as it came in to a cleaned, typed article."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dateline.article.chain import agencies_in, agency_name, find_contributions, find_notice
from dateline.article.dates import date_of_url, find_dates, parse_stamp
from dateline.article.dump import Draft, read_dump
from dateline.article.identity import article_id, body_sha256
from dateline.article.layout import Layout, blocks_of
from dateline.article.lines import fold
from dateline.article.markup import is_html
from dateline.article.opening import read_opening
from dateline.article.outlet import OutletLookup, domain_of, resolve_outlet
from dateline.article.repeats import Repeats, outlet_key
from dateline.model import (
    Article,
    BlockKind,
    ChainLink,
    DatedValue,
    Dateline,
    DatePrecision,
    Outlet,
    RawPage,
    Span,
)

_WITH_CONTRIBUTORS = frozenset(
    (BlockKind.BODY, BlockKind.BIO, BlockKind.OTHER, BlockKind.RELATED, BlockKind.CREDIT)
)
_UPDATED = (
    "updated",
    "last updated",
    "modified",
    "last modified",
    "aktualisiert",
    "mis à jour",
    "actualizado",
    "aggiornato",
    "обновлено",
)


def read_article(
    page: RawPage,
    *,
    outlets: OutletLookup | None = None,
    language: Callable[[str], str] | None = None,
    tier: str = "accurate",
    coded: bool = False,
    repeats: Repeats | None = None,
) -> Article:
    """The article of a page: its text, typed blocks, title, people, dates, outlet, and what it says of its own origin.

    `outlets` resolves names and domains; without it an outlet has a name and no id. `language` tells the ISO 639-1 code of
    a text ("und" when it cannot); without it only what the page declares is used. `tier` is `accurate` or `fast` and
    matters for HTML only. `coded` is passed on. `repeats` knows the lines of other pages, and matters for text dumps only. What the caller gave with the page (`published`, `outlet`) goes before
    what the page says. Bytes are taken as UTF-8; `sources.page_of` decodes properly.
    """
    content = page.content if isinstance(page.content, str) else page.content.decode("utf-8", "replace")
    draft = _draft(content, page, outlets, tier, repeats)
    url = page.url or draft.url
    outlet = resolve_outlet((page.outlet, *draft.outlets), domain_of(url), outlets)
    blocks = blocks_of(draft.layout)
    opening, opening_links = _opening(draft)
    published, modified = _dates(draft, page.published, url)
    return Article(
        id=article_id(url, outlet.name if outlet else None, draft.text),
        body_sha256=body_sha256(draft.title, draft.text, blocks),
        url=url,
        outlet=outlet,
        title=draft.title,
        authors=_authors(draft),
        published=published,
        modified=modified,
        dateline=opening,
        language=_language(draft, language),
        coded=coded,
        text=draft.text,
        blocks=blocks,
        chain=_chain(draft, outlet, opening_links),
    )


def _draft(
    content: str, page: RawPage, outlets: OutletLookup | None, tier: str, repeats: Repeats | None
) -> Draft:
    if not is_html(content):
        key = outlet_key(page.url, page.outlet)
        repeated = repeats.on_others(key, content) if repeats is not None and key else frozenset()
        return read_dump(content, outlets, repeated)
    from dateline.article.html import read_html  # the HTML libraries are slow to load, and dumps do without

    return read_html(content, url=page.url, outlets=outlets, tier=tier)


def _authors(draft: Draft) -> tuple[str, ...]:
    """Authors of the metadata, else of the bylines; one name once."""
    named = draft.authors or tuple(
        name for byline in draft.layout.bylines.values() for name in byline.authors
    )
    seen: dict[str, str] = {}
    for name in named:
        seen.setdefault(fold(name), name)
    return tuple(seen.values())


def _dates(draft: Draft, given: str | None, url: str | None) -> tuple[DatedValue | None, DatedValue | None]:
    """Published and modified, best source first."""
    published, modified = list(draft.published), list(draft.modified)
    for value, is_update in _visible_dates(draft.layout):
        (modified if is_update else published).append(value)
    day = date_of_url(url) if url else None
    if day:
        published.append(DatedValue(day, DatePrecision.DAY, "url", None))
    if given:
        stamp = parse_stamp(given)
        # The page's own words for the same day are better evidence than a bare value.
        same = [date for date in published if date.value[:10] == given[:10]] if len(given) <= 10 else []
        if stamp and not same:
            published.insert(0, DatedValue(*stamp, "given", None))
        published = [*same, *published]
    return next(iter(published), None), next(iter(modified), None)


def _visible_dates(layout: Layout) -> Iterable[tuple[DatedValue, bool]]:
    """Dates of bylines, then of date lines, with whether they are of an update."""
    for kind, source in ((BlockKind.BYLINE, "byline"), (BlockKind.DATELINE, "dateline")):
        for line, found in zip(layout.lines, layout.kinds, strict=True):
            if found is not kind:
                continue
            for date in find_dates(line.text):
                before = fold(line.text[: date.span.start])
                is_update = before.rstrip(": ").endswith(_UPDATED)
                span = Span(line.start + date.span.start, line.start + date.span.end)
                yield DatedValue(date.value, date.precision, source, span), is_update


def _opening(draft: Draft) -> tuple[Dateline | None, tuple[ChainLink, ...]]:
    first = draft.layout.first(BlockKind.BODY)
    if first is None:
        return None, ()
    line = draft.layout.lines[first]
    return read_opening(line.text, line.start)


def _language(draft: Draft, language: Callable[[str], str] | None) -> str:
    if language is None:
        return draft.language or "und"
    layout = draft.layout
    body = [
        line.text for line, kind in zip(layout.lines, layout.kinds, strict=True) if kind is BlockKind.BODY
    ]
    found = language("\n".join([draft.title or "", *body])[:4000].strip())
    return (draft.language or "und") if found == "und" else found


def _chain(draft: Draft, outlet: Outlet | None, opening: tuple[ChainLink, ...]) -> tuple[ChainLink, ...]:
    """Links in the order of the text, one for each relation and outlet, notices before bylines; none to itself."""
    links = [*_stated_links(draft.layout), *_byline_links(draft.layout), *opening]
    own = fold(outlet.name) if outlet else ""
    kept: dict[tuple[str, str], ChainLink] = {}
    for link in links:
        name = fold(link.outlet)
        if name != own or not own:
            kept.setdefault((link.relation, name), link)
    return tuple(sorted(kept.values(), key=lambda link: link.span))


def _stated_links(layout: Layout) -> Iterable[ChainLink]:
    """Notices of first publication, and agencies of the text: in bylines, and in lines on who contributed.

    The agency of a picture is no link: it says nothing of where the text came from (`agency_in_credit` finds it).
    """
    last = layout.last(BlockKind.BODY)
    end = (len(layout.lines) if last is None else last) - 3
    for i, (line, kind) in enumerate(zip(layout.lines, layout.kinds, strict=True)):
        if kind is BlockKind.REPUBLICATION:
            notice = find_notice(line.text, line.start)
            if notice is not None:
                yield notice
        elif kind is BlockKind.BYLINE:
            yield from agencies_in(line.text, line.start)
        elif kind in _WITH_CONTRIBUTORS and i > end:
            yield from find_contributions(line.text, line.start)


def _byline_links(layout: Layout) -> Iterable[ChainLink]:
    """ "By X for Y": Y published it first, unless Y is an agency or the page's own outlet."""
    for number, byline in layout.bylines.items():
        if byline.outlet and byline.outlet_span and agency_name(byline.outlet) is None:
            start = layout.lines[number].start
            span = Span(start + byline.outlet_span.start, start + byline.outlet_span.end)
            yield ChainLink("republished_from", byline.outlet, span)
