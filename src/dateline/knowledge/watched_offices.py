"""The roles that `watchlist.csv` gives to persons, as rows of the table of offices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.knowledge.overlays import OverlayRow
from dateline.knowledge.tables import Row
from dateline.model import ActorKind

_ANY_OFFICE = "person"
"""The office of people whose role is given in words only."""


def kind_of(row: Row) -> ActorKind:
    """What a watched actor is: a person, where the row says nothing."""
    return ActorKind(row["kind"] or ActorKind.PERSON)


def office_rows(rows: Iterable[OverlayRow]) -> Iterator[OverlayRow]:
    """The roles of watched persons, as rows of `offices.csv`."""
    for row in rows:
        if kind_of(row) is ActorKind.PERSON and (row["role"] or row["office"]):
            held = {
                "of": row["of"] or row["state"],
                "office": row["office"] or _ANY_OFFICE,
                "title": row["role"],
                "person": row["name"],
            }
            shared = ("start", "end", "sector", "source", "as_of")
            office = OverlayRow({**held, **{column: row[column] for column in shared}})
            office.place, office.layer = row.place, row.layer
            yield office
