"""Cities of the world: 50,000 inhabitants and more (GeoNames, CC BY 4.0)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dateline.knowledge.entity import Entity, entity_id
from dateline.knowledge.name import fold_quotes, without_marks
from dateline.knowledge.tables import text_of
from dateline.model import ActorKind

REMEMBERED = 1 << 12
"""Names whose cities are kept."""
CITIES_OF_A_NAME = 5
"""How many cities of one name are offered, the most populous first."""


@dataclass(frozen=True, slots=True)
class City:
    """A populated place; `state` ISO alpha-3, `admin` the first-order division's code, `population` inhabitants."""

    id: str
    name: str
    state: str
    admin: str
    population: int
    latitude: float
    longitude: float
    geonames: str

    @property
    def entity(self) -> Entity:
        """The city as an entity of kind place."""
        return Entity(self.id, self.name, ActorKind.PLACE, self.state, self.state)


class Gazetteer:
    """Cities by name. Rows stay text until they are asked for: the table has some 10,000."""

    def __init__(self) -> None:
        self._lines = text_of("cities").splitlines()[1:]
        by_name: defaultdict[str, list[int]] = defaultdict(list)
        for index, line in enumerate(self._lines):
            name, alternates, _ = line.split(",", 2)
            by_name[name].append(index)
            if alternates:
                for surface in alternates.split("|"):
                    by_name[surface].append(index)
        self._by_name = dict(by_name)
        self._found = lru_cache(maxsize=REMEMBERED)(self._find)

    def __len__(self) -> int:
        return len(self._lines)

    def surfaces(self, smallest: int = 0) -> list[str]:
        """Names of the cities that have at least so many inhabitants."""
        return [name for name, rows in self._by_name.items() if self._population(rows[0]) >= smallest]

    def _population(self, index: int) -> int:
        return int(self._lines[index].split(",", 5)[4])

    def find(self, name: str) -> list[City]:
        """Cities of that name, most populous first."""
        return list(self._found(name))

    def _find(self, name: str) -> tuple[City, ...]:
        key = fold_quotes(name)
        rows = self._by_name.get(key) or self._by_name.get(without_marks(key)) or []
        return tuple(sorted(map(self._city, rows), key=lambda c: (-c.population, c.geonames)))

    def _city(self, index: int) -> City:
        name, _, state, admin, population, lat, lon, geonames = self._lines[index].split(",")
        place = entity_id(ActorKind.PLACE, f"{name}/{admin}/{geonames}", state)
        return City(place, name, state, admin, int(population), float(lat), float(lon), geonames)

    def all(self) -> list[City]:
        """Every city of the table."""
        return [self._city(index) for index in range(len(self._lines))]

    def with_id(self, id: str) -> City | None:
        """The city of an id; None for an id of something else."""
        return self._by_id.get(id)

    @cached_property
    def _by_id(self) -> dict[str, City]:
        return {city.id: city for city in self.all()}
