"""Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

from dateline.products.exports.feeds.items import Item, feed_id, feed_title, items
from dateline.products.exports.job import Job
from dateline.products.exports.writing import Part, RowCount, Sink

_OPENS = b'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
_LONG_AGO = "1970-01-01T00:00:00Z"
"""When a feed without items was changed: at no time that anybody waits for."""
_NOT_IN_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
"""Characters that XML does not let in."""


def atom_part(job: Job) -> Part:
    """The feed."""

    def write(sink: Sink, count: RowCount) -> None:
        sink.write(_OPENS)
        sink.write(_element("id", feed_id(job)))
        sink.write(_element("title", feed_title(job)))
        sink.write(_element("subtitle", job.about.description))
        sink.write(_element("updated", job.contents.last_seen() or _LONG_AGO))
        sink.write(b"<author><name>Dateline</name></author>\n")
        for item in count(items(job)):
            sink.write(_entry(item))
        sink.write(b"</feed>\n")

    return Part("atom", write)


def _entry(item: Item) -> bytes:
    link = [_element("link", None, {"rel": "alternate", "href": item.link})] if item.link else []
    elements = [
        _element("id", item.id),
        _element("title", item.title),
        *link,
        _element("published", item.published),
        _element("updated", item.updated),
        _element("summary", item.summary),
        _element("content", item.html, {"type": "html"}),
    ]
    return b"<entry>\n" + b"".join(elements) + b"</entry>\n"


def _element(name: str, text: str | None, attributes: Mapping[str, str] | None = None) -> bytes:
    element = ElementTree.Element(name, {key: _clean(value) for key, value in (attributes or {}).items()})
    element.text = _clean(text) if text is not None else None
    return ElementTree.tostring(element, encoding="unicode").encode("utf-8") + b"\n"


def _clean(text: str) -> str:
    return text.translate(_NOT_IN_XML)
