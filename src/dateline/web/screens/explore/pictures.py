"""The pictures of a page: what is picked in one narrows all of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from starlette.requests import Request

from dateline.knowledge import Knowledge
from dateline.model import Status
from dateline.products.pictures import Gazette, Picture, lanes, map, network
from dateline.products.pictures.event_places import Spot
from dateline.products.pictures.lanes import Days, Lane, lanes_of, lanes_picture
from dateline.products.pictures.network_lines import ToEvents as ToPairs
from dateline.web.addresses import with_params
from dateline.web.screens.explore.found import Found
from dateline.web.screens.explore.question import Question


def map_of(request: Request, found: Found) -> Picture:
    """Where: a place leads to its events."""

    def to(spot: Spot) -> str:
        return with_params(request, place=spot.name)

    return map.linked_map(found.rows, gazette(Knowledge.load()), title="Where", to=to)


@cache
def gazette(knowledge: Knowledge) -> Gazette:
    """Where places lie, kept as long as the tables stay."""
    return Gazette(knowledge)


def network_of(request: Request, found: Found, question: Question) -> Picture:
    """Who with whom: an actor leads to its events, a line to those of two."""
    ids = found.ids()

    def of_actor(name: str) -> str:
        return with_params(request, **_asking_for(request, (ids.get(name, name),)))

    def of_pair(one: str, other: str) -> str:
        return with_params(request, pair=(ids.get(one, one), ids.get(other, other)))

    to = ToPairs(actor=of_actor, pair=of_pair)
    return network.linked_network(found.rows, title="Who with whom", to=to, most=question.nodes)


def lanes_for(request: Request, found: Found, question: Question, *, most: int) -> tuple[Picture, int]:
    """When, and how many events stand in no lane."""
    ids = found.ids()

    def narrowed(lane: Lane, **others: str | None) -> str:
        wanted = tuple(ids.get(name, name) for name in lane)
        return with_params(request, **_asking_for(request, wanted), **others)

    def in_period(lane: Lane, status: Status, days: Days) -> str:
        return narrowed(lane, status=status.value, dated="yes", **_days(days))

    to = lanes.ToEvents(
        lane=narrowed,
        period=lambda days: with_params(request, dated="yes", **_days(days)),
        mark=in_period,
        undated=lambda lane: narrowed(lane, dated="no"),
    )
    laid = lanes_of(found.rows, of_pairs=question.of_pairs)
    return lanes_picture(laid, title="When", to=to, most=most), laid.apart


def _days(days: Days) -> dict[str, str]:
    return {"from": days[0], "to": days[1]}


def _asking_for(request: Request, wanted: Sequence[str]) -> dict[str, list[str]]:
    """The parameters that ask for one actor beside those that are chosen, or for two with each other."""
    if len(wanted) == 2:
        return {"pair": list(wanted)}
    return {"actor": list(dict.fromkeys([*request.query_params.getlist("actor"), *wanted]))}
