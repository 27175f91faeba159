"""The tables together: who exists, what they are called, and who that was on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from dateline.knowledge.actors import read_actors, read_outlets
from dateline.knowledge.cities import CITIES_OF_A_NAME, City, Gazetteer
from dateline.knowledge.decisions import apply_decisions
from dateline.knowledge.entity import Entity
from dateline.knowledge.layers import Tables
from dateline.knowledge.lookup import REMEMBERED, Lookup
from dateline.knowledge.memberships import Membership, read_memberships
from dateline.knowledge.name import Name, NameForm, fold_case, fold_quotes, without_marks
from dateline.knowledge.office import Office
from dateline.knowledge.overlays import content_hash, fingerprint, folders, overlays_in_force
from dateline.knowledge.people import OfficeKind, read_office_kinds, read_offices, read_people
from dateline.knowledge.period import Day, iso
from dateline.knowledge.redirects import settle_ids
from dateline.knowledge.registry import Registry
from dateline.knowledge.seats import at_seat, bounded
from dateline.knowledge.spelled import Spellings
from dateline.knowledge.states import StateCodes, read_capitals, read_codes, read_metonyms, read_states
from dateline.knowledge.watchlist import read_watchlist
from dateline.model import ActorKind, Candidate, Outlet

SMALLEST_CITY = 100_000
"""Inhabitants of the smallest city that is searched for in running text; `city` knows smaller ones."""

_LONGEST_HOST = 253


class Knowledge:
    """Who exists. Everything that depends on time takes `at`: a date, an ISO string, or None where it is not known."""

    def __init__(self, overlays: Sequence[Path] = ()) -> None:
        """Reads the packaged tables and the overlays over them; prefer `load`, which does so once."""
        tables = Tables(overlays)
        registry = Registry({(r["kind"], r["name"], r["state"]): r["qid"] for r in tables.rows("qids")})
        self.tables, self.registry, self.overlays = tables, registry, tuple(overlays)
        self.codes: dict[str, StateCodes] = read_codes(tables)
        self.led_by = read_states(registry, tables, self.codes)
        read_actors(registry, tables)
        self._domains = read_outlets(registry, tables) | read_watchlist(registry, tables)
        read_people(registry, tables)
        self.office_kinds: dict[str, OfficeKind] = read_office_kinds(tables)
        read_offices(registry, tables, self.office_kinds)
        read_capitals(registry, tables)
        self.unknown_metonyms = read_metonyms(registry, tables)
        self._members: dict[str, list[Membership]] = read_memberships(registry, tables)
        if overlays:
            settle_ids(registry, tables)
            tables.faults.extend(apply_decisions(registry, overlays))
            self._follow_redirects()
        self.gazetteer = Gazetteer()
        self._titles = {row["title"]: row["office"] for row in tables.rows("titles")}
        self._agents = {row["noun"]: row["sector"] for row in tables.rows("agents")}
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

    def _follow_redirects(self) -> None:
        current = self.registry.current
        self._domains = {domain: current(id) for domain, id in self._domains.items()}
        members: dict[str, list[Membership]] = {}
        for body, rows in self._members.items():
            members.setdefault(current(body), []).extend(rows)
        self._members = members

    @classmethod
    def load(cls, overlays: Sequence[str | Path] | None = None) -> Knowledge:
        """The tables, read once in a process for each set of overlays, and again when a file of them changes.

        Args:
            overlays: folders of a user's own tables, a later one before an earlier one; None for those that the environment
                variable DATELINE_KNOWLEDGE names, an empty list for the packaged tables alone. Rows that cannot be used
                are told in `faults`.

        Raises:
            DataError: a folder is not there.
        """
        found = overlays_in_force() if overlays is None else folders(overlays)
        return _load(found, fingerprint(found))

    @property
    def faults(self) -> tuple[str, ...]:
        """A line for each row, file or decision of an overlay that could not be used: what, where, and what to do."""
        return tuple(self.tables.faults)

    @cached_property
    def version(self) -> str:
        """What readings name: `as_of`, and where there are overlays a hash of what is in them ("2026-02+3f9a1c2e")."""
        return "+".join(part for part in (self.as_of, content_hash(self.overlays)) if part)

    @cached_property
    def as_of(self) -> str:
        """The latest date on which a row was checked: the version of the tables."""
        return max(office.as_of for office in self.registry.offices)

    def entity(self, id: str) -> Entity | None:
        """The entity of an id, cities included; None for an id that the tables do not have."""
        id = self.registry.current(id)
        if id in self.registry.entities:
            return self.registry.entities[id]
        city = self.gazetteer.with_id(id) if id.startswith("dl-place-") else None
        return city.entity if city else None

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
    def parties_by_state(self) -> Mapping[str, Mapping[str, str]]:
        """Names of parties without their states -> state -> entity id: "Communist Party" -> "CHN" -> ..., by "Communist Party of China"."""
        found: dict[str, dict[str, str]] = {}
        for surface in [surface for surface in self.registry.names if " of " in surface]:
            bare = surface.partition(" of ")[0]
            for row in self.registry.names[surface]:
                party = self.registry.entities[row.entity]
                if party.kind is ActorKind.PARTY and party.state:
                    found.setdefault(bare, {}).setdefault(party.state, party.id)
        return found

    @cached_property
    def regions(self) -> frozenset[str]:
        """Ids of the parts of states: provinces, federal states, islands."""
        names = [name for row in self.tables.rows("regions") for name in self.actors_named(row["name"])]
        return frozenset(n.entity for n in names if self.registry.entities[n.entity].kind is ActorKind.PLACE)

    @cached_property
    def spellings(self) -> Spellings:
        """Persons by spellings that the tables do not have."""
        return Spellings(self.registry.entities.values())

    def surfaces(self) -> Iterable[str]:
        """All surface forms that are safe to search for in running text: none is an ordinary word of lower-case English."""
        return self._surfaces

    @cached_property
    def _surfaces(self) -> tuple[str, ...]:
        ordinary = {row["word"] for row in self.tables.rows("ordinary_words")}
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
        return list(self._offices(self.registry.current(entity_id), iso(at)))

    def all_offices_of(self, entity_id: str) -> Sequence[Office]:
        """Every office of a person, in the order of the tables."""
        return self._held.get(self.registry.current(entity_id), ())

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
        return any(row.is_over(at) for row in self._held.get(self.registry.current(entity_id), []))

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
        return [
            (m.state, m.relation)
            for m in self._members.get(self.registry.current(body_id), [])
            if m.held(day)
        ]

    def bodies_of(self, state: str) -> list[tuple[Entity, Membership]]:
        """Bodies that a state (ISO alpha-3) is or was in, each with its dates, in the order of the table."""
        return [
            (self.registry.entities[body], row)
            for body, rows in self._members.items()
            for row in rows
            if row.state == state
        ]

    def memberships_in(self, body_id: str) -> Sequence[Membership]:
        """The states that are or were in a body, each with its dates, in the order of the table."""
        return self._members.get(self.registry.current(body_id), ())

    def outlet(self, name_or_domain: str) -> Outlet | None:
        """The outlet of a name, alias, domain or host name; None where it is not in the tables."""
        host = name_or_domain.strip().lower().removeprefix("www.")
        while "." in host and len(host) <= _LONGEST_HOST:
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


@lru_cache(maxsize=4)
def _load(overlays: tuple[Path, ...], _fingerprint: tuple[tuple[str, int, int], ...]) -> Knowledge:
    return Knowledge(overlays)


def _is_acronym(surface: str) -> bool:
    letters = surface.replace(".", "").replace("&", "")
    return len(letters) > 1 and letters.isupper()


def _days(row: Office) -> int:
    return int(row.since[:4]) * 10_000 + int(row.since[5:7]) * 100 + int(row.since[8:10])
