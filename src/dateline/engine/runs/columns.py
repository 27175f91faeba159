"""The tables of a unit, and a reading as their rows."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from dateline.model import Article, RawPage, Reading, Rejection
from dateline.store.ingest.article_rows import day_of
from dateline.store.raw import hash_of, packed
from dateline.stories import Sketch, sketch
from dateline.syndication.fingerprints import fingerprint

READINGS = pa.schema(
    [
        ("row", pa.int32()),
        ("id", pa.string()),
        ("body_sha256", pa.string()),
        ("url", pa.string()),
        ("outlet", pa.string()),
        ("outlet_id", pa.string()),
        ("title", pa.string()),
        ("published", pa.string()),
        ("day", pa.string()),
        ("language", pa.string()),
        ("coded", pa.bool_()),
        ("source", pa.string()),
        ("place", pa.string()),
        ("page_sha256", pa.string()),
        ("reading", pa.string()),
    ]
)
"""A page that was read; `row` is its place among the inputs of the unit."""

PAGES = pa.schema([("row", pa.int32()), ("page", pa.binary())])
"""The page as it came in."""

REJECTIONS = pa.schema(
    [
        ("row", pa.int32()),
        ("source", pa.string()),
        ("code", pa.string()),
        ("message", pa.string()),
        ("bytes_sha256", pa.string()),
        ("place", pa.string()),
    ]
)

SKETCHES = pa.schema(
    [
        ("row", pa.int32()),
        ("id", pa.string()),
        ("outlet", pa.string()),
        ("published", pa.string()),
        ("day", pa.int32()),
        ("told_day", pa.int32()),
        ("told_year", pa.int32()),
        ("terms", pa.list_(pa.string())),
        ("weights", pa.list_(pa.float64())),
        ("is_person", pa.list_(pa.bool_())),
        ("names", pa.list_(pa.string())),
        ("stems", pa.list_(pa.uint32())),
        ("key", pa.uint64()),
        ("sample", pa.list_(pa.uint64())),
    ]
)
"""What grouping (terms, names, stems) and the search for copies (key, sample) keep of a page in place of its reading."""

TABLES = {"readings": READINGS, "rejections": REJECTIONS, "sketches": SKETCHES, "pages": PAGES}
"""What is written of a unit."""

Values = dict[str, Any]


def rows_of(row: int, page: RawPage, reading: Reading, *, keep_page: bool) -> dict[str, list[Values]]:
    """The rows of a reading by their table."""
    data = packed(page)
    return {
        "readings": [_reading(row, page, reading, hash_of(data))],
        "sketches": [_sketch(row, reading.article, sketch(reading.article))],
        "pages": [{"row": row, "page": data}] if keep_page else [],
    }


def rejection_row(row: int, rejection: Rejection) -> Values:
    """The row of a rejection."""
    return {
        "row": row,
        "source": rejection.source,
        "code": rejection.code,
        "message": rejection.message,
        "bytes_sha256": rejection.bytes_sha256,
        "place": rejection.place,
    }


def _reading(row: int, page: RawPage, reading: Reading, page_sha256: str) -> Values:
    article = reading.article
    return {
        "row": row,
        "id": article.id,
        "body_sha256": article.body_sha256,
        "url": article.url,
        "outlet": article.outlet.name if article.outlet else None,
        "outlet_id": article.outlet.id if article.outlet else None,
        "title": article.title,
        "published": article.published.value if article.published else None,
        "day": day_of(article)[0],
        "language": article.language,
        "coded": article.coded,
        "source": page.source,
        "place": page.place,
        "page_sha256": page_sha256,
        "reading": reading.to_json(),
    }


def _sketch(row: int, article: Article, found: Sketch) -> Values:
    page = fingerprint(article)
    return {
        "row": row,
        "id": article.id,
        "outlet": article.outlet.name if article.outlet else None,
        "published": article.published.value if article.published else None,
        "day": found.day,
        "told_day": found.told.day,
        "told_year": found.told.year,
        "terms": list(found.vector),
        "weights": list(found.vector.values()),
        "is_person": [term in found.people for term in found.vector],
        "names": list(found.names),
        "stems": found.terms.tolist(),
        "key": page.key,
        "sample": page.sample,
    }
