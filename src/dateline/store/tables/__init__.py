"""The tables of a collection. Other packages query them; only `store` writes them, but for those of `jobs`: `jobs`, `feeds`, `clock`, `alerts` and `alert_matches`."""

from dateline.store.tables.alerts import ALERT_MATCHES, ALERTS
from dateline.store.tables.articles import ACTOR_COUNTS, ARTICLE_ACTORS, ARTICLES, SKETCH_TERMS, STATEMENTS
from dateline.store.tables.audits import AUDIT_LABELS, AUDIT_ROWS, AUDITS
from dateline.store.tables.columns import METADATA
from dateline.store.tables.events import EVENT_PARTICIPANTS, EVENTS, PARTICIPANTS, REPORTS, ROLLUPS
from dateline.store.tables.runs import EARLIER_READINGS, REJECTIONS, RUN_INPUTS, RUNS, TOMBSTONES
from dateline.store.tables.search import SEARCH_DAYS, STATEMENT_SUBJECTS
from dateline.store.tables.stories import (
    FACTS,
    POSITIONS,
    QUOTATION_STATEMENTS,
    QUOTATIONS,
    STORIES,
    STORY_ARTICLES,
)
from dateline.store.tables.work import CLOCK, DECISIONS, DIRTY_MONTHS, FEEDS, JOBS, LOOKS, RAW_PAGES

__all__ = [
    "ACTOR_COUNTS",
    "ALERTS",
    "ALERT_MATCHES",
    "ARTICLES",
    "ARTICLE_ACTORS",
    "AUDITS",
    "AUDIT_LABELS",
    "AUDIT_ROWS",
    "CLOCK",
    "DECISIONS",
    "DIRTY_MONTHS",
    "EARLIER_READINGS",
    "EVENTS",
    "EVENT_PARTICIPANTS",
    "FACTS",
    "FEEDS",
    "JOBS",
    "LOOKS",
    "METADATA",
    "PARTICIPANTS",
    "POSITIONS",
    "QUOTATIONS",
    "QUOTATION_STATEMENTS",
    "RAW_PAGES",
    "REJECTIONS",
    "REPORTS",
    "ROLLUPS",
    "RUNS",
    "RUN_INPUTS",
    "SEARCH_DAYS",
    "SKETCH_TERMS",
    "STATEMENTS",
    "STATEMENT_SUBJECTS",
    "STORIES",
    "STORY_ARTICLES",
    "TOMBSTONES",
]
