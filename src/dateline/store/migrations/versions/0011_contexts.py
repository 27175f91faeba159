"""Reports and events have the contexts that the words show."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Adds the columns, empty: readings made before this version have no contexts until their pages are read again."""
    for table in ("reports", "events"):
        op.add_column(table, sa.Column("contexts", sa.Text(), nullable=True))
