"""What the search index keeps beside its own table of pages, `search_pages`, which each kind of database makes in its own way."""

from __future__ import annotations

from sqlalchemy import Column, Index, Table, Text

from dateline.store.tables.columns import METADATA, NUMBER, integer, text

STATEMENT_SUBJECTS = Table(
    "statement_subjects",
    METADATA,
    Column("article", NUMBER, primary_key=True, autoincrement=False),
    Column("statement", Text, primary_key=True),
    Column("actor", Text, primary_key=True),
    text("name", required=True),
    text("state"),
    Index(None, "actor", "article"),
    Index(None, "name", "article"),
    Index(None, "state", "article"),
)
"""Whom a statement names or addresses."""

SEARCH_DAYS = Table(
    "search_days",
    METADATA,
    Column("day", NUMBER, primary_key=True, autoincrement=False),
    integer("pages", required=True),
)
"""Pages in the index by day (the part of their numbers that is the day): what the rarity of a word is reckoned from."""
