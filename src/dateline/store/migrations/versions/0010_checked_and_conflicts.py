"""Rows tell that a person found them right, and facts since when they are in conflict."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Adds the columns: nothing was found right before, and nobody noted when a conflict began."""
    for table in ("reports", "statements", "events"):
        op.add_column(table, sa.Column("checked", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("facts", sa.Column("conflict_since", sa.Text(), nullable=True))
