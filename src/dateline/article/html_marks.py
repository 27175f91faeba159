"""Dates and authors that elements of a page are marked with: microdata, time elements, links to authors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import etree  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from dateline.article.update_cues import is_update
from dateline.model import HeadCandidate, HeadField

_LINK = re.compile(
    r"/(?:author|autor|auteur|contributor|staff/|(?<!licenses/)by/|reporter|journalist)", re.IGNORECASE
)
_MICRODATA = etree.XPath("//@itemprop/..")
_DATES = {"datepublished": HeadField.PUBLISHED, "datemodified": HeadField.MODIFIED}
_UPDATE_NAMES = re.compile(r"updat|modif|edited|revis|aktualis|mis-a-jour", re.IGNORECASE)
_TIMES = 3
_AUTHORS = 4
_WORDS = 12
_NEAR, _AROUND = 3, 5
"""Levels up to an element that holds the marks of one byline: any, and those of one make."""


def is_author_link(element: HtmlElement) -> bool:
    """True for a link that leads to an author's page."""
    address = element.get("href")
    if address and _LINK.search(address):
        return True
    relation = element.get("rel")
    return relation is not None and "author" in relation


def microdata_of(tree: HtmlElement, marks: Sequence[HtmlElement]) -> Iterator[HeadCandidate]:
    """Dates and authors that microdata name; of several bylines the first behind the headline, and those beside it."""
    authors: list[HtmlElement] = []
    for element in _MICRODATA(tree):
        for prop in element.get("itemprop").lower().split():
            stamp = _stamp(element) if prop in _DATES and element.tag != "meta" else None
            if stamp:
                kind = HeadField.MODIFIED if _is_update(element) else _DATES[prop]
                yield HeadCandidate(kind, stamp, "microdata", None)
            if prop == "author" and element.tag != "meta":
                authors.append(element)
    heads = [mark for mark in marks if mark.tag == "h1"][:1]
    start = _position(heads[0]) if heads and len(authors) > 1 else []
    behind = [author for author in authors if _position(author) > start] if start else authors
    yield from _names(behind or authors, "microdata")


def _position(element: HtmlElement) -> list[int]:
    """The way from the root to an element: ways are in the order of the document."""
    way = []
    parent = element.getparent()
    while parent is not None:
        way.append(parent.index(element))
        element, parent = parent, parent.getparent()
    return way[::-1]


def linked_authors(marks: Sequence[HtmlElement]) -> Iterator[HeadCandidate]:
    """Authors by links to them: the first behind the headline, and those beside it. Further down are those of other stories."""
    behind = [mark for mark in _behind_headline(marks) if mark.tag == "a"]
    yield from _names(behind or [mark for mark in marks if mark.tag == "a"], "link")


def _names(elements: Sequence[HtmlElement], source: str) -> Iterator[HeadCandidate]:
    for element in _beside_first(elements)[:_AUTHORS]:
        name = _author_name(element)
        if name:
            yield HeadCandidate(HeadField.AUTHOR, name, source, None)


def shown_times(elements: Sequence[HtmlElement]) -> Iterator[HeadCandidate]:
    """The first times behind the headline that have a machine-written form: nothing says what they are of."""
    times = [element for element in _behind_headline(elements) if element.tag == "time"]
    for element in times[:_TIMES]:
        stamp = element.get("datetime")
        if stamp:
            kind = HeadField.MODIFIED if _is_update(element) else HeadField.PUBLISHED
            yield HeadCandidate(kind, stamp.strip(), "microdata", None)


def _behind_headline(elements: Sequence[HtmlElement]) -> Sequence[HtmlElement]:
    heads = [i for i, element in enumerate(elements) if element.tag == "h1"]
    return elements[heads[0] + 1 :] if heads else elements


def _beside_first(marks: Sequence[HtmlElement]) -> list[HtmlElement]:
    """The first mark, those in the same small container, and those of the same make in a larger one."""
    if len(marks) < 2:
        return list(marks)
    around = list(islice(marks[0].iterancestors(), _AROUND))
    make = _make(marks[0])
    return [
        mark
        for mark in marks
        if mark is marks[0]
        or any(up in around[:_NEAR] for up in islice(mark.iterancestors(), _NEAR))
        or (_make(mark) == make and any(up in around for up in islice(mark.iterancestors(), _AROUND)))
    ]


def _make(element: HtmlElement) -> tuple[str, str, str, str]:
    parent = element.getparent()
    return (element.tag, element.get("class") or "", parent.tag, parent.get("class") or "")


def _author_name(element: HtmlElement) -> str:
    """The name inside a mark: of its own child that is marked as name, else its text."""
    content = element.get("content")
    if content:
        return str(content)
    for inner in element.iterdescendants():
        if inner.get("itemprop") == "name":
            return _text(inner)
    return _text(element)


def _text(element: HtmlElement) -> str:
    return str(element.get("content") or " ".join(element.text_content().split()[:_WORDS]))


def _stamp(element: HtmlElement) -> str | None:
    stamp = element.get("content") or element.get("datetime")
    return stamp.strip() if stamp else (" ".join(element.text_content().split()[:_WORDS]) or None)


def _is_update(element: HtmlElement) -> bool:
    """True where the mark's names, or the words before it, say that it is of a change."""
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
    if _UPDATE_NAMES.search(names):
        return True
    before = element.getprevious()
    parent = element.getparent()
    words = (
        (before.tail or before.text or "")
        if before is not None
        else (parent.text if parent is not None else "")
    )
    return is_update(words or "") or is_update((element.text or "").strip(), leads=True)
