"""Tells feeds, sitemaps, OPML files and lists of addresses from pages, by how they begin."""

from __future__ import annotations

import re

from dateline.sources.feeds.listing import ListingKind

_HEAD = 4_000
_JSON_HEAD = 20_000
_MAX_BEFORE = 500
_ROOT = re.compile(r"<(?:[\w-]+:)?(rss|rdf|feed|urlset|sitemapindex|opml)(?=[\s>/])", re.IGNORECASE)
_TYPE = re.compile(r"<!DOCTYPE\s+(?:[\w-]+:)?(rss|rdf|feed|urlset|sitemapindex|opml)\s", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_LOST_ROOT = re.compile(r"<channel\b[^>]*>.{0,3000}?<item\b", re.IGNORECASE | re.DOTALL)
_RDF_OF_NEWS = re.compile(r"purl\.org/rss|my\.netscape\.com|<(?:[\w-]+:)?(?:channel|item)\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
_ADDRESS = re.compile(r"https?://\S+\Z", re.IGNORECASE)
_BY_ROOT = {
    "rss": ListingKind.FEED,
    "rdf": ListingKind.FEED,
    "feed": ListingKind.FEED,
    "urlset": ListingKind.SITEMAP,
    "sitemapindex": ListingKind.SITEMAP_INDEX,
    "opml": ListingKind.OPML,
}


def kind_of(text: str, *, is_cut: bool = False) -> ListingKind | None:
    """What sort of list a text is; None for pages and all else. The beginning is enough, and `is_cut` says that it is no more."""
    text = text.lstrip("\ufeff \t\r\n\x00\x0b\x0c")
    if text.startswith("{"):
        return ListingKind.JSON_FEED if _JSON_FEED.search(text[:_JSON_HEAD] + text[-_HEAD:]) else None
    if "<" in text[:_HEAD]:
        return _kind_of_markup(_COMMENT.sub(" ", text[: 4 * _HEAD])[:_HEAD])
    return ListingKind.ADDRESSES if _is_list(text.rpartition("\n")[0] if is_cut else text) else None


def from_root(text: str) -> str:
    """The document without what a broken server printed before its first element."""
    root = _ROOT.search(text, 0, _HEAD) or _LOST_ROOT.search(text, 0, _HEAD)
    return text[root.start() :] if root else text


def _kind_of_markup(head: str) -> ListingKind | None:
    # A document type says what the root will be, even where it is too long for the beginning that is looked at.
    root, page = _TYPE.search(head) or _ROOT.search(head), _PAGE.search(head)
    if root is None:
        return ListingKind.FEED if page is None and _LOST_ROOT.search(head) else None
    if page is not None and page.start() < root.start():
        return None
    if not _may_precede(head[: root.start()]):
        return None
    name = root.group(1).lower()
    if name == "rdf" and not _RDF_OF_NEWS.search(head):
        return None
    return _BY_ROOT[name]


def _may_precede(text: str) -> bool:
    """What stands before the root: declarations, and what a broken server printed, but no elements of a document."""
    without = re.sub(r"<[?!].*?>|</?(?:br|b)\s*/?>", " ", text, flags=re.DOTALL | re.IGNORECASE)
    return "<!DOCTYPE" in text or (
        len(without.strip()) <= _MAX_BEFORE and not re.search(r"<[A-Za-z]", without)
    )


def _is_list(text: str) -> bool:
    """At least four of five lines are addresses and nothing else; the first one is."""
    lines = [line for line in map(str.strip, text.splitlines()) if line and not line.startswith("#")]
    if not lines or not _ADDRESS.match(lines[0]):
        return False
    return sum(1 for line in lines if _ADDRESS.match(line)) >= 0.8 * len(lines)
