"""Who a surface form may stand for on a day."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.knowledge.cities import CITIES_OF_A_NAME
from dateline.knowledge.entity import Entity
from dateline.knowledge.name import Name, NameForm, fold_quotes
from dateline.knowledge.office import Office
from dateline.knowledge.period import may_hold
from dateline.knowledge.phrase import Phrase, take_apart
from dateline.knowledge.seats import at_seat, seats_of
from dateline.model import ActorKind, Candidate

if TYPE_CHECKING:
    from dateline.knowledge.knowledge import Knowledge

_ORDER = {form: rank for rank, form in enumerate(NameForm)}
_PROPER = {NameForm.NAME, NameForm.SHORT, NameForm.ACRONYM}
_OF_STATE = {"GOV", "MIL", "COP", "JUD", "LEG", "SPY"}
_BEARERS = {ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.ARMED_GROUP}


REMEMBERED = 1 << 12
"""Surface forms, and surface forms on a day, whose answers are kept."""


class Lookup:
    """Turns a surface form into candidates, with the tables at hand; remembers the latest answers."""

    def __init__(self, tables: Knowledge) -> None:
        self._tables = tables
        self._on_day = lru_cache(maxsize=REMEMBERED)(self._find)
        self._has_one_answer = lru_cache(maxsize=REMEMBERED)(self._is_timeless)
        self._phrase = lru_cache(maxsize=REMEMBERED)(self._taken_apart)

    def candidates(self, surface: str, at: str | None) -> tuple[Candidate, ...]:
        """Candidates for a surface form, best first. `at` is an ISO date or None."""
        return self._on_day(surface, None if self._has_one_answer(surface) else at)

    def _is_timeless(self, surface: str) -> bool:
        """True where no day changes the answer: cities, regions, and names of states and bodies that have no dates."""
        entities = self._tables.registry.entities
        names = self._tables.actors_named(surface)
        kinds = {entities[name.entity].kind for name in names}
        if ActorKind.PERSON in kinds or any(name.start or name.end for name in names):
            return False
        if kinds - {ActorKind.PLACE}:
            return True
        return bool(names or self._tables.city(surface)) and self._phrase(surface) is None

    def _find(self, surface: str, at: str | None) -> tuple[Candidate, ...]:
        found = self._named(surface, at)
        if not found and surface.lower().startswith("the "):
            found = self._named(surface[4:], at)
        if not found or all(c.kind is ActorKind.PLACE for c in found):
            found = self._titled(surface, at) + found
        if not found:
            for ending in ("'s", "’s", "'", "’"):
                if surface.endswith(ending):
                    return self.candidates(surface.removesuffix(ending), at)
        return tuple(found or self._spelled(surface, at))

    def _spelled(self, surface: str, at: str | None) -> list[Candidate]:
        """The only person whose full name may be spelled so, where the words are no name of the tables in themselves."""
        if " " not in surface.strip() or self._tables.actors_named(surface):
            return []
        person = self._spelled_so(surface)
        return [self._person(person, at, f"a spelling of {person.name!r}")] if person else []

    def _spelled_so(self, surface: str) -> Entity | None:
        person = self._tables.spellings.person(surface)
        is_apart = person and (fold_quotes(surface), person.id) in self._tables.registry.apart
        return None if is_apart else person

    def _named(self, surface: str, at: str | None) -> list[Candidate]:
        names = [n for n in self._tables.actors_named(surface) if at is None or may_hold(n.start, n.end, at)]
        ranked = sorted(names, key=lambda n: self._preference(n, at)) if len(names) > 1 else names
        found = {n.entity: self._candidate(n, at) for n in reversed(ranked)}
        ordered = [found[e] for e in dict.fromkeys(n.entity for n in ranked)]
        return ordered + [self._place(city.entity) for city in self._tables.city(surface)[:CITIES_OF_A_NAME]]

    def _preference(self, name: Name, at: str | None) -> tuple[int, int, int, str]:
        """Names before surnames and the like; then who is in office, the weightiest office, and the latest one."""
        form = 0 if name.form in _PROPER else _ORDER[name.form]
        if self._tables.registry.entities[name.entity].kind is not ActorKind.PERSON:
            return form, 0, 0, ""
        offices = self._tables.offices_of(name.entity, at) if at else []
        rank = min((self._tables.office_kinds[o.office].rank for o in offices), default=99)
        begun = [o.since for o in self._tables.all_offices_of(name.entity) if at is None or o.since <= at]
        return form, 0 if offices else 1, rank, _backwards(max(begun, default=""))

    def _place(self, entity: Entity) -> Candidate:
        why = f"cities.csv: {entity.name}"
        return Candidate(entity.id, entity.name, entity.kind, entity.state, None, entity.code, why=why)

    def _candidate(self, name: Name, at: str | None) -> Candidate:
        entity = self._tables.registry.entities[name.entity]
        if entity.kind is ActorKind.PERSON:
            return self._person(entity, at, f"{name.form} {name.surface!r}")
        why = f"{name.form} {name.surface!r} of {entity.name}" + self._place_of(entity)
        kind, bounds = entity.kind, (name.start, name.end)
        return Candidate(entity.id, entity.name, kind, entity.state, None, entity.code, *bounds, why=why)

    def _person(self, entity: Entity, at: str | None, why: str, title: str | None = None) -> Candidate:
        offices = self._tables.offices_of(entity.id, at)
        if at is None:
            offices = offices if len(offices) == 1 else []
        office = offices[0] if offices else None
        if title:
            office = next((o for o in offices if self._fits(o, title)), office)
        if office is None:
            code = self._code_without_office(entity, at)
            told = why + self._place_of(entity)
            return Candidate(entity.id, entity.name, entity.kind, entity.state, None, code, why=told)
        body = None if office.state else self._tables.registry.entities[office.seat].code
        return Candidate(
            entity.id,
            entity.name,
            entity.kind,
            office.state,
            office.title,
            body or f"{office.state}{office.sector}",
            office.start,
            office.end,
            why=f"{why}; {office.title} since {office.start or 'an unknown day'} ({f'{office.source} {office.as_of}'.strip()})",
        )

    def _place_of(self, entity: Entity) -> str:
        """Where in an overlay an entity is told of, in brackets."""
        place = self._tables.registry.places.get(entity.id)
        return f" ({place})" if place else ""

    def _fits(self, office: Office, title: str) -> bool:
        return self._tables.titles().get(title) == office.office or office.title.lower().startswith(title)

    def _code_without_office(self, entity: Entity, at: str | None) -> str | None:
        if at is None:
            sectors = {row.sector for row in self._tables.all_offices_of(entity.id)}
            return f"{entity.state}{sectors.pop()}" if len(sectors) == 1 and entity.state else entity.code
        if entity.state and entity.code == entity.state and self._tables.was_in_office(entity.id, at):
            return f"{entity.state}ELI"
        return entity.code

    def _titled(self, surface: str, at: str | None) -> list[Candidate]:
        phrase = self._phrase(surface)
        if phrase is None:
            return []
        if phrase.rest:
            return self._named_with_title(phrase, at) or ([] if phrase.title else self._agents(phrase))
        return [] if phrase.is_former or not phrase.title else self._seat_holders(phrase, at)

    def _taken_apart(self, surface: str) -> Phrase | None:
        return take_apart(surface, self._bearers, self._tables.titles())

    def _agents(self, phrase: Phrase) -> list[Candidate]:
        """ "Kazakh police", "the government of China": the state, with the sector of its agents."""
        noun = phrase.rest.lower()
        agents = self._tables.agents()
        sector = agents.get(noun) or agents.get(noun.removesuffix("s")) or agents.get(noun.removesuffix("es"))
        if sector not in _OF_STATE:
            return []
        entities = (self._tables.registry.entities[bearer] for bearer in phrase.bearers)
        return [
            Candidate(e.id, e.name, e.kind, e.state, None, f"{e.state}{sector}", why=f"{noun} of {e.name}")
            for e in entities
            if e.kind is ActorKind.STATE
        ]

    def _bearers(self, surface: str) -> list[str]:
        entities = (self._tables.registry.entities[n.entity] for n in self._tables.actors_named(surface))
        return [entity.id for entity in entities if entity.kind in _BEARERS]

    def _named_with_title(self, phrase: Phrase, at: str | None) -> list[Candidate]:
        entities = self._tables.registry.entities
        people = [entities[n.entity] for n in self._tables.actors_named(phrase.rest)]
        people = list(dict.fromkeys(p for p in people if p.kind is ActorKind.PERSON))
        if not people and " " in phrase.rest:
            spelled = self._spelled_so(phrase.rest)
            people = [spelled] if spelled else []
        if phrase.bearers:
            people = [p for p in people if self._belongs(p, phrase.bearers)]
        found = [self._person(p, at, f"{phrase.title} {phrase.rest}", phrase.title) for p in people]
        return sorted(found, key=lambda c: not self._holds(c, phrase.title, at))

    def _belongs(self, person: Entity, bearers: Iterable[str]) -> bool:
        entities = self._tables.registry.entities
        states = {entities[bearer].state for bearer in bearers} - {None}
        seats = {row.seat for row in self._tables.all_offices_of(person.id)}
        world_bodies = [one for one in seats if one in entities and entities[one].code == "IGO"]
        is_of_world_bodies = bool(world_bodies) and any(entities[bearer].code == "IGO" for bearer in bearers)
        return person.state in states or bool(seats & (states | set(bearers))) or is_of_world_bodies

    def _holds(self, candidate: Candidate, title: str, at: str | None) -> bool:
        return bool(title) and any(
            self._fits(office, title) for office in self._tables.offices_of(candidate.actor, at)
        )

    def _seat_holders(self, phrase: Phrase, at: str | None) -> list[Candidate]:
        """Holders of the office in each state that the words may mean ("Congolese" is two)."""
        rows = [
            self.seat_row(bearer, phrase.title, at)
            for bearer in phrase.bearers or self._only_bearer(phrase.title)
        ]
        entities = self._tables.registry.entities
        return [self._person(entities[row.holder], at, "office", phrase.title) for row in rows if row]

    def seat_row(self, bearer: str, title: str, at: str | None) -> Office | None:
        """The row of whoever held the office that a lower-case title word means in a state or body (entity id)."""
        tables = self._tables
        if title not in tables.titles() or bearer not in tables.registry.entities:
            return None
        entity = tables.registry.entities[bearer]
        has_seats = entity.kind is not ActorKind.STATE and bool(tables.seats(bearer))
        seat = bearer if has_seats or entity.state is None else entity.state
        led_by = tables.led_by.get(seat, "igo_head")
        key = seats_of(tables.seats(seat), title, tables.titles(), led_by)
        return at_seat(tables.seats(seat).get(key, []), at) if key and self._is_single(key) else None

    def _is_single(self, key: str) -> bool:
        return key in self._tables.office_kinds and self._tables.office_kinds[key].is_single

    def _only_bearer(self, title: str) -> tuple[str, ...]:
        vatican = self._tables.registry.states.get("VAT")
        return (vatican,) if vatican and title in {"pope", "pontiff"} else ()


def _backwards(day: str) -> str:
    """A key that puts later days first, and no day last."""
    return "".join(chr(ord("~") - ord(c)) for c in day) or "~"
