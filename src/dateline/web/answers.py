"""Answers in other formats than a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

import msgspec
from starlette.responses import Response

from dateline.model import Record
from dateline.products.exports.kinds import Value
from dateline.products.exports.tabular.csv_files import cell, lines
from dateline.web.formats import MEDIA_TYPES, Form
from dateline.web.row_parts import Part

R = TypeVar("R", bound=Record)

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def json_answer(data: Mapping[str, Any] | str) -> Response:
    """JSON, of plain values or written already."""
    text = data if isinstance(data, str) else msgspec.json.encode(data)
    return Response(text, media_type=MEDIA_TYPES[Form.JSON])


def json_of_part(schema: str, part: Part[R]) -> Response:
    """Rows as JSON, with the address of those that follow, or null."""
    rows = [msgspec.json.decode(row.to_json()) for row in part.rows]
    return json_answer({"schema": schema, "rows": rows, "next": part.following})


def csv_answer(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> Response:
    """A table as CSV, with a line of names; no cell of it is taken for a formula."""
    written = b"".join(lines([columns, *([plain_cell(value) for value in row] for row in rows)], ","))
    return Response(written, media_type=MEDIA_TYPES[Form.CSV])


def csv_of_part(part: Part[R], columns: Sequence[str]) -> Response:
    """Some columns of rows as CSV."""
    return csv_answer(columns, ([getattr(row, name) for name in columns] for row in part.rows))


def plain_cell(value: Value) -> str:
    """A value as text that no spreadsheet takes for a formula; numbers stay numbers."""
    text = cell(value)
    is_words = isinstance(value, str | tuple)
    return "'" + text if is_words and text.startswith(_FORMULAS) else text


def markdown_answer(text: str) -> Response:
    """Markdown."""
    return Response(text, media_type=MEDIA_TYPES[Form.MARKDOWN])
