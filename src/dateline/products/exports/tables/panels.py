"""Panels: a row for every month or day between the first and the last page, for each dyad or state that occurs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from dateline.model import Status
from dateline.products.exports.contents import Contents
from dateline.products.exports.schema import Column, Kind, Table
from dateline.products.exports.tables.coverage import DAY, MONTH
from dateline.products.exports.tables.tallies import Row, rows
from dateline.products.exports.told import Side, ToldEvent

_QUADS = {1: "verbal_cooperation", 2: "material_cooperation", 3: "verbal_conflict", 4: "material_conflict"}
_OF_STATUS = {
    Status.HAPPENED: "events that took place",
    Status.PLANNED: "planned ones",
    Status.DENIED: "denied ones",
    Status.HYPOTHETICAL: "ones that are only supposed",
}


def _states(sides: tuple[Side, ...]) -> list[str]:
    return sorted({side.state for side in sides if side.state})


def _dyads(event: ToldEvent) -> Iterator[tuple[str, str]]:
    return ((a, b) for a in _states(event.source) for b in _states(event.target))


def _countries(event: ToldEvent) -> Iterator[tuple[str]]:
    return ((state,) for state in _states(event.source + event.target))


def _dyad_rows(contents: Contents, letters: int) -> Iterator[Row]:
    return rows(contents, letters, _dyads)


def _country_rows(contents: Contents) -> Iterator[Row]:
    return rows(contents, MONTH, _countries)


def _of_status(status: Status, row: Row) -> int:
    return row.tally.with_status(status)


def _of_quad(quad: int, row: Row) -> int:
    return row.tally.in_quad(quad)


_COUNTS: tuple[Column[Row], ...] = (
    *(
        Column(f"events_{status.value}", Kind.WHOLE, meaning, partial(_of_status, status), unit="events")
        for status, meaning in _OF_STATUS.items()
    ),
    *(
        Column(
            name,
            Kind.WHOLE,
            f"{name.replace('_', ' ')} that took place (quad {quad})",
            partial(_of_quad, quad),
            unit="events",
        )
        for quad, name in _QUADS.items()
    ),
    Column(
        "mean_score",
        Kind.NUMBER,
        "mean of the scores of events that took place",
        lambda r: r.tally.mean_score,
        unit="-10 to 10",
        missing="there are none",
    ),
    Column(
        "reports",
        Kind.WHOLE,
        "reports of the events that took place",
        lambda r: r.tally.reports,
        unit="reports",
    ),
    Column(
        "outlets",
        Kind.WHOLE,
        "outlets that report them, each once",
        lambda r: len(r.tally.outlets),
        unit="outlets",
    ),
    Column(
        "independent",
        Kind.WHOLE,
        "their independent reports: families of copies, added up",
        lambda r: r.tally.independent,
        unit="families",
    ),
    Column(
        "dated_by_publication",
        Kind.WHOLE,
        "those of them that no page dates to a period: they stand in that of their first report",
        lambda r: r.tally.dated_by_publication,
        unit="events",
    ),
    Column(
        "pages",
        Kind.WHOLE,
        "coverage: all pages published in the period, whomever they name",
        lambda r: r.pages,
        unit="pages",
    ),
    Column(
        "active_outlets",
        Kind.WHOLE,
        "coverage: outlets with a page in the period",
        lambda r: r.active_outlets,
        unit="outlets",
    ),
)


def _dyad_columns(period: str, kind: Kind) -> tuple[Column[Row], ...]:
    return (
        Column("source_state", Kind.TEXT, "who acts, ISO 3166-1 alpha-3", lambda r: r.key[0]),
        Column("target_state", Kind.TEXT, "towards whom; it may be the same state", lambda r: r.key[1]),
        Column(period, kind, "period of the event's own date, else of its first report", lambda r: r.period),
        *_COUNTS,
    )


DYAD_MONTH: Table[Row] = Table(
    name="dyad_month",
    title="Events from state to state by month, months without any included",
    key=("source_state", "target_state", "month"),
    records=lambda contents: _dyad_rows(contents, MONTH),
    columns=_dyad_columns("month", Kind.MONTH),
)

DYAD_DAY: Table[Row] = Table(
    name="dyad_day",
    title="Events from state to state by day, days without any included",
    key=("source_state", "target_state", "day"),
    records=lambda contents: _dyad_rows(contents, DAY),
    columns=_dyad_columns("day", Kind.DAY),
)

COUNTRY_MONTH: Table[Row] = Table(
    name="country_month",
    title="Events in which a state takes part on either side by month, months without any included",
    key=("state", "month"),
    records=_country_rows,
    columns=(
        Column("state", Kind.TEXT, "ISO 3166-1 alpha-3", lambda r: r.key[0]),
        Column(
            "month", Kind.MONTH, "month of the event's own date, else of its first report", lambda r: r.period
        ),
        *_COUNTS,
    ),
)
