"""Who a Wikidata person is in the tables: never guessed, and nobody is made one with a namesake."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.knowledge.entity import Entity
from dateline.knowledge.knowledge import Knowledge
from dateline.knowledge.name import NameForm, fold_quotes
from dateline.knowledge.overlay_rows import is_same_term
from dateline.knowledge.person_names import SURE, can_be_same_person
from dateline.knowledge.refresh.items import Claim, Item
from dateline.knowledge.refresh.seats import Seat
from dateline.model import ActorKind

_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the tables will call them; `known` is the entity that they already are."""

    name: str
    state: str
    known: Entity | None


def person_of(item: Item, terms: Iterable[tuple[Seat, Claim]], tables: Knowledge) -> Person | None:
    """The person of the tables, or a new one; None where the name belongs to somebody else there, or there is no name.

    Somebody is known by the id; by the same name, with the same state or office; or as a holder of the same office at the same
    time whose name can only be another spelling. Whoever has another Wikidata id is somebody else.
    """
    held = list(terms)
    state = held[-1][0].of
    by_id = tables.entity(item.id)
    if by_id is not None:
        is_person = by_id.kind is ActorKind.PERSON
        return Person(by_id.name, by_id.state or state, by_id) if is_person else None
    fits = [e for e in _named(item.label, tables) if e.state == state or _held(e, held, tables)]
    fits = fits or _spelled(item, held, tables)
    if len(fits) == 1 and not fits[0].id.startswith("Q"):
        return Person(fits[0].name, fits[0].state or state, fits[0])
    is_new = item.label and not fits and not _named(item.label, tables)
    return Person(item.label, state, None) if is_new else None


def _named(name: str, tables: Knowledge) -> list[Entity]:
    """Persons whose full name or alias this is, with or without its diacritics."""
    rows = tables.actors_named(name) if name else []
    entities = (tables.registry.entities[row.entity] for row in rows if row.form is not NameForm.SURNAME)
    return [entity for entity in dict.fromkeys(entities) if entity.kind is ActorKind.PERSON]


def _spelled(item: Item, held: list[tuple[Seat, Claim]], tables: Knowledge) -> list[Entity]:
    holders = {
        row.holder
        for seat, claim in held
        for row in tables.seats(seat.of).get(seat.office, ())
        if is_same_term(claim.start, claim.end, row.start or "", row.end or row.succeeded or "")
    }
    entities = (tables.registry.entities[holder] for holder in sorted(holders))
    return [
        entity
        for entity in entities
        if any(can_be_same_person(name, entity.name, at_least=SURE) for name in item.names)
    ]


def _held(entity: Entity, held: list[tuple[Seat, Claim]], tables: Knowledge) -> bool:
    offices = {(row.seat, row.office) for row in tables.offices_of(entity.id, None)}
    return any((seat.of, seat.office) in offices for seat, _ in held)


def other_names(item: Item, person: Person, tables: Knowledge) -> list[str]:
    """Full names of a person that the tables do not have, and that are nobody else's there."""
    return [
        name
        for name in item.names
        if name != person.name and _is_full_name(name) and fold_quotes(name) not in tables.registry.names
    ]


def _is_full_name(name: str) -> bool:
    words = name.split()
    is_plain = not any(c.isdigit() or c in "(),;|" for c in name)
    has_two = sum(len(word.strip(".")) > 1 for word in words) > 1
    return is_plain and has_two and len(words) <= _MOST_WORDS and words[-1][:1].isupper()
