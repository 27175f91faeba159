"""Which states belong to which bodies, as rows."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.knowledge.knowledge import Knowledge
from dateline.knowledge.refresh.items import Item, Property
from dateline.knowledge.refresh.rows import Rows
from dateline.model import ActorKind


def bodies_asked_for(states: Mapping[str, Item]) -> set[str]:
    """Ids of all bodies that a state says it belongs to since a known day."""
    return {c.value for state in states.values() for c in state.of(Property.MEMBER_OF) if c.start}


def member_rows(
    states: Mapping[str, Item], bodies: Mapping[str, Item], tables: Knowledge, as_of: str
) -> Rows:
    """Rows of `memberships` in bodies that the tables know by id or name, with a start; and the ids of those bodies."""
    known = {id: name for id, item in bodies.items() if (name := _body(item, tables))}
    rows: Rows = {"memberships": [], "qids": []}
    for iso3, state in sorted(states.items()):
        for claim in state.of(Property.MEMBER_OF):
            if claim.value in known and claim.start:
                rows["memberships"].append(
                    {
                        "body": known[claim.value],
                        "state": iso3,
                        "relation": "member_of",
                        "start": claim.start,
                        "end": claim.end,
                        "source": state.source,
                        "as_of": as_of,
                    }
                )
    used = {row["body"] for row in rows["memberships"]}
    for id, name in sorted(known.items()):
        if name in used and tables.entity(id) is None:
            source = bodies[id].source
            row = {"kind": "organisation", "name": name, "state": "", "qid": id}
            rows["qids"].append({**row, "source": source, "as_of": as_of})
    return rows


def _body(item: Item, tables: Knowledge) -> str | None:
    """The name in the tables of a body of states; None where it is not there, or has another id."""
    by_id = tables.entity(item.id)
    if by_id is not None:
        return by_id.name
    ids = {tables.registry.by_name.get((ActorKind.ORGANISATION, name)) for name in item.names} - {None}
    if len(ids) != 1:
        return None
    entity = tables.registry.entities[tables.registry.current(str(ids.pop()))]
    return entity.name if entity.state is None and not entity.id.startswith("Q") else None
