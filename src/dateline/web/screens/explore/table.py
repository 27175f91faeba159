"""The table of events: one part of it, in some order, with the words that the events rest on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starlette.requests import Request

from dateline.products.dates import in_words
from dateline.store import Collection, EventRow
from dateline.store.queries.evidence import Evidence, evidence_of
from dateline.web.addresses import with_params
from dateline.web.screens.explore.found import Found
from dateline.web.screens.explore.question import Question

SHOWN = 40
_ORDERS: dict[str, Callable[[EventRow], tuple[object, ...]]] = {
    "day": lambda row: (row.day or "",),
    "status": lambda row: (row.status,),
    "source": lambda row: (row.source or ("\uffff",),),
    "target": lambda row: (row.target or ("\uffff",),),
    "act": lambda row: (row.root, row.mode or ""),
    "place": lambda row: (row.place or "\uffff",),
    "independent": lambda row: (row.independent, row.reports),
}
HEADS = {
    "status": "Status", "day": "Date", "source": "Source", "target": "Target", "act": "Act", "place": "Place",
    "independent": "Independent",
}  # fmt: skip
_DOWN_FIRST = frozenset({"day", "independent"})


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: its name, the address of the table in its order, and the order that is in force."""

    name: str
    address: str
    order: str


@dataclass(frozen=True, slots=True)
class Shown:
    """An event as a row of the table; `date` is in words, None where only the day of its report is known."""

    event: EventRow
    date: str | None
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class TablePart:
    """Rows of the table after the first `passed`, and where the others are."""

    heads: tuple[Head, ...]
    rows: tuple[Shown, ...]
    passed: int
    before: str | None
    after: str | None


def table_of(
    request: Request, collection: Collection, found: Found, question: Question, most: int = SHOWN
) -> TablePart:
    """The part of the table that a question asks for."""
    passed, sort = question.passed, question.sort
    ordered = in_order(found.rows, sort)
    part = ordered[passed : passed + most]
    words = evidence_of(collection.holdings.database, [row.id for row in part])
    return TablePart(
        tuple(_head(request, name, title, sort) for name, title in HEADS.items()),
        tuple(Shown(row, in_words(row.date) if row.date else None, words.get(row.id)) for row in part),
        passed,
        with_params(request, cursor=str(passed - most) if passed > most else None) if passed else None,
        with_params(request, cursor=str(passed + most)) if passed + most < len(ordered) else None,
    )


def in_order(rows: Sequence[EventRow], sort: str | None) -> Sequence[EventRow]:
    """Events in the order of a column, downwards with `-` before it; newest first without one."""
    if sort is None:
        return rows
    return sorted(rows, key=_ORDERS[sort.removeprefix("-")], reverse=sort.startswith("-"))


def _head(request: Request, name: str, title: str, sort: str | None) -> Head:
    order = {name: "ascending", f"-{name}": "descending"}.get(sort or "", "")
    down = order == "ascending" or (not order and name in _DOWN_FIRST)
    return Head(title, with_params(request, sort=f"-{name}" if down else name), order)
