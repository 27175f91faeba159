"""Stories, their facts and quotations."""

from __future__ import annotations

from sqlalchemy import Column, Index, LargeBinary, Table, Text

from dateline.store.tables.columns import METADATA, NUMBER, integer, text

STORIES = Table(
    "stories",
    METADATA,
    Column("id", Text, primary_key=True),
    text("headline", required=True),
    text("first_day"),
    text("last_day"),
    integer("first_ordinal"),
    integer("last_ordinal"),
    integer("reports", required=True),
    integer("outlets", required=True),
    integer("independent", required=True),
    Column("story", LargeBinary, nullable=False),
    text("lead"),
    text("lead_status"),
    text("lead_root"),
    text("lead_place"),
    text("support", required=True),
    Index(
        "ix_stories_listed",
        "last_ordinal",
        "support",
        "lead_status",
        "lead_root",
        "independent",
        "lead_place",
        "lead",
    ),
)
"""One row a story; `story` is the whole record. `lead` is the event that it leads with: the one that its headline states, else the one with
most reports; `lead_place` is the id of where that took place. `support` is that of its weakest fact: see `support_of`. The index holds all
that lists ask for, in their order."""

STORY_ARTICLES = Table(
    "story_articles",
    METADATA,
    Column("article", NUMBER, primary_key=True, autoincrement=False),
    text("story", required=True),
    integer("place", required=True),
    Index(None, "story"),
)
"""Which story an article is in; `place` is its place there, from 0."""

FACTS = Table(
    "facts",
    METADATA,
    Column("story", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    integer("place", required=True),
    text("kind", required=True),
    text("text", required=True),
    text("support", required=True),
    text("conflict_since"),
)
"""What the reports of a story agree or differ on; `conflict_since` is when a fact was first seen to be in conflict, null for others and for those that
were so before that was noted."""

POSITIONS = Table(
    "positions",
    METADATA,
    Column("story", Text, primary_key=True),
    Column("fact", Text, primary_key=True),
    Column("place", NUMBER, primary_key=True, autoincrement=False),
    integer("article", required=True),
    text("stance", required=True),
    text("value"),
    text("normal"),
    Index(None, "article"),
)

QUOTATIONS = Table(
    "quotations",
    METADATA,
    Column("story", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    text("speaker"),
    text("relation", required=True),
    integer("closest_article", required=True),
    text("closest_statement", required=True),
    text("why", required=True),
)

QUOTATION_STATEMENTS = Table(
    "quotation_statements",
    METADATA,
    Column("story", Text, primary_key=True),
    Column("quotation", Text, primary_key=True),
    Column("place", NUMBER, primary_key=True, autoincrement=False),
    integer("article", required=True),
    text("statement", required=True),
    Index(None, "article"),
)
