"""What an address of Explore asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from starlette.requests import Request

from dateline.knowledge.tables import rows_of
from dateline.model import Status
from dateline.ontology import Ontology
from dateline.store.queries.filters import Filters
from dateline.web.asked import Chip, chips, days, one, refused, several

VIEWS = {
    "all": "All four", "map": "Map", "time": "Timeline", "net": "Network", "table": "Table", "sql": "SQL",
}  # fmt: skip
FILTERS = {
    "q": "words", "actor": "with", "source": "by", "target": "to", "between": "between", "country": "country",
    "place": "place", "placed": "with a place", "dated": "with a day of its own", "root": "act", "status": "status",
    "story": "story", "outlet": "outlet", "from": "from", "to": "until", "min_independent": "independent reports from",
}  # fmt: skip
"""The parameters that filter, with their names in words."""
NEWEST, MOST_NEWEST = 1_000, 5_000
_NODES, _MOST_NODES = 40, 500
_YES_NO = {"yes": True, "no": False}
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")


@dataclass(frozen=True, slots=True)
class Question:
    """A question: which events, how many of the newest, and how they are shown."""

    view: str
    filters: Filters
    newest: int
    nodes: int
    of_pairs: bool
    chips: tuple[Chip, ...]


def question_of(request: Request, names: Mapping[str, str] | None = None) -> Question:
    """The question of an address.

    Args:
        names: words for the ids of actors.

    Raises:
        HTTPException: 400, for a value that cannot be.
    """
    view = one(request, "view", VIEWS) or "all"
    lanes = one(request, "lanes", ("pairs", "actors"))
    return Question(
        view=view,
        filters=filters_of(request),
        newest=_number(request, "newest", MOST_NEWEST) or NEWEST,
        nodes=_number(request, "actors", _MOST_NODES) or _NODES,
        of_pairs=lanes != "actors",
        chips=chips(request, FILTERS, names),
    )


def filters_of(request: Request) -> Filters:
    """The filters of an address.

    Raises:
        HTTPException: 400, for a value that cannot be.
    """
    asked = Filters(
        about=several(request, "q") or None,
        all_of=tuple(several(request, "actor")),
        source=several(request, "source") or None,
        target=several(request, "target") or None,
        between=_between(request),
        country=several(request, "country", _states()) or None,
        place=several(request, "place") or None,
        has_place=_yes_no(request, "placed"),
        has_own_day=_yes_no(request, "dated"),
        root=several(request, "root", Ontology.load().roots) or None,
        status=several(request, "status", list(Status)) or None,
        story=several(request, "story") or None,
        outlet=several(request, "outlet") or None,
        least_independent=_number(request, "min_independent", 100_000),
    )
    found = days(request)
    return replace(asked, after=found["after"], before=found["before"])


def _between(request: Request) -> tuple[str, str] | None:
    given = several(request, "between")
    if not given:
        return None
    pair = [part.strip() for part in (given if len(given) > 1 else given[0].split("|"))]
    if len(pair) != 2 or not all(pair):
        raise refused("between: give two, as between=Q148&between=Q159, or between=China|Russia.")
    return pair[0], pair[1]


def _yes_no(request: Request, name: str) -> bool | None:
    given = one(request, name, _YES_NO)
    return None if given is None else _YES_NO[given]


def _number(request: Request, name: str, most: int) -> int | None:
    given = one(request, name)
    if given is None:
        return None
    if not _NUMBER.fullmatch(given) or int(given) > most:
        raise refused(f"{name}={given[:20]!r} cannot be: give a number from 1 to {most:,}.")
    return int(given)


@cache
def _states() -> frozenset[str]:
    return frozenset(row["iso3"] for row in rows_of("state_codes"))
