"""XML to a tree that forgives, and what stands in its elements; names are taken without their namespaces, which feeds forget."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from lxml import etree  # type: ignore[import-untyped]

_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

Element: TypeAlias = etree._Element


def parse_tree(text: str) -> tuple[Element | None, bool]:
    """The root, and whether the document was sound. Nothing is loaded and nothing expanded."""
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None, False
    return root, root is not None and not len(parser.error_log)


def name_of(element: Element) -> str:
    """The name in lower case, without namespace or prefix; empty for comments and instructions."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=500)
def _local(tag: str) -> str:
    return tag.rsplit("}", 1)[-1].rsplit(":", 1)[-1].lower()


def is_foreign(element: Element) -> bool:
    """Elements for players and shops, which have titles and links of their own."""
    tag = element.tag.lower() if isinstance(element.tag, str) else ""
    marks = ("search.yahoo.com/mrss", "itunes.com/dtds", "podcastindex", "google.com/schemas/sitemap-image")
    return tag.startswith(("media:", "itunes:", "podcast:", "image:")) or any(mark in tag for mark in marks)


def children(element: Element, *names: str) -> list[Element]:
    """Children of some names, in their order."""
    return [child for child in element if name_of(child) in names and not is_foreign(child)]


def descendants(element: Element, name: str) -> Iterator[Element]:
    """The element itself and all below it that have a name."""
    return (each for each in element.iter() if name_of(each) == name)


def text_in(element: Element | None) -> str | None:
    """All text of an element, also that of elements in it; None for nothing."""
    if element is None:
        return None
    return "".join(element.itertext(with_tail=False)).strip() or None


def inner_html(element: Element) -> str:
    """Text and elements inside, as markup without namespaces."""
    return "".join([_escape(element.text or ""), *map(_markup, element)]).strip()


def _markup(element: Element) -> str:
    tail = _escape(element.tail or "")
    if not isinstance(element.tag, str):
        return tail
    name = name_of(element)
    attributes = "".join(
        f' {key}="{_escape(value)}"'
        for key, value in element.attrib.items()
        if "}" not in key and ":" not in key
    )
    return f"<{name}{attributes}>{inner_html(element)}</{name}>{tail}"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def base_of(element: Element) -> str | None:
    """The address that links in an element are relative to, as the nearest element around it says."""
    while element is not None:
        base = element.get(_BASE) or element.get("xml:base")
        if base:
            return str(base).strip()
        element = element.getparent()
    return None


def language_of(element: Element) -> str | None:
    """The language that an element declares of itself."""
    value = element.get(_LANG) or element.get("xml:lang")
    return str(value).strip() if value else None
