"""Makes one entity of two, and takes a name from an entity."""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from dateline.knowledge.entity import Entity, entity_id
from dateline.knowledge.name import NameForm, fold_quotes, without_marks
from dateline.knowledge.registry import Registry
from dateline.model import ActorKind, DatelineError


class MergeError(DatelineError):
    """Two ids cannot be made one, or a name cannot be taken from one: the tables speak against it."""


def merge(registry: Registry, kept: str, given_up: str) -> None:
    """Gives names and offices of one entity to another and lets its id lead there.

    Raises:
        MergeError: one of them is not in the tables, they are one already, or they are of two kinds.
    """
    one, other = _entity(registry, kept), _entity(registry, given_up)
    if one.id == other.id:
        raise MergeError(f"{kept} and {given_up} are one already: {one.name}.")
    if one.kind is not other.kind:
        raise MergeError(
            f"{one.name} is a {one.kind} and {other.name} a {other.kind}; only two of a kind can be one."
        )
    if one.kind is ActorKind.STATE:
        raise MergeError("states are not merged; write metonyms.csv or states.csv rows instead.")
    for surface, names in registry.names.items():
        if any(name.entity == other.id for name in names):
            renamed = (
                structs.replace(name, entity=one.id) if name.entity == other.id else name for name in names
            )
            registry.names[surface] = list(dict.fromkeys(renamed))
    registry.offices = [
        replace(
            row,
            holder=one.id if row.holder == other.id else row.holder,
            seat=one.id if row.seat == other.id else row.seat,
        )
        for row in registry.offices
    ]
    registry.by_name.update({key: one.id for key, id in registry.by_name.items() if id == other.id})
    del registry.entities[other.id]
    registry.redirect(other.id, one.id)


def split(registry: Registry, id: str, name: str, *, apart: bool = False) -> None:
    """Takes a name from an entity; with `apart` it becomes the name of an actor of its own, of the same kind and state.

    Raises:
        MergeError: the entity is not in the tables, or not called so.
    """
    entity = _entity(registry, id)
    folded = fold_quotes(name)
    spellings = {folded, without_marks(folded)}
    if not any(n.entity == entity.id for spelling in spellings for n in registry.names.get(spelling, ())):
        raise MergeError(f"{entity.name} ({entity.id}) is not called {name!r} in the tables.")
    for spelling in spellings:
        left = [n for n in registry.names.get(spelling, ()) if n.entity != entity.id]
        if left:
            registry.names[spelling] = left
        else:
            registry.names.pop(spelling, None)
        registry.apart.add((spelling, entity.id))
    if apart:
        _add_apart(registry, entity, folded)


def _add_apart(registry: Registry, entity: Entity, name: str) -> None:
    own = Entity(
        entity_id(entity.kind, f"{name} apart from {entity.id}", entity.state),
        name,
        entity.kind,
        entity.state,
        entity.state,
    )
    registry.entities.setdefault(own.id, own)
    registry.call(name, own.id, NameForm.NAME)
    registry.prefer(name, own.id)


def _entity(registry: Registry, id: str) -> Entity:
    entity = registry.entities.get(registry.current(id))
    if entity is None:
        raise MergeError(
            f"{id}: no actor of the tables has this id; `dateline lookup NAME` shows the ids of a name."
        )
    return entity
