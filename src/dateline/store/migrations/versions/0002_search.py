"""The search index; looks remember arrivals. `migrating` fills the index with the articles that are there, once all steps are made."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dateline.store.search.page_index import PageIndex

revision = "0002"
down_revision = "0001"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the tables and the index."""
    op.create_table(
        "statement_subjects",
        sa.Column("article", NUMBER, autoincrement=False, nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article", "statement", "actor", name=op.f("pk_statement_subjects")),
    )
    op.create_index(
        op.f("ix_statement_subjects_actor_article"), "statement_subjects", ["actor", "article"], unique=False
    )
    op.create_table(
        "search_days",
        sa.Column("day", NUMBER, autoincrement=False, nullable=False),
        sa.Column("pages", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_search_days")),
    )
    op.drop_table("looks")
    op.create_table(
        "looks",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("arrival", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_looks")),
    )
    op.drop_index(op.f("ix_event_participants_actor_side"), table_name="event_participants")
    op.create_index(
        op.f("ix_event_participants_actor_side_event"),
        "event_participants",
        ["actor", "side", "event"],
        unique=False,
    )
    PageIndex().create(op.get_bind())
