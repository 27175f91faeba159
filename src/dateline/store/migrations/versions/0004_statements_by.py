"""Statements by somebody are found in the order of their articles, whose numbers grow with the day."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Puts an index in the place of another."""
    op.drop_index(op.f("ix_statements_speaker_actor_day_ordinal"), table_name="statements")
    op.create_index(
        op.f("ix_statements_speaker_actor_article"), "statements", ["speaker_actor", "article"], unique=False
    )
