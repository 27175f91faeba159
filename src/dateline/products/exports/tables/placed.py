"""The columns of where it was, which reports and events have alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dateline.products.exports.places import Located
from dateline.products.exports.schema import Column, Kind
from dateline.products.exports.tables.wording import PLACES

R = TypeVar("R")

_ONLY_CITIES = "of the city; a region, a state or an area has none"
_NO_PLACE = "no place is named"
_NOT_A_CITY = "the place is no city of the tables"


def place_columns(place: Callable[[R], Located | None]) -> tuple[Column[R], ...]:
    """Its name, how exact that is, its state, and where it lies."""

    def of(part: Callable[[Located], str | float | None]) -> Callable[[R], str | float | None]:
        def value(record: R) -> str | float | None:
            found = place(record)
            return part(found) if found else None

        return value

    return (
        Column("place", Kind.TEXT, "where", of(lambda p: p.name), missing=_NO_PLACE),
        Column(
            "place_precision",
            Kind.TEXT,
            "how exact the words are",
            of(lambda p: p.precision),
            missing=_NO_PLACE,
            values=PLACES,
        ),
        Column(
            "place_state",
            Kind.TEXT,
            "the state that the place is in or is, ISO 3166-1 alpha-3",
            of(lambda p: p.state),
            missing="no place, or one that the tables do not have",
        ),
        *(
            Column(
                name, Kind.NUMBER, f"{name} {_ONLY_CITIES}", of(degrees), unit="degrees", missing=_NOT_A_CITY
            )
            for name, degrees in (("latitude", _latitude), ("longitude", _longitude))
        ),
    )


def _latitude(place: Located) -> float | None:
    return place.latitude


def _longitude(place: Located) -> float | None:
    return place.longitude
