"""Day and place of an event as its reports give them (codebook section 9, rules 2 and 3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dateline.model import Fact, FactKind, Position, Span, Stance, Support
from dateline.stories.events.days import Days, gap
from dateline.stories.events.occurrences import Occurrence
from dateline.stories.events.reports import EventReport, may_be_days_apart, same_place
from dateline.stories.events.slots import best_dated, best_placed
from dateline.syndication import published_day

_EXACT = ("point", "city")


def details(occurrence: Occurrence, text: str, family_of: Mapping[str, int]) -> list[Fact]:
    """Facts on when and where, each where at least two pages speak to it."""
    found = [
        _fact(FactKind.DATE, f"When: {text}", _dated(occurrence), _dates_clash, best_dated, family_of),
        _fact(FactKind.PLACE, f"Where: {text}", _placed(occurrence), _places_clash, best_placed, family_of),
    ]
    return [fact for fact in found if fact is not None]


Clash = Callable[[EventReport, EventReport], bool | None]
"""True: cannot both hold. False: they agree. None: one is only vaguer, or they speak of different things."""


Best = Callable[[Sequence[EventReport], Sequence[int]], EventReport | None]
"""Of reports and their families, the report with the best-supported value."""


def _fact(
    kind: FactKind,
    text: str,
    reports: Sequence[EventReport],
    clash: Clash,
    best: Best,
    family_of: Mapping[str, int],
) -> Fact | None:
    """A fact when two pages agree or clash; None where they only speak past each other."""
    if len(reports) < 2:
        return None
    pairs = [(a, b, clash(a, b)) for i, a in enumerate(reports) for b in reports[i + 1 :]]
    apart = [(a, b) for a, b, verdict in pairs if verdict and family_of[a.article] != family_of[b.article]]
    agreed = [
        a for a, b, verdict in pairs if verdict is False and family_of[a.article] != family_of[b.article]
    ]
    if not apart and not agreed:
        return None
    standard = best(reports, [family_of[report.article] for report in reports]) or reports[0]
    positions = tuple(_position(kind, report, bool(clash(standard, report))) for report in reports)
    return Fact("", kind, text, Support.CONFLICTING if apart else Support.CORROBORATED, positions)


def _position(kind: FactKind, report: EventReport, differs: bool) -> Position:
    """A value that no words of the page say, as a corrected one may be, rests on the words of the event."""
    stance = Stance.DIFFERS if differs else Stance.REPORTS
    text = report.reading.article.text
    if kind is FactKind.DATE:
        when = report.event.date
        span = when.span if when else None
        normal = when.value if when else None
    else:
        where = report.event.place
        span = where.span if where else None
        normal = (where.id or where.name) if where else None
    value = Span(*span).of(text) if span else normal
    return Position(report.article, stance, value, normal, (span or report.event.evidence,))


def _dated(occurrence: Occurrence) -> list[EventReport]:
    """For each page, its report with the most exact day."""

    def width(report: EventReport) -> int:
        days = report.days
        return days[1] - days[0] if days else 0

    dated = [report for report in occurrence.reports if report.days is not None]
    return _first_of_each(sorted(dated, key=width))


def _placed(occurrence: Occurrence) -> list[EventReport]:
    placed = [report for report in occurrence.reports if report.event.place is not None]
    return _first_of_each(
        sorted(placed, key=lambda r: r.event.place is None or r.event.place.precision not in _EXACT)
    )


def _first_of_each(reports: Sequence[EventReport]) -> list[EventReport]:
    best: dict[str, EventReport] = {}
    for report in reports:
        best.setdefault(report.article, report)
    return [best[article] for article in sorted(best)]


def _dates_clash(a: EventReport, b: EventReport) -> bool | None:
    if a.days is None or b.days is None:
        return None
    apart = gap(a.days, b.days)
    if apart > 0:
        is_open = may_be_days_apart(a, b, apart) or _is_page_day(a, a.days) or _is_page_day(b, b.days)
        return None if is_open else True
    return False if a.days == b.days else None


def _is_page_day(report: EventReport, days: Days) -> bool:
    """True when the day was not said but taken from the page."""
    when = report.event.date
    return when is not None and when.span is None and days[0] == published_day(report.reading.article)


def _places_clash(a: EventReport, b: EventReport) -> bool | None:
    first, second = a.event.place, b.event.place
    if first is None or second is None:
        return None
    if same_place(first, second):
        return False
    return True if first.precision in _EXACT and second.precision in _EXACT else None
