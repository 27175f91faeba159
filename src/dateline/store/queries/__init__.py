"""What a collection holds, read back as rows: filtered, counted, and handed to other tools."""

from dateline.store.queries.records import (
    ActorRow,
    ArticleRow,
    EventRow,
    NameRow,
    ReportRow,
    StatementRow,
    StoryRow,
    VersionRow,
)
from dateline.store.queries.rows import Rows

__all__ = [
    "ActorRow",
    "ArticleRow",
    "EventRow",
    "NameRow",
    "ReportRow",
    "Rows",
    "StatementRow",
    "StoryRow",
    "VersionRow",
]
