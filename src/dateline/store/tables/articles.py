"""Articles, who is named in them and who says what in them."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, LargeBinary, Table, Text

from dateline.store.tables.columns import METADATA, NUMBER, by_hand, integer, text

ARTICLES = Table(
    "articles",
    METADATA,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("id", Text, unique=True, nullable=False),
    text("address", required=True),
    integer("version", required=True),
    Column("is_current", Boolean, nullable=False),
    integer("arrival", required=True),
    text("lineage", required=True),
    text("story_seed", required=True),
    text("outlet"),
    text("outlet_name"),
    text("title"),
    text("published"),
    text("published_day"),
    integer("published_ordinal"),
    text("language", required=True),
    Column("coded", Boolean, nullable=False),
    text("body_sha256", required=True),
    text("page_sha256", required=True),
    text("first_seen", required=True),
    integer("run", required=True),
    Column("reading", LargeBinary, nullable=False),
    Column("sketch", LargeBinary, nullable=False),
    text("family"),
    Index(None, "is_current"),
    Index(None, "address", "version"),
    Index(None, "outlet"),
    Index(None, "outlet_name"),
    Index(None, "first_seen"),
    Index(None, "published_ordinal"),
    Index(None, "page_sha256"),
    Index(None, "lineage"),
    Index(None, "story_seed"),
    Index(None, "arrival"),
    Index(None, "run"),
)
"""One row a version of a page. `number` is the day of publication (a proleptic Gregorian ordinal) times 2^20 and the place in that
day. `arrival` and `lineage` (the id of the first version) are shared by all versions of a page; `story_seed` is the
id that its story has if it came in first. `reading` is the whole Reading, from
which all rows of other tables come."""

ARTICLE_ACTORS = Table(
    "article_actors",
    METADATA,
    Column("article", NUMBER, primary_key=True, autoincrement=False),
    Column("actor", Text, primary_key=True),
    text("name", required=True),
    text("state"),
    integer("mentions", required=True),
    Index(None, "actor", "article", "mentions"),
    Index(None, "name", "article"),
    Index(None, "state", "article"),
)
"""Who is named in an article."""

ACTOR_COUNTS = Table(
    "actor_counts",
    METADATA,
    Column("actor", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("state", Text, primary_key=True),
    integer("articles", required=True),
    integer("mentions", required=True),
)
"""In how many articles somebody is named, and how often; changed with `article_actors`. Names that one page alone knows are left out;
`state` is empty text where there is none."""

STATEMENTS = Table(
    "statements",
    METADATA,
    Column("article", NUMBER, primary_key=True, autoincrement=False),
    Column("id", Text, primary_key=True),
    text("type", required=True),
    text("speaker_actor"),
    text("speaker_name"),
    text("speaker_state"),
    text("addressee_actor"),
    text("addressee_name"),
    text("addressee_state"),
    text("channel_kind"),
    text("channel_name"),
    text("act"),
    text("content", required=True),
    text("day"),
    integer("day_ordinal"),
    *by_hand(),
    Index(None, "speaker_actor", "article"),
    Index(None, "speaker_name", "article"),
    Index(None, "speaker_state", "article"),
    Index(None, "addressee_actor", "article"),
    Index(None, "addressee_name", "article"),
    Index(None, "addressee_state", "article"),
    Index(None, "day_ordinal"),
)
"""Who said what; `day` is that of the article, `corrected` says that a person corrected it, `checked` that somebody found it right,
`flag` what somebody notes of it."""

SKETCH_TERMS = Table(
    "sketch_terms",
    METADATA,
    Column("term", NUMBER, primary_key=True, autoincrement=False),
    Column("is_dated", Boolean, primary_key=True),
    Column("article", NUMBER, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""The strongest terms of each article, as numbers: by them pages without a date are found, and find others."""
