"""Words of rows, found by way of the pages that they stand on: the search index knows these at once."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, true

from dateline.store.database import Database
from dateline.store.queries.conditions import values_of, with_words
from dateline.store.queries.filters import Asked
from dateline.store.search import index
from dateline.store.search.backend import Reach
from dateline.store.search.expressions import AllBut, AnyOf, Condition, Run
from dateline.store.search.tokens import token_string

_OFTEN = 20_000
"""Pages with some words beyond which a list comes to them soon enough by itself."""


def with_words_of_page(
    database: Database, text: ColumnElement[str], article: ColumnElement[int], asked: Asked
) -> ColumnElement[bool]:
    """A text of an article in which one of the values stands, whatever its case. A value begins where a word begins; its last word may go on."""
    condition = _condition(asked)
    if condition is None:
        return with_words(text, asked)
    with database.reading() as connection:
        found = index.newest_numbers(connection, condition, Reach(), _OFTEN)
        pages = index.numbers_query(connection, condition)
    is_on_page = article.in_(pages) if len(found) < _OFTEN else true()
    return and_(is_on_page, with_words(text, asked))


def _condition(asked: Asked) -> Condition | None:
    """Pages with all words of one of the values; None where a value has none, and so could stand on any page."""
    found = [token_string(value).split() for value in values_of(asked)]
    if not found or not all(found):
        return None
    return AnyOf(tuple(_all_of(tokens) for tokens in found))


def _all_of(tokens: list[str]) -> Condition:
    whole = (Run((token,)) for token in tokens[:-1])
    return AllBut((*whole, Run((tokens[-1],), is_prefix=True)), ())
