"""Collections: pages and all that was read in them, kept, searched, followed and taken back."""

from dateline.store.collection import Collection, open_collection, restore_collection
from dateline.store.correcting.records import CorrectionRow
from dateline.store.ingest.outcomes import AddReport
from dateline.store.queries import (
    ActorRow,
    ArticleRow,
    EventRow,
    NameRow,
    ReportRow,
    Rows,
    StatementRow,
    StoryRow,
    VersionRow,
)
from dateline.store.queries.short_ids import short_id
from dateline.store.search import Facet, FacetCount, Order, Passage, QueryError, ShownHit
from dateline.store.search.searching import Hits
from dateline.store.upkeep.differences import Change, ChangeKind
from dateline.store.upkeep.forgetting import ForgetReport
from dateline.store.upkeep.rereading import RereadReport
from dateline.store.upkeep.verifying import Finding, VerifyReport

__all__ = [
    "ActorRow",
    "AddReport",
    "ArticleRow",
    "Change",
    "ChangeKind",
    "Collection",
    "CorrectionRow",
    "EventRow",
    "Facet",
    "FacetCount",
    "Finding",
    "ForgetReport",
    "Hits",
    "NameRow",
    "Order",
    "Passage",
    "QueryError",
    "ReportRow",
    "RereadReport",
    "Rows",
    "ShownHit",
    "StatementRow",
    "StoryRow",
    "VerifyReport",
    "VersionRow",
    "open_collection",
    "restore_collection",
    "short_id",
]
