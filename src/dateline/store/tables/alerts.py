"""Queries that are kept, and what was told of them."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Table, Text

from dateline.store.tables.columns import METADATA, NUMBER, integer, text

ALERTS = Table(
    "alerts",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, unique=True, nullable=False),
    text("query", required=True),
    text("filters", required=True),
    text("destinations", required=True),
    text("digest", required=True),
    text("hour"),
    Column("with_updates", Boolean, nullable=False),
    Column("allow_private", Boolean, nullable=False),
    integer("arrival", required=True),
    integer("rounds", required=True),
    text("made", required=True),
    text("next"),
    text("sent"),
)
"""One row an alert: `id` is drawn by chance and never used again, `filters` are a JSON object and `destinations` a JSON list. `digest` is `at-once`
or `daily`, then at `hour` (`06:00`, UTC), `next` when it is due. All that came in up to `arrival` was looked at; `rounds` counts those that found
something, `sent` is when a message last got through."""

ALERT_MATCHES = Table(
    "alert_matches",
    METADATA,
    Column("alert", Text, primary_key=True),
    Column("arrival", NUMBER, primary_key=True, autoincrement=False),
    integer("round", required=True),
    integer("part", required=True),
    text("change", required=True),
    integer("independent", required=True),
    Index(None, "alert", "round", "part"),
    Index(None, "arrival"),
)
"""Which pages an alert told of, by their arrivals, which all versions share: in which message (`round`, `part`), whether their story was `new` or
an `update` then, and how many independent reports it had. They go when the page is taken back, so that no message that still waits tells of it."""
