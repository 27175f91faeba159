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
    "q": "words", "actor": "with", "pair": "with each other", "source": "by", "target": "to", "between": "between", "country": "country",
    "place": "place", "placed": "with a place", "dated": "with a day of its own", "root": "act", "status": "status",
    "story": "story", "outlet": "outlet", "from": "from", "to": "until", "min_independent": "independent reports from",
}  # fmt: skip
"""The parameters that filter, with their names in words."""
NEWEST, MOST_NEWEST = 1_000, 5_000
_NODES, _MOST_NODES = 40, 500
_YES_NO = {"yes": True, "no": False}
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
_CURSOR = re.compile(r"[0-9]{1,5}")
SORTS = ("day", "status", "source", "target", "act", "place", "independent")
"""The columns by which the table can be sorted."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question: which events, how many of the newest, and how they are shown: `sort` is the order of the table, `passed` how many rows of it
    come before those that are shown."""

    view: str
    filters: Filters
    newest: int
    nodes: int
    of_pairs: bool
    sort: str | None
    passed: int
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
        sort=one(request, "sort", [*SORTS, *(f"-{name}" for name in SORTS)]),
        passed=_passed(request),
        chips=chips(request, FILTERS, names),
    )


def filters_of(request: Request) -> Filters:
    """The filters of an address.

    Raises:
        HTTPException: 400, for a value that cannot be.
    """
    pair = several(request, "pair")
    if len(pair) > 2:
        raise refused("pair: give two, as pair=Q148&pair=Q159.")
    asked = Filters(
        about=several(request, "q") or None,
        all_of=(*several(request, "actor"), *(pair if len(pair) == 1 else ())),
        pair=(pair[0], pair[1]) if len(pair) == 2 else None,
        source=several(request, "source") or None,
        target=several(request, "target") or None,
        between=_between(request),
        country=_countries(request) or None,
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
    return replace(asked, after=found.after, before=found.before)


def _between(request: Request) -> tuple[str, str] | None:
    given = several(request, "between")
    if not given:
        return None
    pair = [part.strip() for part in (given if len(given) > 1 else given[0].split("|"))]
    if len(pair) != 2 or not all(pair):
        raise refused("between: give two, as between=Q148&between=Q159, or between=China|Russia.")
    return pair[0], pair[1]


def _countries(request: Request) -> list[str]:
    given = several(request, "country")
    wrong = next((code for code in given if code not in _states()), None)
    if wrong is not None:
        raise refused(f"country={wrong[:20]!r} is no code of a state: write it with three letters, as KAZ.")
    return given


def _passed(request: Request) -> int:
    cursor = one(request, "cursor") or "0"
    if not _CURSOR.fullmatch(cursor):
        raise refused(f"cursor={cursor[:20]!r} leads nowhere: follow the links of the table.")
    return int(cursor)


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
