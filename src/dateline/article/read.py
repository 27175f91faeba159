"""A page as it came in to a cleaned, typed article."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dateline.article.chain import agencies_in, agency_name, find_contributions, find_notice
from dateline.article.dump import Draft, read_dump
from dateline.article.further_pages import join_articles
from dateline.article.head import Head, read_head
from dateline.article.identity import article_id, body_sha256
from dateline.article.layout import Layout, blocks_of
from dateline.article.lines import fold
from dateline.article.markup import is_html
from dateline.article.nature import nature_of
from dateline.article.opening import read_opening
from dateline.article.outlet import OutletLookup, domain_of, resolve_outlet
from dateline.article.repeats import Repeats, outlet_key
from dateline.model import (
    Article,
    BlockKind,
    ChainLink,
    Dateline,
    HeadCandidate,
    HeadField,
    InputError,
    Outlet,
    PageKind,
    RawPage,
    Span,
)

_WITH_CONTRIBUTORS = frozenset(
    (BlockKind.BODY, BlockKind.BIO, BlockKind.OTHER, BlockKind.RELATED, BlockKind.CREDIT)
)
_OPENINGS = 2


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
    matters for HTML only. `coded` is passed on. `repeats` knows the lines of other pages, and matters for text dumps only. The
    further pages of the page are joined to it. What the caller gave with the page (`published`, `outlet`) goes before what the
    page says. Bytes are taken as UTF-8; `sources.page_of` decodes properly.

    Raises:
        InputError: `too_deep no_text`, the latter where a page has no date of publication in its head either.
    """
    articles = [
        _read_page(each, outlets, language, tier, repeats, coded=coded) for each in (page, *page.further)
    ]
    whole = join_articles(articles[0], articles[1:]) if page.further else articles[0]
    if not whole.text.strip() and whole.published is None:
        raise InputError("no_text", page.source, _without_text(page, whole.title), page.place)
    return whole


def _without_text(page: RawPage, title: str | None) -> str:
    named = f" (its title: {title!r})" if title else ""
    return f"{page.source} has no text that a reader sees{named}: open it in a browser, save the page when it is shown, and give that."


def _read_page(
    page: RawPage,
    outlets: OutletLookup | None,
    language: Callable[[str], str] | None,
    tier: str,
    repeats: Repeats | None,
    *,
    coded: bool,
) -> Article:
    content = page.content if isinstance(page.content, str) else page.content.decode("utf-8", "replace")
    draft = _draft(content, page, outlets, tier, repeats)
    head = read_head(draft, page, outlets)
    outlet = resolve_outlet(head.outlets, domain_of(head.url), outlets)
    day = head.published.value if head.published else None
    nature = nature_of(draft.signs, draft.layout, titles=_titles(head), url=head.url, day=day)
    if nature.kind is PageKind.LIST:
        draft.layout.set_list()
    elif nature.kind is PageKind.PLACEHOLDER:
        draft.layout.set_placeholder()
    blocks = blocks_of(draft.layout)
    opening, opening_links = _opening(draft)
    found = _language(draft, language)
    return Article(
        id=article_id(head.url, outlet.name if outlet else None, draft.text),
        body_sha256=body_sha256(head.title, draft.text, blocks),
        url=head.url,
        outlet=outlet,
        title=head.title,
        authors=head.authors,
        published=head.published,
        modified=head.modified,
        dateline=opening,
        language=found or head.language or "und",
        coded=coded,
        text=draft.text,
        blocks=blocks,
        chain=_chain(draft, outlet, opening_links),
        kind=nature.kind,
        dek=head.dek,
        section=head.section,
        paywalled=nature.paywalled,
        confidence=draft.confidence,
        entries=nature.entries,
        candidates=(*_detected(found), *head.candidates),
    )


def _titles(head: Head) -> list[str]:
    others = [each.value for each in head.candidates if each.field is HeadField.TITLE]
    return [head.title, *others] if head.title else []


def _detected(language: str | None) -> Iterable[HeadCandidate]:
    if language:
        yield HeadCandidate(HeadField.LANGUAGE, language, "detected", None)


def _draft(
    content: str, page: RawPage, outlets: OutletLookup | None, tier: str, repeats: Repeats | None
) -> Draft:
    if not is_html(content):
        key = outlet_key(page.url, page.outlet)
        repeated = repeats.on_others(key, content) if repeats is not None and key else frozenset()
        return read_dump(content, outlets, repeated)
    # The HTML libraries are slow to load, and dumps do without.
    from dateline.article.html import read_html
    from dateline.article.html_lines import TooDeepError

    try:
        return read_html(content, url=page.url, outlets=outlets, tier=tier)
    except TooDeepError as error:
        message = f"{page.source} has tags more than 2,000 deep inside one another, which no page needs: leave it out."
        raise InputError("too_deep", page.source, message, page.place) from error


def _opening(draft: Draft) -> tuple[Dateline | None, tuple[ChainLink, ...]]:
    """Place and agencies that open the report: of its first paragraph, or the next where a summary came along."""
    layout = draft.layout
    start = layout.front()[1]
    kinds = enumerate(layout.kinds[start:], start)
    opening = [layout.lines[i] for i, kind in kinds if kind is BlockKind.BODY][:_OPENINGS]
    read = (read_opening(line.text, line.start) for line in opening)
    return next((found for found in read if found[0] is not None or found[1]), (None, ()))


def _language(draft: Draft, language: Callable[[str], str] | None) -> str | None:
    """The language by the words of title and body; None where they do not tell."""
    if language is None:
        return None
    layout = draft.layout
    body = [
        line.text for line, kind in zip(layout.lines, layout.kinds, strict=True) if kind is BlockKind.BODY
    ]
    found = language("\n".join([draft.title or "", *body])[:4000].strip())
    return None if found == "und" else found


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
            yield from find_contributions(line.text, line.start) or agencies_in(line.text, line.start)
        elif kind in _WITH_CONTRIBUTORS and i > end:
            yield from find_contributions(line.text, line.start)


def _byline_links(layout: Layout) -> Iterable[ChainLink]:
    """ "By X for Y": Y published it first, unless Y is an agency or the page's own outlet."""
    for number, byline in layout.bylines.items():
        if byline.outlet and byline.outlet_span and agency_name(byline.outlet) is None:
            start = layout.lines[number].start
            span = Span(start + byline.outlet_span.start, start + byline.outlet_span.end)
            yield ChainLink("republished_from", byline.outlet, span)
