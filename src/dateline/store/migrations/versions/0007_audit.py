"""Samples of rows are kept with what people say of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the tables; nothing was checked before."""
    op.create_table(
        "audits",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("name", "kind", "filters")),
        *(sa.Column(name, NUMBER, nullable=False) for name in ("seed", "population", "drawn")),
        sa.Column("made", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_audits")),
    )
    op.create_table(
        "audit_rows",
        sa.Column("audit", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("article", NUMBER, nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("audit", "number", name=op.f("pk_audit_rows")),
    )
    op.create_index(op.f("ix_audit_rows_article"), "audit_rows", ["article"], unique=False)
    op.create_table(
        "audit_labels",
        sa.Column("audit", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("labeller", "label", "made")),
        sa.PrimaryKeyConstraint("audit", "number", "labeller", name=op.f("pk_audit_labels")),
    )
