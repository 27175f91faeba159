"""Words of a person as values: who a name means on a page and on its day, which place, which date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from dateline.knowledge import Knowledge
from dateline.knowledge.tables import rows_of
from dateline.model import ActorKind, Candidate, CollectionError, Reading
from dateline.store.correcting.fields import mention_value, party_value
from dateline.store.correcting.records import FieldValue

_ID = re.compile(r"Q\d+|dl-.+|local:.+")
_PRECISIONS = {len("2024"): "year", len("2024-03"): "month", len("2024-03-12"): "day"}


def actor_meant(text: str, reading: Reading) -> FieldValue:
    """Somebody by name, by id (`Q15031`, or `local:...` of somebody whom the page alone knows) or, a state, by its code (`KAZ`). Whom the page names goes first, then the tables of actors as of the day of the
    page. A name that neither knows stays a name.

    Raises:
        CollectionError: `bad_correction`, when no table has an id.
    """
    name = " ".join(text.split())
    id = _ids_of_states().get(name) or (name if _ID.fullmatch(name) else None)
    on_page = next((v for v in _on_page(reading) if (v.id == id if id else _is(name, v.text))), None)
    if on_page is not None and on_page.id is not None:
        return on_page if on_page.code or on_page.kind is None else _with_code(on_page, reading)
    known = _of_id(id, reading) if id else next(_candidates(name, reading), None)
    return known or on_page or FieldValue(name)


def place_meant(text: str, reading: Reading) -> FieldValue:
    """A place by name or id, as exactly as the tables know it; a name that they do not know is an area.

    Raises:
        CollectionError: `bad_correction`, when no table has an id.
    """
    name = " ".join(text.split())
    found = _of_id(name, reading) if _ID.fullmatch(name) else None
    if found is None:
        places = (value for value in _candidates(name, reading, places=True) if _is(name, value.text))
        found = next(places, None)
    if found is None or found.id is None:
        return FieldValue(name, precision="area")
    return FieldValue(found.text, found.id, precision=_precision(found))


def date_meant(text: str) -> FieldValue:
    """An ISO day, month or year, or `start/end` of days.

    Raises:
        CollectionError: `bad_correction`.
    """
    value = text.strip()
    parts = value.split("/")
    sizes = {len(part) for part in parts}
    try:
        for part in parts:
            date.fromisoformat((part + "-01-01")[: len("2024-03-12")] if len(part) in _PRECISIONS else "")
    except ValueError as error:
        what = f"{text!r} is no date: write a day, month or year (2024-03-12, 2024-03, 2024), or start/end."
        raise CollectionError("bad_correction", what) from error
    if len(parts) > 2 or len(sizes) > 1 or parts != sorted(parts):
        raise CollectionError(
            "bad_correction",
            f"{text!r} is no stretch of time: write start/end, such as 2024-03-10/2024-03-12.",
        )
    return FieldValue(value, precision="range" if len(parts) == 2 else _PRECISIONS[len(value)])


def _is(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _on_page(reading: Reading) -> Iterator[FieldValue]:
    """All who are known on a page: who takes part, whose codes are told there, then mentions."""
    for event in reading.events:
        yield from map(party_value, (*event.source, *event.target))
    yield from map(mention_value, reading.mentions)


def _with_code(value: FieldValue, reading: Reading) -> FieldValue:
    """Somebody whom the page names, with the code that the tables give on its day."""
    found = next((one for one in _candidates(value.text, reading) if one.id == value.id), None)
    return FieldValue(
        value.text, value.id, value.state, found.code if found else value.state, value.role, value.kind
    )


def _of_id(id: str, reading: Reading) -> FieldValue:
    entity = Knowledge.load().entity(id)
    if entity is None:
        raise CollectionError(
            "bad_correction",
            f"no table has {id}, and the page does not name it: `dateline lookup NAME` tells ids.",
        )
    named = (
        one
        for one in _candidates(entity.name, reading, places=entity.kind is ActorKind.PLACE)
        if one.id == id
    )
    plain = FieldValue(
        entity.name, entity.id, entity.state, entity.code or entity.state, kind=entity.kind.value
    )
    return next(named, plain)


def _candidates(name: str, reading: Reading, *, places: bool = False) -> Iterator[FieldValue]:
    """Who or what the tables know by a name, as of the day of the page; places only where they are asked for."""
    published = reading.article.published
    at = published.value[: len("2024-03-12")] if published else None
    for found in Knowledge.load().lookup(name, at=at):
        if (
            (found.kind in (ActorKind.PLACE, ActorKind.STATE))
            if places
            else found.kind is not ActorKind.PLACE
        ):
            yield _value(found)


def _value(found: Candidate) -> FieldValue:
    return FieldValue(found.name, found.actor, found.state, found.code, found.role, found.kind.value)


def _precision(place: FieldValue) -> str:
    tables = Knowledge.load()
    if place.kind == ActorKind.STATE.value:
        return "country"
    if place.id in tables.regions:
        return "region"
    return "city" if place.id and tables.gazetteer.with_id(place.id) else "area"


@cache
def _ids_of_states() -> dict[str, str]:
    return {row["iso3"]: row["qid"] for row in rows_of("state_codes") if row["qid"]}
