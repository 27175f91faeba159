"""Search: words, phrases and fields over the pages of a collection, ranked, with snippets and counts.

Everything takes a plain SQLAlchemy connection. The index is written in the transaction that writes the rows: `create`, `add`, `drop`,
`remove`, and `scrub` after it. What is asked goes from `read_query` to `find`; `shown` and `facets` show what was found.
"""

from dateline.store.search.facets import Facet, FacetCount, facets
from dateline.store.search.finding import Found, Order, find
from dateline.store.search.index import NEWEST, add, arrived, create, drop, remove, scrub
from dateline.store.search.index_rows import IndexRow, Named, Subject, index_row
from dateline.store.search.looks import last_arrival, last_look, looked
from dateline.store.search.query import Query, QueryError
from dateline.store.search.query_reader import read_query
from dateline.store.search.ranking import Hit
from dateline.store.search.showing import Passage, ShownHit, shown
from dateline.store.search.snippets import Snippet, highlights, snippet
from dateline.store.search.tokens import TOKENS_VERSION, Token, token_string, tokens

__all__ = [
    "NEWEST",
    "TOKENS_VERSION",
    "Facet",
    "FacetCount",
    "Found",
    "Hit",
    "IndexRow",
    "Named",
    "Order",
    "Passage",
    "Query",
    "QueryError",
    "ShownHit",
    "Snippet",
    "Subject",
    "Token",
    "add",
    "arrived",
    "create",
    "drop",
    "facets",
    "find",
    "highlights",
    "index_row",
    "last_arrival",
    "last_look",
    "looked",
    "read_query",
    "remove",
    "scrub",
    "shown",
    "snippet",
    "token_string",
    "tokens",
]
