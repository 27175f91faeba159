"""How the events of a page are spread, each value with the address that asks for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from starlette.requests import Request

from dateline.store import EventRow
from dateline.web.addresses import with_params
from dateline.web.screens.explore.found import Found

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Value:
    """A value, how many events have it, and the address that asks for these."""

    name: str
    count: int
    address: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of a field; `note` says what does not add up, and why."""

    name: str
    values: tuple[Value, ...]
    note: str = ""


def facets_of(request: Request, found: Found) -> tuple[Facet, ...]:
    """The facets of some events."""
    rows, names, ids = found.rows, found.names, found.ids()
    several = "An event may have several."

    def actors(row: EventRow) -> Iterable[str]:
        return {names.get(name, name) for name in (*row.source, *row.target)}

    def countries(row: EventRow) -> Iterable[str]:
        return {*row.source_states, *row.target_states}

    return (
        _facet(request, "Status", "status", rows, lambda row: (row.status,)),
        _facet(request, "Act", "root", rows, lambda row: (row.root,)),
        _facet(request, "Who takes part", "actor", rows, actors, several, lambda name: ids.get(name, name)),
        _facet(request, "Country", "country", rows, countries, several),
        _places(request, rows),
    )


def _places(request: Request, rows: Sequence[EventRow]) -> Facet:
    facet = _facet(request, "Place", "place", rows, lambda row: (row.place,) if row.place else ())
    nowhere = sum(row.place is None for row in rows)
    if not nowhere:
        return facet
    chosen = request.query_params.get("placed") == "no"
    none = Value("none", nowhere, with_params(request, placed="no"), chosen)
    return Facet(facet.name, (*facet.values, none), facet.note)


def _facet(
    request: Request,
    title: str,
    param: str,
    rows: Sequence[EventRow],
    values: Callable[[EventRow], Iterable[str]],
    note: str = "",
    value_of: Callable[[str], str] = str,
) -> Facet:
    """The commonest values; of those that are chosen already the others are dropped by a click."""
    counts = Counter(value for row in rows for value in values(row))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    chosen = request.query_params.getlist(param)
    shown = tuple(
        Value(name, count, _address(request, param, value_of(name), chosen), value_of(name) in chosen)
        for name, count in ranked[:_SHOWN]
    )
    rest = len(ranked) - len(shown)
    more = f"{rest} more, {sum(count for _, count in ranked[_SHOWN:]):,} times." if rest else ""
    return Facet(title, shown, " ".join(part for part in (more, note) if part))


def _address(request: Request, param: str, value: str, chosen: Sequence[str]) -> str:
    if param == "actor":
        return with_params(request, actor=list(dict.fromkeys([*chosen, value])))
    return with_params(request, **{param: value})
