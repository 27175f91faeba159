"""How stories at hand are spread over what they lead with, how they are supported, and who tells them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from enum import StrEnum

from sqlalchemy import Connection, func, select

from dateline.knowledge import Knowledge
from dateline.model import Support
from dateline.store.database import Database
from dateline.store.queries.records import StoryRow
from dateline.store.queries.story_lists import NO_PLACE
from dateline.store.search.facets import FacetCount
from dateline.store.tables import ARTICLES, STORIES, STORY_ARTICLES

LEAST_INDEPENDENT = (1, 2, 3, 5)
"""Numbers of independent sources that stories are counted by."""


class StoryFacet(StrEnum):
    """By what stories are counted; the names are those of `StoryFilters`."""

    STATUS = "status"
    SUPPORT = "support"
    INDEPENDENT = "independent"
    COUNTRY = "country"
    ROOT = "root"
    OUTLET = "outlet"


_OF_ROWS = (StoryFacet.STATUS, StoryFacet.COUNTRY, StoryFacet.ROOT, StoryFacet.SUPPORT)


def story_facets(
    database: Database, stories: Sequence[StoryRow], facets: Iterable[StoryFacet] = tuple(StoryFacet)
) -> dict[StoryFacet, tuple[FacetCount, ...]]:
    """Counts of stories (`FacetCount.pages`) by some facets, the most frequent first."""
    wanted, ids = set(facets), [row.id for row in stories]
    found: dict[StoryFacet, tuple[FacetCount, ...]] = {}
    with database.reading() as connection:
        if wanted.intersection(_OF_ROWS):
            found |= _by_row(connection, ids, wanted)
        if StoryFacet.OUTLET in wanted:
            found[StoryFacet.OUTLET] = _by_outlet(connection, ids)
    if StoryFacet.INDEPENDENT in wanted:
        found[StoryFacet.INDEPENDENT] = tuple(
            FacetCount(str(least), str(least), sum(row.independent >= least for row in stories))
            for least in LEAST_INDEPENDENT
        )
    return {facet: counts for facet, counts in found.items() if facet in wanted}


def _by_row(
    connection: Connection, ids: Sequence[str], wanted: Collection[StoryFacet]
) -> dict[StoryFacet, tuple[FacetCount, ...]]:
    """By what the stories' own rows tell; a story without events is counted by its support alone."""
    columns = STORIES.c
    query = select(columns.lead_status, columns.lead_root, columns.lead_place, columns.support)
    rows = connection.execute(query.where(columns.id.in_(ids))).all()
    led = [row for row in rows if row.lead_status]
    made: dict[StoryFacet, Callable[[], tuple[FacetCount, ...]]] = {
        StoryFacet.STATUS: lambda: _counted(Counter((row.lead_status, row.lead_status) for row in led)),
        StoryFacet.ROOT: lambda: _counted(Counter((row.lead_root, _words(row.lead_root)) for row in led)),
        StoryFacet.COUNTRY: lambda: _counted(Counter(_country(row.lead_place) for row in led)),
        StoryFacet.SUPPORT: lambda: _supports(Counter(row.support for row in rows)),
    }
    return {facet: count() for facet, count in made.items() if facet in wanted}


def _supports(counts: Counter[str]) -> tuple[FacetCount, ...]:
    return tuple(FacetCount(s.value, _words(s.value), counts[s.value]) for s in Support if counts[s.value])


def _words(value: str) -> str:
    return value.lower().replace("_", " ")


def _country(place: str | None) -> tuple[str, str] | None:
    """The code and name of the state that a place lies in; a place beyond states counts nowhere."""
    if place is None:
        return NO_PLACE, "no place"
    tables = Knowledge.load()
    entity = tables.entity(place)
    state = tables.registry.states.get(entity.state) if entity and entity.state else None
    named = tables.entity(state) if state else None
    return (str(entity.state), named.name) if entity and named else None


def _by_outlet(connection: Connection, ids: Sequence[str]) -> tuple[FacetCount, ...]:
    outlet, name = ARTICLES.c.outlet, ARTICLES.c.outlet_name
    query = (
        select(STORY_ARTICLES.c.story, func.coalesce(outlet, name), name)
        .join_from(STORY_ARTICLES, ARTICLES, ARTICLES.c.number == STORY_ARTICLES.c.article)
        .where(STORY_ARTICLES.c.story.in_(ids), func.coalesce(outlet, name).is_not(None))
        .distinct()
    )
    told = {(story, value): name or value for story, value, name in connection.execute(query)}
    names = {value: name for (_, value), name in told.items()}
    return _counted(Counter((value, names[value]) for _, value in told))


def _counted(counts: Counter[tuple[str, str] | None] | Counter[tuple[str, str]]) -> tuple[FacetCount, ...]:
    rows = sorted((-count, *pair) for pair, count in counts.items() if pair)
    return tuple(FacetCount(value, name, -count) for count, value, name in rows)
