"""The tables of a unit, and a reading as their rows."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from dateline.model import Article, RawPage, Reading, Rejection
from dateline.store.ingest.article_rows import day_of
from dateline.store.raw import hash_of, packed
from dateline.stories import Sketch, sketch
from dateline.syndication.fingerprints import Fingerprint, fingerprint

OF_ARTICLE = pa.schema(
    [
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
    ]
)
"""What every table of articles says of one, as `article_row` gives it."""

READINGS = pa.schema(
    [
        ("row", pa.int32()),
        *OF_ARTICLE,
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
        ("sampled", pa.int32()),
        ("sample", pa.list_(pa.uint64())),
    ]
)
"""What grouping (terms, names, stems) and the search for copies (key, sample) keep of a page in place of its reading."""

TABLES = {"readings": READINGS, "rejections": REJECTIONS, "sketches": SKETCHES, "pages": PAGES}
"""What is written of a unit."""

Values = dict[str, Any]


def numbered_schema(schema: Any, *names: str) -> Any:
    """Some columns of a schema, with the number of the page before them."""
    return pa.schema([("number", pa.int32()), *(schema.field(name) for name in names)])


def rows_of(row: int, page: RawPage, reading: Reading, *, keep_page: bool) -> dict[str, list[Values]]:
    """The rows of a reading by their table."""
    data, article = packed(page), reading.article
    return {
        "readings": [_reading(row, page, reading, hash_of(data))],
        "sketches": [sketch_row(row, sketch(article), article, fingerprint(article))],
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


def article_row(article: Article) -> Values:
    """The columns of `OF_ARTICLE`."""
    return {
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
    }


def _reading(row: int, page: RawPage, reading: Reading, page_sha256: str) -> Values:
    return {
        "row": row,
        **article_row(reading.article),
        "source": page.source,
        "place": page.place,
        "page_sha256": page_sha256,
        "reading": reading.to_json(),
    }


def sketch_row(row: int, found: Sketch, article: Article | None, page: Fingerprint | None) -> Values:
    """The row of a sketch, with the page's outlet and fingerprints where it is there."""
    outlet = article.outlet if article else None
    published = article.published if article else None
    return {
        "row": row,
        "id": found.article,
        "outlet": outlet.name if outlet else None,
        "published": published.value if published else None,
        "day": found.day,
        "told_day": found.told.day,
        "told_year": found.told.year,
        "terms": list(found.vector),
        "weights": list(found.vector.values()),
        "is_person": [term in found.people for term in found.vector],
        "names": list(found.names),
        "stems": found.terms.tolist(),
        "key": page.key if page else 0,
        "sampled": len(page.sample) if page else 0,
        "sample": page.sample if page else [],
    }
