"""What the JSON-LD of a page says of its article."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dateline.model import HeadCandidate, HeadField

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|NewsStory|Report$|LiveBlog|Review$", re.IGNORECASE)
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_ORGANISATION = re.compile(r"Organi[sz]ation", re.IGNORECASE)
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")
_DEPTH = 6
_DATES = (
    ("datePublished", HeadField.PUBLISHED),
    ("dateModified", HeadField.MODIFIED),
)
_FIRST_CRUMBS = 1
"""Of a breadcrumb trail, the way in ("Home") names no section."""

Node = dict[str, Any]


def nodes_of(scripts: Iterable[str]) -> list[Node]:
    """All objects of the scripts, in their order; a script that does not parse says nothing."""
    nodes: list[Node] = []
    for raw in scripts:
        try:
            nodes += _nodes(json.loads(_WRAPPING.sub("", raw), strict=False), 0)
        except (ValueError, RecursionError):
            continue
    return nodes


def _nodes(value: Any, depth: int) -> Iterator[Node]:
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in _INSIDE:
            yield from _nodes(value.get(key), depth + 1)


def types_of(node: Node) -> str:
    """The types of an object, in one text."""
    kinds = node.get("@type")
    return " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds or "")


def article_nodes(nodes: Sequence[Node], url: str | None) -> list[Node]:
    """Objects that are articles; where there are several, those first that bear the page's own address."""
    found = [node for node in nodes if _ARTICLE_TYPES.search(types_of(node))]
    if len(found) > 1 and url:
        found.sort(key=lambda node: url.rstrip("/") not in _addresses(node))
    return found


def _addresses(node: Node) -> set[str]:
    page = node.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    return {str(value).rstrip("/") for value in (page, node.get("url"), node.get("@id")) if value}


def body_of(articles: Iterable[Node]) -> str | None:
    """The longest body that an article declares."""
    texts = [node["articleBody"] for node in articles if isinstance(node.get("articleBody"), str)]
    return max(texts, key=len) if texts else None


def access_of(nodes: Iterable[Node]) -> Iterator[str]:
    """What the page says of who may read it (`isAccessibleForFree`), as text: "True", "False" and an address of either."""
    return (str(node["isAccessibleForFree"]) for node in nodes if "isAccessibleForFree" in node)


def candidates_of(nodes: Sequence[Node], articles: Sequence[Node]) -> Iterator[HeadCandidate]:
    """All that the articles say, then the trail of sections and the publisher; authors who are people only."""
    named = {str(node["@id"]): node for node in nodes if "@id" in node and "name" in node}
    for node in articles:
        yield from _article(node, named)
    for node in nodes:
        kinds = types_of(node)
        if "BreadcrumbList" in kinds:
            yield from _said(HeadField.SECTION, _crumbs(node))
        elif "NewsMediaOrganization" in kinds:
            yield from _said(HeadField.OUTLET, names_of(node))


def created_of(articles: Iterable[Node]) -> Iterator[HeadCandidate]:
    """When an article was made: a weak sign of when it was published."""
    yield from _said(HeadField.PUBLISHED, (node.get("dateCreated") for node in articles))


def _article(node: Node, named: dict[str, Node]) -> Iterator[HeadCandidate]:
    yield from _said(HeadField.TITLE, (node.get("headline"), node.get("name")))
    yield from _said(HeadField.DEK, [node.get("description")])
    yield from _said(HeadField.AUTHOR, _people(node.get("author") or node.get("creator"), named))
    yield from _said(HeadField.SECTION, names_of(node.get("articleSection"))[:1])
    for key, kind in _DATES:
        yield from _said(kind, [node.get(key)])
    yield from _said(HeadField.OUTLET, names_of(_resolved(node.get("publisher"), named)))
    yield from _said(HeadField.LANGUAGE, names_of(node.get("inLanguage")))


def _said(kind: HeadField, values: Iterable[Any]) -> Iterator[HeadCandidate]:
    for value in values:
        if isinstance(value, str) and (clean := " ".join(html.unescape(value).split())):
            yield HeadCandidate(kind, clean, "json_ld", None)


def _resolved(value: Any, named: dict[str, Node]) -> Any:
    """An object that only points to another ("@id") as that other."""
    if isinstance(value, list):
        return [_resolved(item, named) for item in value]
    if isinstance(value, dict) and "name" not in value:
        return named.get(str(value.get("@id")), value)
    return value


def names_of(value: Any) -> list[str]:
    """Names of an object, a text, or a list of these."""
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        name = _name(item) if isinstance(item, dict) else item
        found += [part for part in (name if isinstance(name, list) else [name]) if isinstance(part, str)]
    return [name.strip() for name in found if name.strip()]


def _name(node: Node) -> Any:
    if node.get("name"):
        return node["name"]
    parts = [node.get("givenName"), node.get("familyName")]
    return " ".join(part for part in parts if isinstance(part, str))


def _people(value: Any, named: dict[str, Node]) -> Iterator[str]:
    resolved = _resolved(value, named)
    for item in resolved if isinstance(resolved, list) else [resolved]:
        if not (isinstance(item, dict) and _ORGANISATION.search(types_of(item))):
            yield from names_of(item)


def _crumbs(node: Node) -> list[str]:
    """The last crumb that is a section: behind the way in, and before the article's own title."""
    items = node.get("itemListElement")
    names = [
        name
        for item in (items if isinstance(items, list) else [])
        if isinstance(item, dict)
        for name in (names_of(item) or names_of(item.get("item")))[:1]
    ]
    return [name for name in names[_FIRST_CRUMBS:] if len(name.split()) <= 4][-1:]
