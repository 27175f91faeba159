"""Rows tell that a person corrected them; the log of decisions has corrections and undoings beside merges and splits of stories."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Adds the columns: nothing was corrected before, and all decisions were about stories."""
    for table in ("reports", "statements", "events"):
        op.add_column(table, sa.Column("corrected", sa.Boolean(), nullable=False, server_default=sa.false()))
    for table in ("reports", "statements"):
        op.add_column(table, sa.Column("flag", sa.Text(), nullable=True))
    op.add_column("decisions", sa.Column("kind", sa.Text(), nullable=False, server_default="story"))
    op.add_column("decisions", sa.Column("lineage", sa.Text(), nullable=True))
    op.create_index(op.f("ix_decisions_kind_lineage"), "decisions", ["kind", "lineage"], unique=False)
