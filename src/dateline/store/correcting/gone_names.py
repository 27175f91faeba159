"""Names that pages alone know go from the log of decisions with the last page that has them."""

from __future__ import annotations

from collections.abc import Collection as Several

from sqlalchemy import Connection, delete, select

from dateline.store.correcting.log import Kind, actor_merges
from dateline.store.correcting.merging import pages_with
from dateline.store.correcting.one_actor import ActorMerge, OneActor
from dateline.store.correcting.records import Undoing
from dateline.store.ingest.article_rows import reading_of
from dateline.store.inserting import in_parts
from dateline.store.tables import ARTICLES, DECISIONS


def decided_names(connection: Connection, numbers: Several[int]) -> set[str]:
    """Those known from pages alone whom some articles name, and about whom something was decided."""
    decided = {id for ids in _lines(connection).values() for id in ids}
    found: set[str] = set()
    for part in in_parts(sorted(numbers)) if decided else ():
        readings = select(ARTICLES.c.reading).where(ARTICLES.c.number.in_(part))
        for data in connection.execute(readings).scalars():
            found |= decided & {mention.actor or "" for mention in reading_of(data).mentions}
    return found


def drop_gone_names(connection: Connection, names: Several[str]) -> None:
    """Deletes decisions about those of some names whom no page names any more, with what was undone of them."""
    gone = {name for name in names if not _is_named(connection, name)}
    numbers = [number for number, ids in _lines(connection).items() if gone & ids]
    while numbers:
        connection.execute(delete(DECISIONS).where(DECISIONS.c.number.in_(numbers)))
        undoings = select(DECISIONS.c.number, DECISIONS.c.decision).where(
            DECISIONS.c.kind == Kind.UNDOING.value
        )
        numbers = [
            number
            for number, line in connection.execute(undoings)
            if Undoing.from_json(line).undoes in numbers
        ]


def _lines(connection: Connection) -> dict[int, set[str]]:
    """The decisions about actors, each with those known from pages alone."""
    lines = select(DECISIONS.c.number, DECISIONS.c.decision).where(DECISIONS.c.kind == Kind.ACTOR.value)
    merges = {number: ActorMerge.from_json(line) for number, line in connection.execute(lines)}
    return {
        number: {one.id for one in (merge.given_up, merge.kept) if one.is_local}
        for number, merge in merges.items()
    }


def _is_named(connection: Connection, name: str) -> bool:
    """Whether a page names somebody; in the rows whoever is kept may stand for them."""
    merges = list(actor_merges(connection).values())
    kept = {OneActor(merges).of(merge.kept).id for merge in merges if merge.given_up.id == name}
    for part in in_parts(sorted(pages_with(connection, {name, *kept}))):
        readings = select(ARTICLES.c.reading).where(ARTICLES.c.number.in_(part))
        for data in connection.execute(readings).scalars():
            if any(mention.actor == name for mention in reading_of(data).mentions):
                return True
    return False
