"""Ids that were given up, and whose rows an overlay tells of: what is settled once all tables are read."""

from __future__ import annotations

from dateline.knowledge.entity import entity_id
from dateline.knowledge.layers import Tables
from dateline.knowledge.registry import Registry
from dateline.knowledge.tables import Row, cells
from dateline.model import ActorKind

_KINDS = {"people": ActorKind.PERSON, "watchlist": ActorKind.PERSON, "states": ActorKind.STATE}


def settle_ids(registry: Registry, tables: Tables) -> None:
    """Leads old ids to new ones, notes which overlay row tells of whom, and puts whom a user names before others of that name.

    An id is never used again: where an overlay gives a Wikidata id to somebody who had one of ours, ours leads there.
    """
    for row in tables.rows("redirects"):
        registry.redirect(row["from"], row["to"])
    for table, row in tables.overlaid():
        if table == "qids":
            registry.redirect(
                entity_id(ActorKind(row["kind"]), row["name"], row["state"] or None), row["qid"]
            )
        elif row.get("name"):
            _note(registry, table, row)


def _note(registry: Registry, table: str, row: Row) -> None:
    kind = ActorKind.OUTLET if table == "outlets" else _KINDS.get(table, ActorKind.ORGANISATION)
    if table != "outlets" and row.get("kind"):
        kind = ActorKind(row["kind"])
    id = registry.by_name.get((kind, row["name"]))
    if id is None:
        return
    registry.places.setdefault(id, row["source"])
    for surface in (row["name"], *cells(row.get("aliases", "")), *cells(row.get("acronyms", ""))):
        registry.prefer(surface, id)
