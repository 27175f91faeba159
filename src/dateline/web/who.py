"""Ids of actors and outlets as names that a reader knows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.knowledge import Knowledge
from dateline.store import Collection

_ID = re.compile(r"Q[0-9]{1,12}|(?:dl-|local:).+", re.DOTALL)
_STATE = re.compile(r"[A-Z]{3}")


def is_actor_id(value: str) -> bool:
    """True for an id (`Q15031`, `dl-...`, `local:...`)."""
    return _ID.fullmatch(value) is not None


def is_state_code(value: str) -> bool:
    """True for the code of a state that the tables have (`KAZ`)."""
    return _STATE.fullmatch(value) is not None and value in Knowledge.load().codes


def names_of(collection: Collection, values: Iterable[str]) -> dict[str, str]:
    """Names for those values that are ids or codes of states: as the tables have them, else as pages do."""
    found: dict[str, str] = {}
    unknown: list[str] = []
    for value in values:
        name = known_name(value)
        if name is not None:
            found[value] = name
        elif is_actor_id(value):
            unknown.append(value)
    if unknown:
        found |= {row.actor: row.name for row in collection.actors(actor=unknown)}
    return found


def known_name(value: str) -> str | None:
    """The name of an id or a code of a state in the tables."""
    knowledge = Knowledge.load()
    if is_state_code(value):
        state = knowledge.registry.states.get(value)
        entity = knowledge.entity(state) if state else None
        return f"{entity.name}, anybody of it" if entity else None
    entity = knowledge.entity(value) if is_actor_id(value) else None
    return entity.name if entity else None
