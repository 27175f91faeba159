"""What an HTML page declares of itself: JSON-LD, then meta elements; all candidates are kept, best first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from dateline.article.dates import parse_stamp
from dateline.article.furniture import rows_of
from dateline.article.names import is_person, people_in, tidy_name
from dateline.model import DatedValue

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|NewsStory|Report$|LiveBlog|Review$", re.IGNORECASE)


@dataclass(slots=True)
class Declared:
    """Candidates in the order in which they are believed."""

    titles: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    meta_authors: list[str] = field(default_factory=list)
    published: list[DatedValue] = field(default_factory=list)
    modified: list[DatedValue] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    body: str | None = None
    page_title: str | None = None
    url: str | None = None
    language: str | None = None


def declared(tree: HtmlElement) -> Declared:
    """All that JSON-LD and meta elements say."""
    found = Declared()
    nodes = list(_json_ld(tree))
    for node in nodes:
        if _ARTICLE_TYPES.search(_types(node)):
            _read_article_node(node, found)
    _read_meta(tree, found)
    found.authors = found.authors or found.meta_authors or _marked_authors(tree)
    for node in nodes:
        if "NewsMediaOrganization" in _types(node):
            found.outlets += _names(node)
    title = tree.findtext(".//title")
    found.page_title = " ".join(title.split()) if title and title.strip() else None
    link = next(iter(tree.xpath("//link[@rel='canonical']/@href")), None)
    if link and str(link).startswith("http"):
        found.url = str(link)
    found.language = _language(tree.get("lang") or found.language)
    return found


@cache
def _fields() -> dict[str, tuple[str, int]]:
    return {row["name"]: (row["field"], number) for number, row in enumerate(rows_of("meta_names.csv"))}


def _read_meta(tree: HtmlElement, found: Declared) -> None:
    rows = []
    for element in tree.iter("meta"):
        name = (
            (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        )
        content = (element.get("content") or "").strip()
        if content and name in _fields():
            rows.append((_fields()[name][1], _fields()[name][0], " ".join(content.split())))
    for _, kind, content in sorted(rows, key=lambda row: row[0]):
        _store(found, kind, content)


def _store(found: Declared, kind: str, content: str) -> None:
    if kind == "title":
        found.titles.append(content)
    elif kind == "author":
        found.meta_authors += [] if content.startswith("http") else _people(content)
    elif kind in ("published", "modified"):
        _add_date(found.published if kind == "published" else found.modified, content, "meta")
    elif kind == "outlet":
        found.outlets.append(content)
    elif kind == "url":
        found.url = found.url or (content if content.startswith("http") else None)
    elif kind == "language":
        found.language = found.language or content


def _add_date(dates: list[DatedValue], stamp: str, source: str) -> None:
    parsed = parse_stamp(stamp)
    if parsed:
        dates.append(DatedValue(*parsed, source, None))


def _people(text: str) -> list[str]:
    clean = re.sub(r"^(?:(?:by|By|BY|von|Von|par|Par|por|Por|di|Di)\s+|By(?=[A-Z]))", "", text.strip())
    return people_in(re.split(r"\s+(?:for|in)\s+", clean)[0])


def _marked_authors(tree: HtmlElement) -> list[str]:
    """People that elements marked as author name; the first kind of mark that names any decides."""
    for path in (
        "//*[@itemprop='author']",
        "//a[contains(@rel, 'author')]",
        "//a[contains(@href, '/author/')]",
    ):
        names = [
            name
            for element in tree.xpath(path)[:4]
            for name in _people(" ".join(element.text_content().split()[:12]))
        ]
        if names:
            return names[:3]
    return []


def _json_ld(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        raw = re.sub(
            r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", script.text or ""
        )
        try:
            yield from _nodes(json.loads(raw, strict=False), 0)
        except (ValueError, RecursionError):
            continue


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _nodes(value.get(key), depth + 1)


def _types(node: dict[str, Any]) -> str:
    kinds = node.get("@type")
    return " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds or "")


def _read_article_node(node: dict[str, Any], found: Declared) -> None:
    found.titles += [
        " ".join(v.split())
        for v in (node.get("headline"), node.get("name"))
        if isinstance(v, str) and v.strip()
    ]
    found.authors = found.authors or list(_author_names(node.get("author") or node.get("creator")))
    text = node.get("articleBody")
    if isinstance(text, str) and len(text) > len(found.body or ""):
        found.body = text
    for key, dates in (("datePublished", found.published), ("dateModified", found.modified)):
        if isinstance(node.get(key), str):
            _add_date(dates, node[key], "json_ld")
    found.outlets += _names(node.get("publisher"))
    language = node.get("inLanguage")
    if isinstance(language, str):
        found.language = found.language or language


def _names(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, dict) else item for item in values]
    return [name.strip() for name in names if isinstance(name, str) and name.strip()]


def _author_names(value: Any) -> Iterable[str]:
    for item in value if isinstance(value, list) else [value]:
        kind = _types(item) if isinstance(item, dict) else ""
        if "Organization" in kind:
            continue
        for name in _names(item):
            tidy = tidy_name(name)
            yield from [tidy] if is_person(tidy) else _people(name)


def _language(code: str | None) -> str | None:
    found = re.match(r"([A-Za-z]{2})(?:$|[-_])", code or "")
    return found.group(1).lower() if found else None
