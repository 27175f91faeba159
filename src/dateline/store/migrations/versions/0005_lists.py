"""Lists of the newest are read in the order of an index, states are looked up like names, and actors are counted as they come."""

from __future__ import annotations

import json
import zlib

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

_DROPPED: dict[str, list[tuple[str, ...]]] = {
    "article_actors": [("actor", "article"), ("name",)],
    "statements": [("speaker_name",)],
    "participants": [("actor", "side"), ("name", "side"), ("state", "side")],
    "event_participants": [("actor", "side", "event"), ("name", "side"), ("state", "side")],
}
_MADE: dict[str, list[tuple[str, ...]]] = {
    "articles": [("is_current",), ("outlet",)],
    "article_actors": [("actor", "article", "mentions"), ("name", "article"), ("state", "article")],
    "statements": [
        (column, "article")
        for column in (
            "speaker_name",
            "speaker_state",
            "addressee_actor",
            "addressee_name",
            "addressee_state",
        )
    ],
    "participants": [("actor", "article"), ("name", "article"), ("state", "article")],
    "event_participants": [
        *((who, "day_ordinal") for who in ("actor", "name", "state")),
        ("actor", "event", "side"),
        ("state", "event", "side"),
    ],
    "statement_subjects": [("name", "article"), ("state", "article")],
}


def upgrade() -> None:
    """Adds the columns with what other rows know of them, then puts indexes in the place of others."""
    op.add_column("statements", sa.Column("addressee_state", sa.Text(), nullable=True))
    op.add_column("statement_subjects", sa.Column("state", sa.Text(), nullable=True))
    op.add_column("event_participants", sa.Column("day_ordinal", NUMBER, nullable=True))
    op.create_table(
        "actor_counts",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("actor", "name", "state")),
        *(sa.Column(name, NUMBER, nullable=False) for name in ("articles", "mentions")),
        sa.PrimaryKeyConstraint("actor", "name", "state", name=op.f("pk_actor_counts")),
    )
    _tell_states_of_addressees()
    op.execute(
        "UPDATE statement_subjects SET state = (SELECT state FROM article_actors a"
        " WHERE a.article = statement_subjects.article AND a.actor = statement_subjects.actor)"
    )
    op.execute(
        "UPDATE event_participants SET day_ordinal = (SELECT day_ordinal FROM events WHERE id = event)"
    )
    op.execute(
        "INSERT INTO actor_counts (actor, name, state, articles, mentions)"
        " SELECT actor, name, coalesce(state, ''), count(*), sum(mentions) FROM article_actors"
        " WHERE actor NOT LIKE 'local:%' GROUP BY 1, 2, 3"
    )
    for table, indexes in _DROPPED.items():
        for columns in indexes:
            op.drop_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table_name=table)
    for table, indexes in _MADE.items():
        for columns in indexes:
            op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=False)


def _tell_states_of_addressees() -> None:
    """Fills the column from the readings, which alone know."""
    connection = op.get_bind()
    addressed = connection.execute(
        sa.text("SELECT DISTINCT article FROM statements WHERE addressee_name IS NOT NULL ORDER BY article")
    )
    for number in addressed.scalars().all():
        reading = connection.execute(
            sa.text("SELECT reading FROM articles WHERE number = :number"), {"number": number}
        )
        for statement in json.loads(zlib.decompress(reading.scalar_one()))["statements"]:
            if statement["addressee"] and statement["addressee"]["state"]:
                row = {"number": number, "id": statement["id"], "state": statement["addressee"]["state"]}
                connection.execute(
                    sa.text(
                        "UPDATE statements SET addressee_state = :state WHERE article = :number AND id = :id"
                    ),
                    row,
                )
