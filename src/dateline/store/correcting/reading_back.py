"""Readings of a collection with the corrections that hold for them, and actors who are one as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from dateline.model import Reading
from dateline.store.correcting.applying import Corrected, apply
from dateline.store.correcting.log import actor_merges, corrections_of
from dateline.store.correcting.one_actor import OneActor
from dateline.store.ingest.article_rows import reading_of
from dateline.store.inserting import in_parts
from dateline.store.tables import ARTICLES


def corrected_readings(connection: Connection, numbers: Sequence[int]) -> dict[int, Corrected]:
    """What was read in some articles, as people corrected it, by their numbers."""
    columns = ARTICLES.c
    found: dict[int, Corrected] = {}
    for part in in_parts(list(numbers)):
        rows = connection.execute(
            select(columns.number, columns.lineage, columns.reading).where(columns.number.in_(part))
        ).all()
        found |= {
            row.number: applied
            for row, applied in zip(
                rows,
                _applied(connection, ((row.lineage, reading_of(row.reading)) for row in rows)),
                strict=True,
            )
        }
    return found


def as_corrected(connection: Connection, lineage: str, reading: Reading) -> Corrected:
    """A reading of an article, by its lineage, as people corrected it."""
    (applied,) = _applied(connection, [(lineage, reading)])
    return applied


def _applied(connection: Connection, readings: Iterable[tuple[str, Reading]]) -> list[Corrected]:
    told = list(readings)
    corrections = corrections_of(connection, (lineage for lineage, _ in told))
    merges = OneActor(actor_merges(connection).values())
    return [merged(apply(reading, corrections.get(lineage, ())), merges) for lineage, reading in told]


def merged(told: Corrected, merges: OneActor) -> Corrected:
    """A reading in which actors who are one are one. What people corrected and checked in it is what they saw before."""
    return replace(told, reading=merges.applied(told.reading)) if merges else told
