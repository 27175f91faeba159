"""Who or what exists: the rows that names lead to."""

from __future__ import annotations

import hashlib

import msgspec

from dateline.model import ActorKind


class Entity(msgspec.Struct, frozen=True, gc=False):
    """A person, state, body, outlet or place of the tables.

    `id` is a Wikidata id where a pinned source has one, else `dl-<kind>-<8 hex>` (see `entity_id`). `state` is ISO 3166-1
    alpha-3 (`XKX` Kosovo), None for bodies of states. `code` is what the entity has whatever the day: `KAZ`, `IGO`,
    `MNC`, `CHNJRN`; a person's code of a day comes from the office held (`Knowledge.lookup`).
    """

    id: str
    name: str
    kind: ActorKind
    state: str | None
    code: str | None


def entity_id(kind: ActorKind, name: str, state: str | None) -> str:
    """The lasting id of a row without a Wikidata id, by kind, name and state."""
    digest = hashlib.sha256(f"{kind}|{name}|{state or ''}".encode()).hexdigest()
    return f"dl-{kind}-{digest[:8]}"
