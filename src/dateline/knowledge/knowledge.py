"""The tables together: who exists, what they are called, and who that was on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache

from dateline.knowledge.actors import read_actors, read_outlets
from dateline.knowledge.cities import CITIES_OF_A_NAME, City, Gazetteer
from dateline.knowledge.entity import Entity
from dateline.knowledge.lookup import REMEMBERED, Lookup
from dateline.knowledge.memberships import Membership, read_memberships
from dateline.knowledge.name import Name, NameForm, fold_case, fold_quotes, without_marks
from dateline.knowledge.office import Office
from dateline.knowledge.people import OfficeKind, read_office_kinds, read_offices, read_people
from dateline.knowledge.period import Day, iso
from dateline.knowledge.registry import Registry
from dateline.knowledge.seats import at_seat, bounded
from dateline.knowledge.spelled import Spellings
from dateline.knowledge.states import StateCodes, read_capitals, read_codes, read_metonyms, read_states
from dateline.knowledge.tables import rows_of
from dateline.model import ActorKind, Candidate, Outlet

SMALLEST_CITY = 100_000
"""Inhabitants of the smallest city that is searched for in running text; `city` knows smaller ones."""


class Knowledge:
    """Who exists. Everything that depends on time takes `at`: a date, an ISO string, or None where it is not known."""

    def __init__(self) -> None:
        """Reads the packaged tables; prefer `load`, which does so once."""
        registry = Registry({(r["kind"], r["name"], r["state"]): r["qid"] for r in rows_of("qids")})
        self.codes: dict[str, StateCodes] = read_codes()
        self.led_by = read_states(registry, self.codes)
        read_actors(registry)
        self._domains = read_outlets(registry)
        read_people(registry)
        self.office_kinds: dict[str, OfficeKind] = read_office_kinds()
        read_offices(registry, self.office_kinds)
        read_capitals(registry)
        self.unknown_metonyms = read_metonyms(registry)
        self._members: dict[str, list[Membership]] = read_memberships(registry)
        self.registry = registry
        self.gazetteer = Gazetteer()
        self._titles = {row["title"]: row["office"] for row in rows_of("titles")}
        self._agents = {row["noun"]: row["sector"] for row in rows_of("agents")}
        self._held: dict[str, list[Office]] = {}
        self._seats: dict[str, dict[str, list[Office]]] = {}
        for row in registry.offices:
            self._seats.setdefault(row.seat, {}).setdefault(row.office, []).append(row)
        for seats in self._seats.values():
            for key, rows in seats.items():
                seats[key] = bounded(rows) if self.office_kinds[key].is_single else rows
                for row in seats[key]:
                    self._held.setdefault(row.holder, []).append(row)
        self._names = lru_cache(maxsize=REMEMBERED)(self._find_names)
        self._offices = lru_cache(maxsize=REMEMBERED)(self._find_offices)
        self._lookup = Lookup(self)

    @classmethod
    def load(cls) -> Knowledge:
        """The packaged tables, read once for each process."""
        return _load()

    @cached_property
    def as_of(self) -> str:
        """The latest date on which a row was checked: the version of the tables."""
        return max(office.as_of for office in self.registry.offices)

    def entity(self, id: str) -> Entity | None:
        """The entity of an id, cities included; None for an id that the tables do not have."""
        return self.registry.entities.get(id) or (
            self._places.get(id) if id.startswith("dl-place-") else None
        )

    @cached_property
    def _places(self) -> dict[str, Entity]:
        return {city.id: city.entity for city in self.gazetteer.all()}

    def names(self, surface: str) -> list[Name]:
        """Entities of exactly this surface form: actors first, preferred ones before others, then cities by population.

        Curly and straight apostrophes are one, and capitals count, except that a form all in capitals, as in headlines,
        is looked up again without regard to case where it is unknown as it stands.
        """
        return list(self._names(surface))

    def _find_names(self, surface: str) -> tuple[Name, ...]:
        cities = self.gazetteer.find(surface)[:CITIES_OF_A_NAME]
        return (*self.actors_named(surface), *(Name(surface, city.id, NameForm.CITY) for city in cities))

    def actors_named(self, surface: str) -> list[Name]:
        """The same without cities."""
        key = fold_quotes(surface)
        found = self.registry.names.get(key)
        if found is None and key.isupper() and len(key) > 3:
            found = self._folded.get(fold_case(key), [])
        return list(found or self.registry.names.get(without_marks(key), []))

    @cached_property
    def _folded(self) -> dict[str, list[Name]]:
        folded: dict[str, list[Name]] = {}
        for surface, rows in self.registry.names.items():
            folded.setdefault(fold_case(surface), []).extend(rows)
        return folded

    @cached_property
    def spellings(self) -> Spellings:
        """Persons by spellings that the tables do not have."""
        return Spellings(self.registry.entities.values())

    def surfaces(self) -> Iterable[str]:
        """All surface forms that are safe to search for in running text: none is an ordinary word of lower-case English."""
        return self._surfaces

    @cached_property
    def _surfaces(self) -> tuple[str, ...]:
        ordinary = {row["word"] for row in rows_of("ordinary_words")}
        forms = dict.fromkeys(self.registry.names)
        forms.update(dict.fromkeys(self.gazetteer.surfaces(SMALLEST_CITY)))
        return tuple(
            s
            for s in forms
            if (len(s) > 1 and not s.islower() and s.lower() not in ordinary)
            or (_is_acronym(s) and s not in ordinary)
        )

    def lookup(self, surface: str, *, at: Day) -> list[Candidate]:
        """Who a surface form may stand for at `at`, best first; empty where nobody is known.

        Understands names, demonyms, capitals (government first, then the place), metonyms, and title phrases: "President
        X", "the Kazakh president", "Chinese Foreign Minister", and other spellings of a person's full name where they can only be
        one person's. `role` and `code` are those of the day.
        """
        return list(self._lookup.candidates(surface, iso(at)))

    def offices_of(self, entity_id: str, at: Day) -> list[Office]:
        """Offices of a person that may have been held at `at`, the weightiest first; all of them without a date."""
        return list(self._offices(entity_id, iso(at)))

    def all_offices_of(self, entity_id: str) -> Sequence[Office]:
        """Every office of a person, in the order of the tables."""
        return self._held.get(entity_id, ())

    def _find_offices(self, entity_id: str, day: str | None) -> tuple[Office, ...]:
        rows = self._held.get(entity_id, [])
        held = [row for row in rows if day is None or row.may_hold(day)]
        entity = self.registry.entities.get(entity_id)
        home = entity.state if entity else None

        def weight(row: Office) -> tuple[bool, bool, int, int]:
            return bool(day and not row.must_hold(day)), row.state != home, self._rank(row), -_days(row)

        return tuple(sorted(held, key=weight) if len(held) > 1 else held)

    def _rank(self, row: Office) -> int:
        return self.office_kinds[row.office].rank

    def was_in_office(self, entity_id: str, at: str) -> bool:
        """True when a person had held an office before `at` and left it."""
        return any(row.is_over(at) for row in self._held.get(entity_id, []))

    def holder(self, state: str, office: str, at: Day) -> Entity | None:
        """Who held an office of a state (ISO alpha-3) or body (entity id) at `at`; None where that is not sure.

        Without a date only an office that has had one holder in the tables is answered. `head_of_state` is whoever bears
        that title, monarchs included: for "the X president" use `lookup`, which knows that kingdoms have none.
        """
        if office == "leader":
            office = self.led_by.get(state, "head_of_state")
        if office in self.office_kinds and not self.office_kinds[office].is_single:
            return None
        row = at_seat(self.seats(state).get(office, []), iso(at))
        return self.registry.entities[row.holder] if row else None

    def holder_titled(self, state: str, title: str, at: Day) -> Entity | None:
        """Who bore a title in a state (ISO alpha-3) or body (entity id) at `at`: "president", "premier", "leader".

        Unlike `holder` it goes by the word: the president of Iran is not its supreme leader, and a kingdom has none.
        """
        row = self._lookup.seat_row(self.registry.states.get(state, state), title.lower(), iso(at))
        return self.registry.entities[row.holder] if row else None

    def seats(self, state: str) -> Mapping[str, list[Office]]:
        """All rows of a state or body by office key."""
        return self._seats.get(state, {})

    def all_seats(self) -> Mapping[str, Mapping[str, list[Office]]]:
        """All rows by state or body, then by office key."""
        return self._seats

    def titles(self) -> Mapping[str, str]:
        """Title words in lower case, hyphens as blanks, to office keys; `leader` stands for the office that leads a state."""
        return self._titles

    def agents(self) -> Mapping[str, str]:
        """Nouns of roles in lower case, singular and irregular plural, to PLOVER sectors (up to two, joined)."""
        return self._agents

    def members(self, body_id: str, at: Day) -> list[tuple[str, str]]:
        """States (ISO alpha-3) in a body at `at` with `member_of` or `observer_of`, in the order of the table."""
        day = iso(at)
        return [(m.state, m.relation) for m in self._members.get(body_id, []) if m.held(day)]

    def outlet(self, name_or_domain: str) -> Outlet | None:
        """The outlet of a name, alias, domain or host name; None where it is not in the tables."""
        host = name_or_domain.strip().lower().removeprefix("www.")
        while "." in host:
            if host in self._domains:
                return self._outlet(self._domains[host])
            host = host.split(".", 1)[1]
        ids = [
            name.entity
            for name in self.actors_named(name_or_domain.strip().removeprefix("The ").removeprefix("the "))
        ]
        ids += [name.entity for name in self.actors_named(name_or_domain)]
        outlets = [i for i in ids if self.registry.entities[i].kind is ActorKind.OUTLET]
        return self._outlet(outlets[0]) if outlets else None

    def _outlet(self, id: str) -> Outlet:
        return Outlet(id, self.registry.entities[id].name)

    def city(self, name: str) -> list[City]:
        """Cities of that name, the most populous first."""
        return self.gazetteer.find(name)


@cache
def _load() -> Knowledge:
    return Knowledge()


def _is_acronym(surface: str) -> bool:
    letters = surface.replace(".", "").replace("&", "")
    return len(letters) > 1 and letters.isupper()


def _days(row: Office) -> int:
    return int(row.since[:4]) * 10_000 + int(row.since[5:7]) * 100 + int(row.since[8:10])
