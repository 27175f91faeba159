"""Collections: pages and all that was read in them, kept, searched, followed and taken back."""

from dateline.store.collection import Collection, open_collection
from dateline.store.ingest.outcomes import AddReport
from dateline.store.queries import ActorRow, ArticleRow, EventRow, ReportRow, Rows, StatementRow, StoryRow
from dateline.store.search import Facet, FacetCount, Order, Passage, QueryError, ShownHit
from dateline.store.search.searching import Hits

__all__ = [
    "ActorRow",
    "AddReport",
    "ArticleRow",
    "Collection",
    "EventRow",
    "Facet",
    "FacetCount",
    "Hits",
    "Order",
    "Passage",
    "QueryError",
    "ReportRow",
    "Rows",
    "ShownHit",
    "StatementRow",
    "StoryRow",
    "open_collection",
]
