"""Sketches of pages to bytes and back: what grouping needs of a page, without reading all of it again."""

from __future__ import annotations

import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, bindparam, delete, select

from dateline.store.inserting import in_parts, insert_rows
from dateline.store.tables import ARTICLES, SKETCH_TERMS
from dateline.stories import Sketch
from dateline.stories.grouping.sketches import term_hash
from dateline.stories.grouping.told_dates import ToldTime

_LONGEST_POSTING = 120
_MOST_COMPARED = 80
_FEWEST_SHARED = 2
"""As grouping has them in memory: the last articles that have a term are looked up, and those with most in common compared."""

_LATEST = (
    select(SKETCH_TERMS.c.article)
    .where(SKETCH_TERMS.c.term == bindparam("of_term"), SKETCH_TERMS.c.is_dated == bindparam("dated"))
    .order_by(SKETCH_TERMS.c.article.desc())
    .limit(_LONGEST_POSTING)
)


class _Packed(msgspec.Struct, array_like=True):
    day: int | None
    told_day: int | None
    told_year: int | None
    vector: dict[str, float]
    people: list[str]
    names: list[str]
    terms: list[int]


def packed_sketch(sketch: Sketch) -> bytes:
    """The bytes of a sketch."""
    told, people = sketch.told, sorted(sketch.people)
    record = _Packed(
        sketch.day, told.day, told.year, sketch.vector, people, list(sketch.names), list(sketch.terms)
    )
    return zlib.compress(msgspec.msgpack.encode(record), 1)


def sketch_of(article: str, data: bytes) -> Sketch:
    """The sketch of the article of that id."""
    found = msgspec.msgpack.decode(zlib.decompress(data), type=_Packed)
    return Sketch(
        article,
        found.day,
        ToldTime(found.told_day, found.told_year),
        found.vector,
        frozenset(found.people),
        tuple(found.names),
        array("I", found.terms),
    )


def file_sketch(connection: Connection, number: int, sketch: Sketch) -> None:
    """Lets an article be found by its terms."""
    dated = sketch.day is not None
    insert_rows(
        connection,
        SKETCH_TERMS,
        ({"term": term, "is_dated": dated, "article": number} for term in _terms(sketch)),
    )


def remove_sketches(connection: Connection, numbers: Sequence[int]) -> None:
    """Lets articles no longer be found by their terms."""
    here = delete(SKETCH_TERMS).where(
        *(column == bindparam(f"of_{column.name}") for column in SKETCH_TERMS.c)
    )
    for part in in_parts(numbers):
        rows = connection.execute(
            select(ARTICLES.c.number, ARTICLES.c.sketch).where(ARTICLES.c.number.in_(part))
        )
        for number, data in rows.all():
            sketch = sketch_of("", data)
            keys = [
                {"of_term": term, "of_is_dated": sketch.day is not None, "of_article": number}
                for term in _terms(sketch)
            ]
            if keys:
                connection.execute(here, keys)


def with_like_terms(connection: Connection, sketch: Sketch, *, undated_only: bool) -> list[int]:
    """The numbers of the articles that have most terms in common with a page."""
    return _sharing(connection, _terms(sketch), (False,) if undated_only else (False, True))


def with_like_words(connection: Connection, words: Iterable[str]) -> list[int]:
    """The numbers of the articles that have most of some terms."""
    return _sharing(connection, sorted({term_hash(word) for word in words}), (False, True))


def _sharing(connection: Connection, terms: Sequence[int], sides: Sequence[bool]) -> list[int]:
    shared: Counter[int] = Counter()
    for term in terms:
        for is_dated in sides:
            shared.update(connection.execute(_LATEST, {"of_term": term, "dated": is_dated}).scalars())
    near = [number for number, count in shared.items() if count >= _FEWEST_SHARED]
    return sorted(near, key=lambda number: (-shared[number], -number))[:_MOST_COMPARED]


def _terms(sketch: Sketch) -> list[int]:
    return sorted({term_hash(key) for key in sketch.vector})
