"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "article_actors",
        sa.Column("article", NUMBER, autoincrement=False, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("mentions", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("article", "actor", name=op.f("pk_article_actors")),
    )
    op.create_index(
        op.f("ix_article_actors_actor_article"), "article_actors", ["actor", "article"], unique=False
    )
    op.create_index(op.f("ix_article_actors_name"), "article_actors", ["name"], unique=False)
    op.create_table(
        "articles",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("version", NUMBER, nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("arrival", NUMBER, nullable=False),
        sa.Column("lineage", sa.Text(), nullable=False),
        sa.Column("story_seed", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("outlet_name", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_day", sa.Text(), nullable=True),
        sa.Column("published_ordinal", NUMBER, nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("coded", sa.Boolean(), nullable=False),
        sa.Column("body_sha256", sa.Text(), nullable=False),
        sa.Column("page_sha256", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.Column("run", NUMBER, nullable=False),
        sa.Column("reading", sa.LargeBinary(), nullable=False),
        sa.Column("sketch", sa.LargeBinary(), nullable=False),
        sa.Column("family", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_articles")),
        sa.UniqueConstraint("id", name=op.f("uq_articles_id")),
    )
    op.create_index(op.f("ix_articles_address_version"), "articles", ["address", "version"], unique=False)
    op.create_index(op.f("ix_articles_arrival"), "articles", ["arrival"], unique=False)
    op.create_index(op.f("ix_articles_first_seen"), "articles", ["first_seen"], unique=False)
    op.create_index(op.f("ix_articles_lineage"), "articles", ["lineage"], unique=False)
    op.create_index(op.f("ix_articles_outlet_name"), "articles", ["outlet_name"], unique=False)
    op.create_index(op.f("ix_articles_page_sha256"), "articles", ["page_sha256"], unique=False)
    op.create_index(op.f("ix_articles_published_ordinal"), "articles", ["published_ordinal"], unique=False)
    op.create_index(op.f("ix_articles_run"), "articles", ["run"], unique=False)
    op.create_index(op.f("ix_articles_story_seed"), "articles", ["story_seed"], unique=False)
    op.create_table(
        "decisions",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_decisions")),
    )
    op.create_table(
        "dirty_months",
        sa.Column("month", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("month", name=op.f("pk_dirty_months")),
    )
    op.create_table(
        "earlier_readings",
        sa.Column("article", NUMBER, autoincrement=False, nullable=False),
        sa.Column("run", NUMBER, autoincrement=False, nullable=False),
        sa.Column("reading", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("article", "run", name=op.f("pk_earlier_readings")),
    )
    op.create_table(
        "event_participants",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("place", NUMBER, autoincrement=False, nullable=False),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("event", "side", "place", name=op.f("pk_event_participants")),
    )
    op.create_index(
        op.f("ix_event_participants_actor_side"), "event_participants", ["actor", "side"], unique=False
    )
    op.create_index(
        op.f("ix_event_participants_name_side"), "event_participants", ["name", "side"], unique=False
    )
    op.create_index(
        op.f("ix_event_participants_state_side"), "event_participants", ["state", "side"], unique=False
    )
    op.create_table(
        "events",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("root", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("quad", NUMBER, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("date_value", sa.Text(), nullable=True),
        sa.Column("date_precision", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("day_ordinal", NUMBER, nullable=True),
        sa.Column("place_id", sa.Text(), nullable=True),
        sa.Column("place_name", sa.Text(), nullable=True),
        sa.Column("place_precision", sa.Text(), nullable=True),
        sa.Column("first_article", NUMBER, nullable=False),
        sa.Column("reports", NUMBER, nullable=False),
        sa.Column("outlets", NUMBER, nullable=False),
        sa.Column("independent", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_day_ordinal"), "events", ["day_ordinal"], unique=False)
    op.create_index(op.f("ix_events_root_day_ordinal"), "events", ["root", "day_ordinal"], unique=False)
    op.create_index(op.f("ix_events_story"), "events", ["story"], unique=False)
    op.create_table(
        "facts",
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("place", NUMBER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("support", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("story", "id", name=op.f("pk_facts")),
    )
    op.create_table(
        "feeds",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("every", NUMBER, nullable=False),
        sa.Column("last", sa.Text(), nullable=True),
        sa.Column("next", sa.Text(), nullable=True),
        sa.Column("failures", NUMBER, nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_feeds")),
    )
    op.create_table(
        "jobs",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", NUMBER, nullable=False),
        sa.Column("lease_until", sa.Text(), nullable=True),
        sa.Column("not_before", sa.Text(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("finished", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
        sa.UniqueConstraint("key", name=op.f("uq_jobs_key")),
    )
    op.create_index(op.f("ix_jobs_state_not_before"), "jobs", ["state", "not_before"], unique=False)
    op.create_table(
        "looks",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("article", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_looks")),
    )
    op.create_table(
        "participants",
        sa.Column("article", NUMBER, autoincrement=False, nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("place", NUMBER, autoincrement=False, nullable=False),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("article", "report", "side", "place", name=op.f("pk_participants")),
    )
    op.create_index(op.f("ix_participants_actor_side"), "participants", ["actor", "side"], unique=False)
    op.create_index(op.f("ix_participants_name_side"), "participants", ["name", "side"], unique=False)
    op.create_index(op.f("ix_participants_state_side"), "participants", ["state", "side"], unique=False)
    op.create_table(
        "positions",
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("place", NUMBER, autoincrement=False, nullable=False),
        sa.Column("article", NUMBER, nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("normal", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("story", "fact", "place", name=op.f("pk_positions")),
    )
    op.create_index(op.f("ix_positions_article"), "positions", ["article"], unique=False)
    op.create_table(
        "quotation_statements",
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("quotation", sa.Text(), nullable=False),
        sa.Column("place", NUMBER, autoincrement=False, nullable=False),
        sa.Column("article", NUMBER, nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("story", "quotation", "place", name=op.f("pk_quotation_statements")),
    )
    op.create_index(
        op.f("ix_quotation_statements_article"), "quotation_statements", ["article"], unique=False
    )
    op.create_table(
        "quotations",
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("closest_article", NUMBER, nullable=False),
        sa.Column("closest_statement", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("story", "id", name=op.f("pk_quotations")),
    )
    op.create_table(
        "raw_pages",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("page", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_raw_pages")),
    )
    op.create_table(
        "rejections",
        sa.Column("run", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("bytes_sha256", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("run", "number", name=op.f("pk_rejections")),
    )
    op.create_table(
        "reports",
        sa.Column("article", NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=True),
        sa.Column("root", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("cameo", sa.Text(), nullable=True),
        sa.Column("quad", NUMBER, nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("date_value", sa.Text(), nullable=True),
        sa.Column("date_precision", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("day_ordinal", NUMBER, nullable=True),
        sa.Column("place_id", sa.Text(), nullable=True),
        sa.Column("place_name", sa.Text(), nullable=True),
        sa.Column("place_precision", sa.Text(), nullable=True),
        sa.Column("trigger_lemma", sa.Text(), nullable=False),
        sa.Column("trigger_start", NUMBER, nullable=False),
        sa.Column("trigger_end", NUMBER, nullable=False),
        sa.Column("evidence_start", NUMBER, nullable=False),
        sa.Column("evidence_end", NUMBER, nullable=False),
        sa.Column("statement", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article", "id", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_day_ordinal"), "reports", ["day_ordinal"], unique=False)
    op.create_index(op.f("ix_reports_event"), "reports", ["event"], unique=False)
    op.create_index(op.f("ix_reports_root_day_ordinal"), "reports", ["root", "day_ordinal"], unique=False)
    op.create_table(
        "rollups",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("root", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("quad", NUMBER, autoincrement=False, nullable=False),
        sa.Column("source_state", sa.Text(), nullable=False),
        sa.Column("target_state", sa.Text(), nullable=False),
        sa.Column("count", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint(
            "day", "root", "status", "quad", "source_state", "target_state", name=op.f("pk_rollups")
        ),
    )
    op.create_table(
        "run_inputs",
        sa.Column("run", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("bytes_sha256", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("run", "number", name=op.f("pk_run_inputs")),
    )
    op.create_index(op.f("ix_run_inputs_article"), "run_inputs", ["article"], unique=False)
    op.create_index(op.f("ix_run_inputs_bytes_sha256"), "run_inputs", ["bytes_sha256"], unique=False)
    op.create_table(
        "runs",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("started", sa.Text(), nullable=False),
        sa.Column("finished", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("model", sa.Text(), nullable=True),
        sa.Column("knowledge", sa.Text(), nullable=True),
        sa.Column("tier", sa.Text(), nullable=True),
        sa.Column("options", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
    )
    op.create_table(
        "sketch_terms",
        sa.Column("term", NUMBER, autoincrement=False, nullable=False),
        sa.Column("is_dated", sa.Boolean(), nullable=False),
        sa.Column("article", NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("term", "is_dated", "article", name=op.f("pk_sketch_terms")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "statements",
        sa.Column("article", NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("speaker_actor", sa.Text(), nullable=True),
        sa.Column("speaker_name", sa.Text(), nullable=True),
        sa.Column("speaker_state", sa.Text(), nullable=True),
        sa.Column("addressee_actor", sa.Text(), nullable=True),
        sa.Column("addressee_name", sa.Text(), nullable=True),
        sa.Column("channel_kind", sa.Text(), nullable=True),
        sa.Column("channel_name", sa.Text(), nullable=True),
        sa.Column("act", sa.Text(), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("day_ordinal", NUMBER, nullable=True),
        sa.PrimaryKeyConstraint("article", "id", name=op.f("pk_statements")),
    )
    op.create_index(op.f("ix_statements_day_ordinal"), "statements", ["day_ordinal"], unique=False)
    op.create_index(
        op.f("ix_statements_speaker_actor_day_ordinal"),
        "statements",
        ["speaker_actor", "day_ordinal"],
        unique=False,
    )
    op.create_index(op.f("ix_statements_speaker_name"), "statements", ["speaker_name"], unique=False)
    op.create_table(
        "stories",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("first_ordinal", NUMBER, nullable=True),
        sa.Column("last_ordinal", NUMBER, nullable=True),
        sa.Column("reports", NUMBER, nullable=False),
        sa.Column("outlets", NUMBER, nullable=False),
        sa.Column("independent", NUMBER, nullable=False),
        sa.Column("story", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stories")),
    )
    op.create_index(op.f("ix_stories_last_ordinal"), "stories", ["last_ordinal"], unique=False)
    op.create_table(
        "story_articles",
        sa.Column("article", NUMBER, autoincrement=False, nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("place", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("article", name=op.f("pk_story_articles")),
    )
    op.create_index(op.f("ix_story_articles_story"), "story_articles", ["story"], unique=False)
    op.create_table(
        "tombstones",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("kind", "key", name=op.f("pk_tombstones")),
    )
