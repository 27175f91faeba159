"""What people decided and looked at, and what is to be done later."""

from __future__ import annotations

from sqlalchemy import Column, Index, LargeBinary, Table, Text

from dateline.store.tables.columns import METADATA, NUMBER, integer, text

DECISIONS = Table(
    "decisions",
    METADATA,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    text("kind", required=True),
    text("lineage"),
    text("decision", required=True),
    Index(None, "kind", "lineage"),
)
"""What people decided, oldest first: `kind` is `story` (merges, splits, moves), `correction` or `undoing`, `decision` the record as JSON. `lineage` is that of the
article whose words it tells: it goes when the article is taken back."""

LOOKS = Table(
    "looks",
    METADATA,
    Column("name", Text, primary_key=True),
    integer("arrival", required=True),
)
"""Where somebody stopped looking: the last arrival that was there. A page of an earlier day that comes in late has a smaller number than
those seen already, but a larger arrival."""

DIRTY_MONTHS = Table("dirty_months", METADATA, Column("month", Text, primary_key=True))
"""Months (`2024-03`, or `undated`) whose part of the mart is to be written again."""

JOBS = Table(
    "jobs",
    METADATA,
    Column("id", NUMBER, primary_key=True, autoincrement=True),
    text("kind", required=True),
    Column("key", Text, unique=True, nullable=False),
    text("payload", required=True),
    text("address"),
    text("state", required=True),
    integer("attempts", required=True),
    text("lease_until"),
    text("not_before"),
    text("error"),
    text("made", required=True),
    text("finished"),
    Index(None, "state", "not_before"),
    Index(None, "address"),
)
"""Work with leases; `state` is `waiting leased done dead`. `address` is that of the article that it may bring, as `articles` has it: the
work goes when the article is taken back."""

FEEDS = Table(
    "feeds",
    METADATA,
    Column("address", Text, primary_key=True),
    text("title"),
    text("etag"),
    text("last_modified"),
    integer("every", required=True),
    text("last"),
    text("next"),
    integer("rounds", required=True),
    text("entries", required=True),
    integer("failures", required=True),
    text("error"),
)
"""Feeds that are followed; `every` is in seconds. `rounds` counts how often it was settled what became of it, `entries` is a JSON
list of the hashes of entries that were seen to, `failures` counts those in a row."""

CLOCK = Table("clock", METADATA, Column("name", Text, primary_key=True), text("latest", required=True))
"""The latest time that a clock has shown, by which one that went back is known."""

RAW_PAGES = Table(
    "raw_pages",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("page", LargeBinary, nullable=False),
)
"""Pages as they came in, where there is no folder for them."""
