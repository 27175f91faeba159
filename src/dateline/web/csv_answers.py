"""Tables as CSV that no spreadsheet takes for formulas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from starlette.responses import Response

from dateline.products.exports.kinds import Value
from dateline.products.exports.tabular.csv_files import cell, lines
from dateline.web.formats import MEDIA_TYPES, Form

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def csv_answer(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> Response:
    """A table with a line of names."""
    written = b"".join(lines([columns, *(map(_plain, row) for row in rows)], ","))
    return Response(written, media_type=MEDIA_TYPES[Form.CSV])


def _plain(value: Value) -> str:
    text = cell(value)
    return "'" + text if isinstance(value, str | tuple) and text.startswith(_FORMULAS) else text
