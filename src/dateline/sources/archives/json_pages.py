"""Files of JSON to pages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline.model import InputError, RawPage, Rejection
from dateline.sources.archives.json_fields import page_in, rows_in
from dateline.sources.archives.json_values import BadValue, Value, values_in
from dateline.sources.archives.window import Window
from dateline.sources.document import checked
from dateline.sources.sniff import check_size


def json_pages(window: Window, form: str, source: str, name: str) -> Iterator[RawPage | Rejection]:
    """A page or a rejection for each object in the file. `name` is what it is called where it is a part of `source`."""
    for item in values_in(window, form):
        place = f"{name}, {item.place}" if item.place and name != source else item.place
        if isinstance(item, BadValue):
            message = f"{_where(source, place)} {item.what}: mend it or take it out."
            yield Rejection(source, item.code, message, _sha256(item.content), place or None)
            continue
        rows = rows_in(item.value)
        for number, row in enumerate(rows, start=1):
            inner = "" if row is item.value else f"item {number}"
            yield _page(row, item, source, ", ".join(filter(None, (place, inner))))


def _page(row: object, item: Value, source: str, place: str) -> RawPage | Rejection:
    where = _where(source, place)
    opened = page_in(row) if isinstance(row, Mapping) else None
    try:
        if opened is None:
            message = f"{where} is JSON without the HTML or the text of a page (html, text, body, content): leave it out."
            raise InputError("no_text", where, message)
        size = len(opened.text.encode("utf-8", "replace"))
        check_size(size, where)
        # A lone surrogate cannot be written as UTF-8; it gives way to one character.
        text = opened.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        opened = replace(opened, text=checked(text, where))
    except InputError as error:
        return Rejection(source, error.code, error.message, _sha256(item.content), place or None)
    return RawPage(opened.text, source, opened.url, opened.published, opened.outlet, place or None)


def _where(source: str, place: str) -> str:
    return f"{source}, {place}" if place else source


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
