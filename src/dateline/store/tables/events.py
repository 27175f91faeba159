"""Reports of events, article by article, and the events across them."""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, Table, Text

from dateline.store.tables.columns import METADATA, NUMBER, integer, text

REPORTS = Table(
    "reports",
    METADATA,
    Column("article", NUMBER, primary_key=True, autoincrement=False),
    Column("id", Text, primary_key=True),
    text("event"),
    text("root", required=True),
    text("mode"),
    text("status", required=True),
    text("cameo"),
    integer("quad", required=True),
    Column("score", Float, nullable=False),
    text("date_value"),
    text("date_precision"),
    text("day"),
    integer("day_ordinal"),
    text("place_id"),
    text("place_name"),
    text("place_precision"),
    text("trigger_lemma", required=True),
    integer("trigger_start", required=True),
    integer("trigger_end", required=True),
    integer("evidence_start", required=True),
    integer("evidence_end", required=True),
    text("statement"),
    Column("confidence", Float, nullable=False),
    text("rule", required=True),
    Index(None, "event"),
    Index(None, "root", "day_ordinal"),
    Index(None, "day_ordinal"),
)
"""One row a report of an event. `day` is the first day of its date, that of the article where it has none as exact as a day."""

PARTICIPANTS = Table(
    "participants",
    METADATA,
    Column("article", NUMBER, primary_key=True, autoincrement=False),
    Column("report", Text, primary_key=True),
    Column("side", Text, primary_key=True),
    Column("place", NUMBER, primary_key=True, autoincrement=False),
    text("actor"),
    text("name", required=True),
    text("state"),
    text("code"),
    Index(None, "actor", "side"),
    Index(None, "name", "side"),
    Index(None, "state", "side"),
)
"""Sources and targets of reports; `place` is the place in the list, from 0."""

EVENTS = Table(
    "events",
    METADATA,
    Column("id", Text, primary_key=True),
    text("story", required=True),
    text("root", required=True),
    text("mode"),
    text("status", required=True),
    integer("quad", required=True),
    text("text", required=True),
    text("date_value"),
    text("date_precision"),
    text("day"),
    integer("day_ordinal"),
    text("place_id"),
    text("place_name"),
    text("place_precision"),
    integer("first_article", required=True),
    integer("reports", required=True),
    integer("outlets", required=True),
    integer("independent", required=True),
    Index(None, "story"),
    Index(None, "root", "day_ordinal"),
    Index(None, "day_ordinal"),
)
"""One row an event, whoever reports it; what is best supported of when, where and whether."""

EVENT_PARTICIPANTS = Table(
    "event_participants",
    METADATA,
    Column("event", Text, primary_key=True),
    Column("side", Text, primary_key=True),
    Column("place", NUMBER, primary_key=True, autoincrement=False),
    text("actor"),
    text("name", required=True),
    text("state"),
    text("code"),
    Index(None, "actor", "side", "event"),
    Index(None, "name", "side"),
    Index(None, "state", "side"),
)
"""Best-supported sources and targets of events."""

ROLLUPS = Table(
    "rollups",
    METADATA,
    Column("day", Text, primary_key=True),
    Column("root", Text, primary_key=True),
    Column("status", Text, primary_key=True),
    Column("quad", NUMBER, primary_key=True, autoincrement=False),
    Column("source_state", Text, primary_key=True),
    Column("target_state", Text, primary_key=True),
    integer("count", required=True),
)
"""How many events of a kind a day has between two states; empty text where there is no day or no state."""
