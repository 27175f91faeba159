"""Samples that people check by hand, and what they say of them."""

from __future__ import annotations

from sqlalchemy import Column, Index, Table, Text

from dateline.store.tables.columns import METADATA, NUMBER, integer, text

AUDITS = Table(
    "audits",
    METADATA,
    Column("name", Text, primary_key=True),
    text("kind", required=True),
    text("filters", required=True),
    integer("seed", required=True),
    integer("population", required=True),
    integer("drawn", required=True),
    text("made", required=True),
)
"""One row a sample: `kind` is `events` or `statements`, `filters` a JSON object, `population` how many rows they let through, `drawn` how
many of these were drawn."""

AUDIT_ROWS = Table(
    "audit_rows",
    METADATA,
    Column("audit", Text, primary_key=True),
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    integer("article", required=True),
    text("row", required=True),
    Index(None, "article"),
)
"""The rows of a sample as they were coded on the day it was drawn: `row` is the record as JSON."""

AUDIT_LABELS = Table(
    "audit_labels",
    METADATA,
    Column("audit", Text, primary_key=True),
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("labeller", Text, primary_key=True),
    text("label", required=True),
    text("made", required=True),
)
"""What somebody says of a row: `label` is the record as JSON."""
