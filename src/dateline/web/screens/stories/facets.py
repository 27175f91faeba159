"""Filters with counts, each value a link that sets it or takes it away; and what is set, as chips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starlette.requests import Request

from dateline.knowledge import Knowledge
from dateline.products.dates import in_words as moment_words
from dateline.products.dates import spread
from dateline.store import Collection
from dateline.store.queries.story_facets import StoryFacet, story_facets
from dateline.store.queries.story_lists import NO_PLACE, listed
from dateline.store.search.facets import FacetCount
from dateline.web.addresses import with_params, without_params
from dateline.web.asked import Chip
from dateline.web.screens.stories.asked import Asked
from dateline.web.screens.stories.listing import NEWEST, Listing, without

SHOWN = 6
NAMES = {
    StoryFacet.STATUS: "Status",
    StoryFacet.SUPPORT: "Support",
    StoryFacet.INDEPENDENT: "Independent sources, at least",
    StoryFacet.COUNTRY: "Country of the event",
    StoryFacet.ROOT: "Act",
    StoryFacet.OUTLET: "Outlet",
}
_PARAMS = {StoryFacet.INDEPENDENT: "min_independent"}


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a filter, how many stories have it, and the address with it set or taken away."""

    value: str
    name: str
    stories: int
    address: str
    is_set: bool


@dataclass(frozen=True, slots=True)
class FacetView:
    """A filter: `values` are shown, `more` folded."""

    facet: StoryFacet
    name: str
    values: tuple[Value, ...]
    more: tuple[Value, ...]


def facet_views(request: Request, collection: Collection, listing: Listing) -> tuple[FacetView, ...]:
    """All filters; what one of them would let through is counted without itself."""
    database = collection.holdings.database
    free = [facet for facet in StoryFacet if not listing.asked.has(facet)]
    counts = story_facets(database, listing.newest, free)
    for facet in StoryFacet:
        if listing.asked.has(facet):
            around = listed(database, without(listing.filters, facet.value), most=NEWEST)
            counts |= story_facets(database, around, [facet])
    return tuple(_view(request, facet, counts[facet], listing.asked) for facet in NAMES)


def _view(request: Request, facet: StoryFacet, counts: Sequence[FacetCount], asked: Asked) -> FacetView:
    values = [_value(request, facet, count, asked) for count in counts if count.pages]
    shown = max(SHOWN, len([value for value in values if value.is_set]))
    values.sort(key=lambda value: facet is not StoryFacet.INDEPENDENT and not value.is_set)
    return FacetView(facet, NAMES[facet], tuple(values[:shown]), tuple(values[shown:]))


def _value(request: Request, facet: StoryFacet, count: FacetCount, asked: Asked) -> Value:
    param, value = _PARAMS.get(facet, facet.value), count.value
    if facet is StoryFacet.INDEPENDENT:
        is_set = value == str(asked.independent or 1)
        address = with_params(request, **{param: None if value == "1" else value})
        return Value(value, value, count.pages, address, is_set)
    chosen = getattr(asked, facet)
    is_set = value in chosen
    left = [other for other in chosen if other != value]
    address = with_params(request, **{param: left if is_set else [*chosen, value]})
    return Value(value, count.name, count.pages, address, is_set)


def chips(request: Request, asked: Asked) -> Iterator[Chip]:
    """What is set, in the order of the page."""
    if asked.query:
        yield Chip("words", asked.query, without_params(request, "q"))
    if asked.first or asked.last:
        yield Chip("dates", _days(asked), without_params(request, "from", "to"))
    for name in ("actor", "country", "status", "support", "root", "outlet"):
        for value in getattr(asked, name):
            yield Chip(_SAID.get(name, name), in_words(name, value), without_params(request, **{name: value}))
    if asked.conflict_since:
        yield Chip(
            "in conflict since", _moment(asked.conflict_since), without_params(request, "conflict_since")
        )
    if asked.independent and asked.independent > 1:
        said = f"at least {asked.independent}"
        yield Chip("independent", said, without_params(request, "min_independent"))


_SAID = {"root": "act"}


def in_words(name: str, value: str) -> str:
    """A value of a filter for a reader: the names of ids and codes."""
    if name in ("actor", "country", "outlet") and value != NO_PLACE:
        tables = Knowledge.load()
        entity = tables.entity(tables.registry.states.get(value, value))
        return entity.name if entity else value
    return "no place" if value == NO_PLACE else value.lower().replace("_", " ")


def _moment(value: str) -> str:
    """A day, or an instant in UTC to the minute."""
    return f"{moment_words(value[:16])} UTC" if "T" in value else moment_words(value)


def _days(asked: Asked) -> str:
    if asked.first and asked.last:
        return spread([asked.first.isoformat(), asked.last.isoformat()]) or ""
    day = spread([(asked.first or asked.last).isoformat()])  # type: ignore[union-attr]
    return f"from {day}" if asked.first else f"to {day}"
