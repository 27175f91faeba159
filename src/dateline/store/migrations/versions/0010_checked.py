"""Rows tell that a person found them right."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Adds the columns: nothing was found right before."""
    for table in ("reports", "statements", "events"):
        op.add_column(table, sa.Column("checked", sa.Boolean(), nullable=False, server_default=sa.false()))
