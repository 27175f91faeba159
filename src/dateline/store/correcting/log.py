"""The log of what people decided: about stories, actors and rows, and that an earlier decision holds no longer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from sqlalchemy import Connection, Row, Select, insert, select

from dateline.model.codec import Record
from dateline.store.correcting.one_actor import ActorMerge
from dateline.store.correcting.records import Correction, Undoing
from dateline.store.inserting import in_parts
from dateline.store.tables import ARTICLES, DECISIONS
from dateline.stories import Decision


class Kind(StrEnum):
    """What a line of the log is about."""

    STORY = "story"
    CORRECTION = "correction"
    FACT = "fact"
    ACTOR = "actor"
    UNDOING = "undoing"


def append(connection: Connection, kind: Kind, record: Record, lineage: str | None = None) -> int:
    """Writes a decision behind those before it, and gives its number.

    Args:
        lineage: that of the article whose words it tells, with which it goes.
    """
    row = insert(DECISIONS).values(kind=kind.value, lineage=lineage, decision=record.to_json())
    return int(connection.execute(row.returning(DECISIONS.c.number)).scalar_one())


def undone(connection: Connection) -> dict[int, int]:
    """The decisions that hold no longer, each with the one that says so; an undoing can be undone as well."""
    found: dict[int, int] = {}
    columns = DECISIONS.c
    lines = select(columns.number, columns.decision).where(columns.kind == Kind.UNDOING.value)
    for number, line in connection.execute(lines.order_by(columns.number.desc())):
        if number not in found:
            found.setdefault(Undoing.from_json(line).undoes, number)
    return found


def story_decisions(connection: Connection) -> list[Decision]:
    """What holds of stories, oldest first, about the articles that are there now."""
    gone = undone(connection)
    lines = connection.execute(_of_kind(Kind.STORY)).all()
    return [
        as_current(connection, Decision.from_json(row.decision)) for row in lines if row.number not in gone
    ]


def actor_merges(connection: Connection) -> dict[int, ActorMerge]:
    """What holds of actors who are one, oldest first, by the numbers of the decisions."""
    lines = connection.execute(_of_kind(Kind.ACTOR)).all()
    gone = undone(connection) if lines else {}
    return {row.number: ActorMerge.from_json(row.decision) for row in lines if row.number not in gone}


def by_lineage(connection: Connection, decision: Decision) -> Decision:
    """A decision about stories as it is kept: with the lineage of each article, which no new version or reading of its page changes."""
    columns = ARTICLES.c
    found = select(columns.id, columns.lineage).where(columns.id.in_(decision.named))
    return decision.with_articles(dict(connection.execute(found).all()))


def as_current(connection: Connection, decision: Decision) -> Decision:
    """The same with the articles that are there now; those that are gone as they were kept."""
    columns = ARTICLES.c
    kept = by_lineage(connection, decision)  # before lineages were kept it was the article itself
    found = select(columns.lineage, columns.id).where(columns.lineage.in_(kept.named), columns.is_current)
    return kept.with_articles(dict(connection.execute(found).all()))


def corrections_of(connection: Connection, lineages: Iterable[str]) -> Mapping[str, list[Correction]]:
    """What holds of the rows of some articles, oldest first; nothing of an article without corrections."""
    return _about(connection, Kind.CORRECTION, lineages)


def facts_of(connection: Connection, lineages: Iterable[str]) -> Mapping[str, list[Correction]]:
    """What holds of facts that rest on words of some articles, oldest first."""
    return _about(connection, Kind.FACT, lineages)


def _about(connection: Connection, kind: Kind, lineages: Iterable[str]) -> Mapping[str, list[Correction]]:
    wanted, found = sorted(set(lineages)), list[Row[tuple[int, str, str]]]()
    columns = DECISIONS.c
    for part in in_parts(wanted):
        found += connection.execute(_of_kind(kind).where(columns.lineage.in_(part))).all()
    gone = undone(connection) if found else {}
    told: dict[str, list[Correction]] = {}
    for row in found:
        if row.number not in gone:
            told.setdefault(row.lineage, []).append(Correction.from_json(row.decision))
    return told


def _of_kind(kind: Kind) -> Select[tuple[int, str, str]]:
    columns = DECISIONS.c
    lines = select(columns.number, columns.lineage, columns.decision).where(columns.kind == kind.value)
    return lines.order_by(columns.number)
