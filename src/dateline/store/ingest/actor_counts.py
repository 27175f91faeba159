"""In how many articles somebody is named: counts that are kept, changed with the rows that they count."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, delete, text

from dateline.store.inserting import in_parts
from dateline.store.tables import ACTOR_COUNTS

COUNTED = (
    "SELECT actor, name, coalesce(state, ''), {sign} * count(*), {sign} * sum(mentions) FROM article_actors"
    " WHERE {those} AND actor NOT LIKE 'local:%' GROUP BY 1, 2, 3"
)
"""The counts as the rows of articles have them."""
_ADDED = (
    "INSERT INTO actor_counts (actor, name, state, articles, mentions) {counted}"
    " ON CONFLICT (actor, name, state) DO UPDATE SET articles = actor_counts.articles + excluded.articles,"
    " mentions = actor_counts.mentions + excluded.mentions"
)


def count_in(connection: Connection, numbers: Sequence[int]) -> None:
    """Counts those who are named in some articles, whose rows are there."""
    _add(connection, numbers, 1)


def count_out(connection: Connection, numbers: Sequence[int]) -> None:
    """Takes those who are named in some articles off the counts, while their rows are still there."""
    _add(connection, numbers, -1)
    connection.execute(delete(ACTOR_COUNTS).where(ACTOR_COUNTS.c.articles <= 0))


def _add(connection: Connection, numbers: Sequence[int], sign: int) -> None:
    counted = COUNTED.format(sign=sign, those="article IN :numbers")
    added = text(_ADDED.format(counted=counted)).bindparams(bindparam("numbers", expanding=True))
    for part in in_parts(numbers):
        connection.execute(added, {"numbers": list(part)})
