"""An event as the 61 columns of GDELT 2.0."""

from __future__ import annotations

from datetime import date

from dateline.products.exports.gdelt.coded import CodedEvent
from dateline.products.exports.gdelt.columns import EVENT_COLUMNS
from dateline.products.exports.places import Located, located
from dateline.products.exports.state_codes import fips, goldstein, state_name
from dateline.products.exports.told import Side

Values = dict[str, str | int | float]

_COUNTRY, _US_STATE, _US_CITY, _WORLD_CITY, _WORLD_STATE = 1, 2, 3, 4, 5
_LAST_ROOTS = ((5, 1), (8, 2), (13, 3), (20, 4))
"""The last CAMEO root of each class of acts."""


def event_row(coded: CodedEvent) -> list[str]:
    """The cells of an event, empty where GDELT's value is not known: tone, ethnic and religious codes, the places of actors."""
    event = coded.event
    values: Values = {
        "GLOBALEVENTID": coded.number,
        **_dates(coded.day),
        **_actor(1, event.source),
        **_actor(2, event.target),
        "IsRootEvent": int(any(mention.is_in_lead for mention in coded.mentions)),
        "EventCode": coded.cameo,
        "EventBaseCode": coded.cameo[:3],
        "EventRootCode": coded.cameo[:2],
        "QuadClass": quad_class(coded.cameo),
        "NumMentions": event.reports,
        "NumSources": event.outlets,
        "NumArticles": len({mention.telling.article for mention in coded.mentions}),
        "Actor1Geo_Type": 0,
        "Actor2Geo_Type": 0,
        **_action(located(event.place, event.place_id, event.place_precision)),
        "DATEADDED": coded.first_seen,
        "SOURCEURL": coded.first.identifier,
    }
    scale = goldstein(coded.cameo)
    if scale is not None:
        values["GoldsteinScale"] = scale
    return [str(values.get(name, "")) for name in EVENT_COLUMNS]


def quad_class(cameo: str) -> int:
    """The class of a CAMEO code by its root, as GDELT has it; PLOVER's may be another."""
    root = int(cameo[:2])
    return next(quad for last, quad in _LAST_ROOTS if root <= last)


def _dates(day: str) -> Values:
    when = date.fromisoformat(day)
    fraction = when.year + ((when.month - 1) * 30 + when.day) / 365
    return {
        "SQLDATE": f"{when:%Y%m%d}",
        "MonthYear": f"{when:%Y%m}",
        "Year": f"{when:%Y}",
        "FractionDate": f"{fraction:.4f}",
    }


def _actor(which: int, sides: tuple[Side, ...]) -> Values:
    """The first of a side, which is all that GDELT has room for."""
    if not sides:
        return {}
    side = sides[0]
    types = {f"Type{at}Code": sector for at, sector in enumerate(side.sectors[:3], start=1)}
    cells = {"Code": side.code, "Name": side.name.upper(), "CountryCode": side.state, **types}
    return {f"Actor{which}{name}": value for name, value in cells.items() if value}


def _action(place: Located | None) -> Values:
    if place is None or place.state is None:
        return {"ActionGeo_Type": 0}
    country = state_name(place.state) or place.state
    cells: Values = {
        "Type": _geo_type(place),
        "FullName": country if place.precision == "country" else f"{place.name}, {country}",
        "CountryCode": fips(place.state) or "",
    }
    if place.city is not None:
        cells |= {"Lat": place.city.latitude, "Long": place.city.longitude}
    return {f"ActionGeo_{name}": value for name, value in cells.items()}


def _geo_type(place: Located) -> int:
    in_states = place.state == "USA"
    if place.precision == "country":
        return _COUNTRY
    if place.city is not None:
        return _US_CITY if in_states else _WORLD_CITY
    return _US_STATE if in_states else _WORLD_STATE
