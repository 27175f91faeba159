"""Answers as they are sent: JSON, a line an item, tables, with a link to the part that follows."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import fields

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from dateline.model import plain
from dateline.model.codec import Record
from dateline.products.exports.json_files import json_lines
from dateline.products.exports.tabular.csv_files import cell, lines
from dateline.store.queries.frames import arrow_table, package
from dateline.web.rest.forms import MEDIA_TYPES, Form
from dateline.web.rest.parts import Part

HEADERS = {"Cache-Control": "private, no-cache", "Vary": "Accept"}
"""Every answer is asked for anew; its `ETag` tells whether it changed."""


def sent(body: bytes, form: Form, headers: Mapping[str, str] | None = None) -> Response:
    """An answer in a form."""
    return Response(body, 200, {**HEADERS, **(headers or {})}, media_type=MEDIA_TYPES[form])


def sent_record(record: Record) -> Response:
    """One record as JSON."""
    return sent(record.to_json().encode(), Form.JSON)


def sent_part(request: Request, part: Part, form: Form) -> Response:
    """A part of a list in a form."""
    follows = next_address(request, part)
    body = _as_json(part, follows) if form is Form.JSON else _WRITERS[form](part)
    return sent(body, form, link_to(follows))


def link_to(follows: str | None) -> dict[str, str]:
    """The header that leads to the next part (RFC 8288)."""
    return {"Link": f'<{follows}>; rel="next"'} if follows else {}


def next_address(request: Request, part: Part) -> str | None:
    """Where the items are that follow."""
    return str(request.url.include_query_params(cursor=part.next_cursor)) if part.next_cursor else None


def _as_json(part: Part, follows: str | None) -> bytes:
    whole = {
        **{name: plain(value) for name, value in part.head.items()},
        "items": [plain(item) for item in part.items],
        "next_cursor": part.next_cursor,
        "next": follows,
    }
    return msgspec.json.encode(whole)


def _as_lines(part: Part) -> bytes:
    return b"".join(json_lines(plain(item) for item in part.items))


def _as_csv(part: Part) -> bytes:
    names = [field.name for field in fields(part.kind)]  # type: ignore[arg-type]
    rows = ([cell(getattr(item, name)) for name in names] for item in part.items)
    return b"".join([*lines([names], ","), *lines(rows, ",")])


def _as_parquet(part: Part) -> bytes:
    buffer = io.BytesIO()
    package("pyarrow.parquet").write_table(arrow_table(part.items, part.kind), buffer, compression="zstd")
    return buffer.getvalue()


_WRITERS: Mapping[Form, Callable[[Part], bytes]] = {
    Form.NDJSON: _as_lines,
    Form.CSV: _as_csv,
    Form.PARQUET: _as_parquet,
}
