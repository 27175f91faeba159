"""Decisions that hold no longer: the log keeps them, and what they changed is as before."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, Select, select

from dateline.model import CollectionError
from dateline.store.clock import now
from dateline.store.correcting.log import Kind, actor_merges, append, undone
from dateline.store.correcting.merging import pages_with
from dateline.store.correcting.one_actor import ActorMerge, OneActor
from dateline.store.correcting.records import Correction, Undoing
from dateline.store.correcting.renewing import current_of, mark, renew
from dateline.store.grouping.deciding import regroup
from dateline.store.holdings import Holdings
from dateline.store.tables import DECISIONS
from dateline.stories import Decision


def undo(holdings: Holdings, number: int, *, why: str, by: str) -> int:
    """Decides that a decision, by its number, holds no longer; undoing an undoing brings it back. Gives the number of the first
    decision that this is about.

    Raises:
        CollectionError: `unknown`, when there is no such decision, or it is undone already; `bad_correction`, when nobody says why.
    """
    if not why.strip() or not by.strip():
        raise CollectionError(
            "bad_correction", "say why, and who decides: the log is for those who ask later."
        )
    with holdings.database.writing() as connection:
        line = _line(holdings, connection, number)
        record = Undoing(number, why.strip(), by.strip(), now())
        append(connection, Kind.UNDOING, record, line.lineage)
        first = _first(connection, line)
        _take_hold(holdings, connection, first)
        return int(first.number)


def _take_hold(holdings: Holdings, connection: Connection, line: Row[*tuple[Any, ...]]) -> None:
    """Makes anew what follows from a decision that holds no longer, or again; of a fact that was found right nothing
    does."""
    if line.kind == Kind.STORY:
        regroup(connection, Decision.from_json(line.decision))
    if line.kind == Kind.ACTOR:
        merge = ActorMerge.from_json(line.decision)
        ids = {merge.given_up.id, OneActor(actor_merges(connection).values()).of(merge.kept).id}
        renew(holdings, connection, sorted(pages_with(connection, ids)))
    number = current_of(connection, line.lineage) if line.kind == Kind.CORRECTION else None
    if number is None:
        return
    if Correction.from_json(line.decision).is_right:
        mark(connection, number)
    else:
        renew(holdings, connection, [number])


def _line(holdings: Holdings, connection: Connection, number: int) -> Row[*tuple[Any, ...]]:
    found = connection.execute(_asked(number)).first()
    if found is None:
        what = f"{holdings.database.place} has no decision {number}: `dateline corrections` lists them."
        raise CollectionError("unknown", what)
    if (by := undone(connection).get(number)) is not None:
        raise CollectionError("unknown", f"decision {number} is undone already, by decision {by}.")
    return found


def _first(connection: Connection, line: Row[*tuple[Any, ...]]) -> Row[*tuple[Any, ...]]:
    """The decision that a chain of undoings is about in the end; none goes from the log before its undoings do."""
    while line.kind == Kind.UNDOING:
        line = connection.execute(_asked(Undoing.from_json(line.decision).undoes)).one()
    return line


def _asked(number: int) -> Select[*tuple[Any, ...]]:
    return select(DECISIONS).where(DECISIONS.c.number == number)
