"""The tables that a search reads, as far as it reads them, and its own two: places of what statements are about, and pages a day."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

NUMBER = BigInteger().with_variant(Integer(), "sqlite")
"""An article's number: its day times 2^20, and its place in the day. In SQLite it is the row's own key."""

articles = Table(
    "articles",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("address", String, nullable=False),
    Column("is_current", Boolean, nullable=False),
    Column("outlet", String),
    Column("outlet_name", String),
    Column("title", Text),
    Column("published_day", String),
    Column("language", String),
    Column("first_seen", String, nullable=False, index=True),
    Column("reading", LargeBinary),
)
article_actors = Table(
    "article_actors",
    metadata,
    Column("article", NUMBER, primary_key=True),
    Column("actor", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("state", String),
    Column("mentions", Integer, nullable=False),
    Index("article_actors_by_actor", "actor", "article"),
    Index("article_actors_by_name", "name"),
)
statements = Table(
    "statements",
    metadata,
    Column("article", NUMBER, primary_key=True),
    Column("id", String, primary_key=True),
    Column("type", String, nullable=False),
    Column("speaker_actor", String),
    Column("speaker_name", String),
    Column("speaker_state", String),
    Column("addressee_actor", String),
    Column("addressee_name", String),
    Column("act", String),
    Column("content", Text, nullable=False),
    Column("day", String),
    Index("statements_by_speaker", "speaker_actor", "article"),
)
reports = Table(
    "reports",
    metadata,
    Column("article", NUMBER, primary_key=True),
    Column("id", String, primary_key=True),
    Column("event", String),
    Column("root", String, nullable=False),
    Column("status", String, nullable=False),
    Column("quad", Integer),
    Column("score", Float),
    Column("day", String),
)
events = Table(
    "events",
    metadata,
    Column("id", String, primary_key=True),
    Column("root", String, nullable=False),
    Column("status", String, nullable=False),
    Column("day", String),
    Column("place", String),
    Column("quad", Integer),
    Column("first_article", NUMBER, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("independent", Integer, nullable=False),
    Index("events_by_day", "day"),
)
event_participants = Table(
    "event_participants",
    metadata,
    Column("event", String, primary_key=True),
    Column("side", String, primary_key=True),
    Column("actor", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("state", String),
    Column("code", String),
    Index("event_participants_by_actor", "actor", "side", "event"),
)
story_articles = Table(
    "story_articles",
    metadata,
    Column("story", String, primary_key=True),
    Column("article", NUMBER, primary_key=True),
)
looks = Table(
    "looks",
    metadata,
    Column("name", String, primary_key=True),
    Column("first_seen", String, nullable=False),
)
statement_subjects = Table(
    "statement_subjects",
    metadata,
    Column("article", NUMBER, primary_key=True),
    Column("statement", String, primary_key=True),
    Column("actor", String, primary_key=True),
    Column("name", String, nullable=False),
    Index("statement_subjects_by_actor", "actor", "article"),
)
"""Whom a statement names or addresses."""
search_days = Table(
    "search_days",
    metadata,
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("pages", Integer, nullable=False),
)
"""Pages in the index by day (the part of their numbers that is the day): what the rarity of a word is reckoned from."""
