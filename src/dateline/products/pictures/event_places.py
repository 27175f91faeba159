"""Where events took place: in a town, which has a point; in a country, which has an area; or nowhere that a map can show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.knowledge import Knowledge
from dateline.knowledge.cities import City
from dateline.products.pictures.country_shapes import Point, country_shapes
from dateline.store import EventRow

_TOWN, _COUNTRY = ("point", "city"), "country"


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place by its name. `point` is set for a town, `state` for a country; both are empty where the map shows neither."""

    name: str
    precision: str
    point: Point | None
    state: str | None

    @property
    def is_shown(self) -> bool:
        return self.point is not None or self.state is not None


class Gazette:
    """Finds the point or the country of an event's place, by its id and never by its name alone."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._cities: Mapping[str, City] | None = None
        self._drawn = {shape.state for shape in country_shapes()}

    def spot(self, event: EventRow) -> Spot | None:
        """The place of an event; None where no words give one."""
        if event.place is None:
            return None
        precision = event.place_precision or "area"
        if precision in _TOWN:
            return Spot(event.place, precision, self._point(event.place, event.place_id), None)
        state = self._state(event.place_id) if precision == _COUNTRY else None
        return Spot(event.place, precision, None, state if state in self._drawn else None)

    def _state(self, place: str | None) -> str | None:
        found = self._knowledge.entity(place) if place else None
        return found.state if found else None

    def _point(self, name: str, place: str | None) -> Point | None:
        """A town of the tables; of one that stands for its state ("Beijing"), the only town of that name there."""
        if place is None:
            return None
        if self._cities is None:
            self._cities = {city.id: city for city in self._knowledge.gazetteer.all()}
        city = self._cities.get(place)
        if city is None:
            state = self._state(place)
            named = [city for city in self._knowledge.gazetteer.find(name) if city.state == state]
            city = named[0] if len(named) == 1 else None
        return (city.longitude, city.latitude) if city else None


def spots_of(events: Iterable[EventRow], gazette: Gazette) -> tuple[Mapping[Spot, int], int]:
    """Events by their place, and the number of those without one."""
    counts: Counter[Spot] = Counter()
    nowhere = 0
    for event in events:
        spot = gazette.spot(event)
        if spot is None:
            nowhere += 1
        else:
            counts[spot] += 1
    return counts, nowhere
