"""Reports of events, article by article, and the events across them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Float, Index, Table, Text, column

from dateline.store.tables.columns import METADATA, NUMBER, by_hand, integer, text, yes_no


def _when_and_where() -> list[Column[Any]]:
    """The columns of an event's date, the first day of it, and its place."""
    date, place = [text("date_value"), text("date_precision")], ["place_id", "place_name", "place_precision"]
    return [*date, text("day"), integer("day_ordinal"), *map(text, place)]


def _party() -> list[Column[Any]]:
    """The columns of one who takes part."""
    return [text("actor"), text("name", required=True), text("state"), text("code")]


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
    *_when_and_where(),
    text("trigger_lemma", required=True),
    integer("trigger_start", required=True),
    integer("trigger_end", required=True),
    integer("evidence_start", required=True),
    integer("evidence_end", required=True),
    text("statement"),
    Column("confidence", Float, nullable=False),
    text("rule", required=True),
    *by_hand(),
    text("contexts"),
    Index(None, "event"),
    Index(None, "root", "day_ordinal"),
    Index(None, "day_ordinal"),
)
"""One row a report of an event. `day` is the first day of its date, that of the article where it has none as exact as a day. `corrected` says
that a person corrected it, `checked` that somebody found it right, `flag` what somebody notes of it. `contexts` are names between bars."""

PARTICIPANTS = Table(
    "participants",
    METADATA,
    Column("article", NUMBER, primary_key=True, autoincrement=False),
    Column("report", Text, primary_key=True),
    Column("side", Text, primary_key=True),
    Column("place", NUMBER, primary_key=True, autoincrement=False),
    *_party(),
    Index(None, "actor", "article"),
    Index(None, "name", "article"),
    Index(None, "state", "article"),
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
    *_when_and_where(),
    integer("first_article", required=True),
    integer("reports", required=True),
    integer("outlets", required=True),
    integer("independent", required=True),
    yes_no("corrected"),
    yes_no("checked"),
    text("contexts"),
    Index(None, "story"),
    Index(None, "root", "day_ordinal"),
    Index(None, "day_ordinal"),
    Index(
        None,
        "place_name",
        "day_ordinal",
        sqlite_where=column("place_name").is_not(None),
        postgresql_where=column("place_name").is_not(None),
    ),
)
"""One row an event, whoever reports it; what is best supported of when, where and whether. `corrected` says that a person corrected one of its
reports, `checked` that somebody found one right."""

EVENT_PARTICIPANTS = Table(
    "event_participants",
    METADATA,
    Column("event", Text, primary_key=True),
    Column("side", Text, primary_key=True),
    Column("place", NUMBER, primary_key=True, autoincrement=False),
    *_party(),
    integer("day_ordinal"),
    Index(None, "actor", "day_ordinal"),
    Index(None, "actor", "event", "side"),
    Index(None, "name", "day_ordinal"),
    Index(None, "state", "day_ordinal"),
    Index(None, "state", "event", "side"),
)
"""Best-supported sources and targets of events; `day_ordinal` is that of the event."""

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
