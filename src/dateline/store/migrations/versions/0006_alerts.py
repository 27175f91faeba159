"""Alerts, and what was told of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "alerts",
        sa.Column("id", sa.Text(), nullable=False),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("name", "query", "filters", "destinations")
        ),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("hour", sa.Text(), nullable=True),
        sa.Column("with_updates", sa.Boolean(), nullable=False),
        sa.Column("allow_private", sa.Boolean(), nullable=False),
        sa.Column("arrival", NUMBER, nullable=False),
        sa.Column("rounds", NUMBER, nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("next", sa.Text(), nullable=True),
        sa.Column("sent", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alerts")),
        sa.UniqueConstraint("name", name=op.f("uq_alerts_name")),
    )
    op.create_table(
        "alert_matches",
        sa.Column("alert", sa.Text(), nullable=False),
        sa.Column("arrival", NUMBER, autoincrement=False, nullable=False),
        sa.Column("round", NUMBER, nullable=False),
        sa.Column("part", NUMBER, nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("independent", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("alert", "arrival", name=op.f("pk_alert_matches")),
    )
    op.create_index(
        op.f("ix_alert_matches_alert_round_part"), "alert_matches", ["alert", "round", "part"], unique=False
    )
    op.create_index(op.f("ix_alert_matches_arrival"), "alert_matches", ["arrival"], unique=False)
