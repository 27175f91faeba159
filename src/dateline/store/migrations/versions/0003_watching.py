"""Feeds remember their rounds and entries, jobs the address that they are about, and the queue its clock."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the columns and the table; nothing was followed before."""
    op.add_column("feeds", sa.Column("rounds", NUMBER, nullable=False, server_default="0"))
    op.add_column("feeds", sa.Column("entries", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("jobs", sa.Column("address", sa.Text(), nullable=True))
    op.create_index(op.f("ix_jobs_address"), "jobs", ["address"], unique=False)
    op.create_table(
        "clock",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("latest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_clock")),
    )
