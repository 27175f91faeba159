"""Where a named place lies, and how exactly that may be said."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge import Knowledge
from dateline.knowledge.cities import City


@dataclass(frozen=True, slots=True)
class Located:
    """A place as the tables know it. Only a city has coordinates; a region, a state or an area is no point."""

    name: str
    precision: str
    state: str | None
    city: City | None

    @property
    def latitude(self) -> float | None:
        return self.city.latitude if self.city else None

    @property
    def longitude(self) -> float | None:
        return self.city.longitude if self.city else None


def located(name: str | None, id: str | None, precision: str | None) -> Located | None:
    """A place of an event; None where no place is named. What the tables know as part of a state is a region, whatever it was
    read as.
    """
    if name is None or precision is None:
        return None
    tables = Knowledge.load()
    entity = tables.entity(id) if id else None
    state = entity.state if entity else None
    if id is None or entity is None:
        return Located(name, precision, None, None)
    if entity.id in tables.regions:
        return Located(name, "region", state, None)
    city = tables.gazetteer.with_id(entity.id)
    return Located(name, precision, state, city if precision in {"city", "point"} else None)
