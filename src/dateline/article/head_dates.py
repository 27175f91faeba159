"""When a page was published and last changed, out of all that says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.article.dates import date_of_url, find_dates, parse_stamp
from dateline.article.moments import best_form, in_local_zone, is_possible, moment_of, order_published
from dateline.article.shown_dates import ShownDate
from dateline.model import DatedValue, DatePrecision, HeadCandidate, HeadField

_BARS = ("|", "-", "–", "—", "•", "·")


def dates_of(candidates: Iterable[HeadCandidate], kind: HeadField) -> list[DatedValue]:
    """Candidates of one field that are dates."""
    found = []
    for candidate in candidates:
        stamp = parse_stamp(candidate.value) if candidate.field is kind else None
        if stamp:
            found.append(DatedValue(*stamp, candidate.source, candidate.span))
    return found


def published_dates(
    declared: Sequence[HeadCandidate],
    shown: Sequence[ShownDate],
    times: Sequence[HeadCandidate],
    url: str | None,
    given: str | None,
) -> list[DatedValue]:
    """Dates of publication, best first: what the caller gave, what the page declares, what it shows by its headline, then the
    address, a guess, and what it shows elsewhere."""
    day = date_of_url(url) if url else None
    guesses = [c for c in declared if c.source == "htmldate"]
    changed = _marked_changes(times)
    front = [
        date.date
        for date in shown
        if not date.is_update and date.is_front and date.date.value[:10] not in changed
    ]
    far = [date.date for date in shown if not date.is_update and not date.is_front]
    marked = dates_of(times, HeadField.PUBLISHED)
    plain = [
        *dates_of((c for c in declared if c.source != "htmldate"), HeadField.PUBLISHED),
        *front,
        *marked,
        *([DatedValue(day, DatePrecision.DAY, "url", None)] if day else []),
        *far,
        *dates_of(guesses, HeadField.PUBLISHED),
    ]
    ordered = order_published(plain, modified_dates(declared, shown, times))
    if ordered:
        best = _in_best_form(ordered, shown, times, declared)
        ordered = [best, *(date for date in ordered if date != best)]
    return _with_given(ordered, given)


def _marked_changes(times: Sequence[HeadCandidate]) -> set[str]:
    """Days that are marked as those of a change only: the line that shows one of them is of the change too."""
    changes, others = dates_of(times, HeadField.MODIFIED), dates_of(times, HeadField.PUBLISHED)
    return {date.value[:10] for date in changes} - {date.value[:10] for date in others}


def modified_dates(
    declared: Sequence[HeadCandidate], shown: Sequence[ShownDate], times: Sequence[HeadCandidate]
) -> list[DatedValue]:
    """Dates of the last change, best first."""
    found = [
        *dates_of(declared, HeadField.MODIFIED),
        *dates_of(times, HeadField.MODIFIED),
        *(date.date for date in shown if date.is_update and date.is_front),
        *(date.date for date in shown if date.is_update and not date.is_front),
    ]
    usable = [date for date in found if is_possible(date)]
    return [best_form(usable[0], usable[1:]), *usable[1:]] if usable else []


def _in_best_form(
    ordered: Sequence[DatedValue],
    shown: Sequence[ShownDate],
    times: Sequence[HeadCandidate],
    declared: Sequence[HeadCandidate],
) -> DatedValue:
    best = best_form(ordered[0], ordered[1:])
    marked = [*dates_of(times, HeadField.PUBLISHED), *dates_of(times, HeadField.MODIFIED)]
    stamps = [*marked, *dates_of(declared, HeadField.MODIFIED), *ordered[1:]]
    moments = [moment for date in stamps if (moment := moment_of(date))]
    day = best.value[:10]
    clocks = [
        date.clock
        for date in shown
        if date.clock and not date.is_update and date.is_front and date.date.value[:10] != day
    ]
    clocks += [m for date in ordered[1:] if (m := moment_of(date)) and m.tzinfo is None]
    days = [date.date.value[:10] for date in shown if not date.is_update and date.is_front]
    offsets = [offset for moment in moments if (offset := moment.utcoffset())]
    return in_local_zone(best, clocks, days, offsets)


def _with_given(dates: Sequence[DatedValue], given: str | None) -> list[DatedValue]:
    """What the caller gave goes first; the page's own words for the same day are better evidence than a bare value."""
    stamp = parse_stamp(given) if given else None
    if not given or not stamp:
        return list(dates)
    same = [date for date in dates if date.value[:10] == given[:10]] if len(given) <= 10 else []
    rest = [date for date in dates if date not in same]
    return [*same, *rest] if same else [DatedValue(*stamp, "given", None), *dates]


def has_date(
    declared: Sequence[HeadCandidate],
    shown: Sequence[ShownDate],
    times: Sequence[HeadCandidate],
    url: str | None,
) -> bool:
    """True where something else than a guess says when the page was published."""
    stamps = dates_of((*declared, *times), HeadField.PUBLISHED)
    return (
        any(is_possible(date) for date in stamps)
        or any(not date.is_update for date in shown)
        or bool(url and date_of_url(url))
    )


def day_at_end(title: str) -> str | None:
    """The day that is a page title's last part: "Dam opens | The Daily Example | 12.03.2024"."""
    dates = find_dates(title)
    ends = bool(dates) and dates[-1].span.end == len(title)
    return dates[-1].value if ends and title[: dates[-1].span.start].rstrip().endswith(_BARS) else None
