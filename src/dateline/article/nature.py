"""What sort of page it is, and whether its text is for subscribers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from dateline.article.layout import Layout
from dateline.article.lines import Line
from dateline.article.live_blog import Post, Stamp, declared_entries, is_live, timed_entries
from dateline.article.patterns import patterns_of
from dateline.article.placeholder import is_placeholder
from dateline.model import BlockKind, Entry, PageKind

_LEAST_LINKS = 12
_LINK_WORDS = 4
_PROSE_WORDS = 25
_LEAST_PROSE = 60
_FREE = {"true": False, "http://schema.org/true": False, "https://schema.org/true": False, "false": True}
_TIERS = {"free": False, "locked": True, "metered": True, "premium": True, "paid": True, "subscriber": True}
_PLEA_WORDS = 40


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells of a page's nature: posts that it declares; times between its lines; numbers of headings; the share of each line
    in links (none for a text dump); whether it calls itself an article; what it says of who may read it."""

    posts: tuple[Post, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    headings: tuple[int, ...] = ()
    link_shares: tuple[float, ...] = ()
    is_article: bool = False
    access: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Nature:
    """The sort of page, the posts of a live blog, and whether the text is for subscribers."""

    kind: PageKind
    entries: tuple[Entry, ...]
    paywalled: bool | None


def nature_of(
    signs: Signs, layout: Layout, *, titles: Sequence[str], url: str | None, day: str | None
) -> Nature:
    """The nature of a page of that address and date; the first of `titles` is its own, the others are all that it gives itself."""
    if is_placeholder(titles, layout):
        return Nature(PageKind.PLACEHOLDER, (), None)
    title = titles[0] if titles else None
    lines, body = layout.lines, [kind is BlockKind.BODY for kind in layout.kinds]
    paywalled = is_paywalled(signs.access, signs.tiers, lines)
    entries = declared_entries(signs.posts, lines)
    if not entries and is_live(title, url):
        entries = timed_entries(signs.stamps, lines, body, signs.headings, day)
    if entries:
        return Nature(PageKind.LIVE_BLOG, entries, paywalled)
    shares = signs.link_shares
    if shares and is_list(lines, shares, body, is_declared=signs.is_article, url=url):
        return Nature(PageKind.LIST, (), paywalled)
    return Nature(PageKind.ARTICLE, (), paywalled)


def is_list(
    lines: Sequence[Line],
    link_shares: Sequence[float],
    body: Sequence[bool],
    *,
    is_declared: bool,
    url: str | None,
) -> bool:
    """True for a page of links to reports: it does not call itself an article, it has a dozen links as long as headlines, and
    less prose than the shortest report. The front page of a site is one whatever it calls itself."""
    if is_declared and not _is_front(url):
        return False
    links = {
        line.folded
        for line, share in zip(lines, link_shares, strict=True)
        if share > 0.8 and line.words >= _LINK_WORDS
    }
    prose = sum(
        line.words
        for line, share, flag in zip(lines, link_shares, body, strict=True)
        if flag and share < 0.3 and line.words >= _PROSE_WORDS and line.is_sentence
    )
    return len(links) >= _LEAST_LINKS and prose < _LEAST_PROSE


def _is_front(url: str | None) -> bool:
    """True for the address of a site's front page."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return (
        bool(parts.netloc)
        and re.sub(r"/(?:index|home|default)\.\w+$", "/", parts.path) in ("", "/")
        and not parts.query
    )


def is_paywalled(declared: Iterable[str], tiers: Iterable[str], lines: Iterable[Line]) -> bool | None:
    """Whether the text is for subscribers: by JSON-LD `isAccessibleForFree`, by meta elements on the tier of the content, else by a line
    that asks for a subscription to read on; None where nothing is said."""
    for value in declared:
        if value.strip().lower() in _FREE:
            return _FREE[value.strip().lower()]
    for tier in tiers:
        if tier.strip().lower() in _TIERS:
            return _TIERS[tier.strip().lower()]
    pleas = patterns_of("paywall_cues.csv")
    short = [line.text for line in lines if line.words <= _PLEA_WORDS]
    if not pleas.may_match("\n".join(short)):
        return None
    return True if any(pleas.first(text) is not None for text in short) else None
