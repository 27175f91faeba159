"""Collections: pages and all that was read in them, kept, searched, followed and taken back."""

from dateline.store.collection import Collection, open_collection
from dateline.store.ingest.outcomes import AddReport
from dateline.store.queries import ActorRow, ArticleRow, EventRow, ReportRow, Rows, StatementRow, StoryRow

__all__ = [
    "ActorRow",
    "AddReport",
    "ArticleRow",
    "Collection",
    "EventRow",
    "ReportRow",
    "Rows",
    "StatementRow",
    "StoryRow",
    "open_collection",
]
