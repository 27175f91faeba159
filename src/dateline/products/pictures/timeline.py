"""Events on a line of days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import escape

from dateline.model import Status
from dateline.products.dates import bounds, in_words
from dateline.products.pictures.elements import circle, path, short, words
from dateline.products.pictures.histogram import draw_histogram
from dateline.products.pictures.marks import legend, mark
from dateline.products.pictures.picture import Picture, Table, framed
from dateline.products.pictures.timeline_layout import WIDTH, LaneRow, TimelineChart, draw_timeline
from dateline.products.wording import counted
from dateline.store import EventRow

ROWS = 24
_EMPTY = 60.0


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event with a date, as the chart shows it."""

    date: str
    words: str
    text: str
    status: Status
    outlets: tuple[str, ...]
    anchor: str


def timeline_picture(events: Iterable[EventRow], *, title: str = "Timeline") -> Picture:
    """Events by their own dates, those that most outlets report where there are too many; all of them in the table.

    Events that no page dates are counted, and not placed by the day of their report.
    """
    rows = list(events)
    dated = [row for row in rows if row.date and bounds(row.date)]
    dated.sort(key=lambda row: (*_days(row), row.text, row.id))
    chart = draw_timeline([_entry(row) for row in dated], ROWS)
    top, high = draw_histogram([_days(row)[0] for row in dated], WIDTH) if chart.left_out else ("", 0.0)
    body = top + (f'<g transform="translate(0 {short(high)})">{draw_chart(chart)}</g>' if dated else "")
    if not dated:
        body = words(0, 34, "No event here has a date.", size=15, fill="ink-2")
    height = high + (chart.height if dated else _EMPTY)
    undated = len(rows) - len(dated)
    under = f"{counted(len(dated), 'dated event')}; {undated:,} more without a date on any page."
    notes = []
    if chart.left_out:
        notes.append(
            f"The {len(chart.rows)} that most outlets report are shown; the table has {chart.left_out:,} more."
        )
    if chart.breaks:
        notes.append("Days are to scale; a double stroke marks a gap that was shortened.")
    body += legend([(status, status) for status in Status], 0, height + 14)
    return framed(
        title,
        under,
        body,
        (WIDTH, height + 16),
        tuple(notes),
        _said(title, dated, undated),
        timeline_table(dated),
    )


def timeline_table(events: Iterable[EventRow]) -> Table:
    """Dated events: date, status, text, outlets, independent reports, id."""
    columns = ("date", "status", "event", "outlets", "independent", "id")
    rows = ((e.date, e.status, e.text, e.outlets, e.independent, e.id) for e in events)
    return Table(columns, tuple(rows))


def draw_chart(chart: TimelineChart, *, linked: bool = False) -> str:
    """The rows of a chart; `linked` in a page that has the anchors of its entries."""
    low = chart.height - 4
    parts = [path(f"M{short(x)} 4V{short(low)}", stroke="rule") for x in chart.grid]
    parts += [
        path(
            f"M{short(x - 4)} {short(low)}l4 -12M{short(x + 1)} {short(low)}l4 -12",
            stroke="control",
            width=1.4,
        )
        for x in chart.breaks
    ]
    parts += [_row(row, linked=linked) for row in chart.rows]
    return "".join(parts)


def _row(row: LaneRow, *, linked: bool) -> str:
    entry = row.entry
    top = row.y + 4.5 - (len(row.lines) - 1) * 8
    shade = "ink" if entry.status else "ink-2"
    text = "".join(words(0, top + i * 16, line, size=13, fill=shade) for i, line in enumerate(row.lines))
    if linked:
        text = f'<a href="#{escape(entry.anchor)}">{text}</a>'
    stretch = ""
    if row.x_end > row.x:
        dashes = "" if entry.status is Status.HAPPENED else "4 3"
        line = f"M{short(row.x)} {short(row.y)}H{short(row.x_end)}"
        stretch = path(line, stroke=entry.status or "ink-3", width=2, dashes=dashes)
    sign = circle(row.x, row.y, 8.5, fill="paper") + mark(entry.status or "published", row.x, row.y)
    said = f"{entry.words} · {entry.status}" if entry.status else entry.words
    x, anchor = (row.x - 14, "end") if row.before else (row.x_end + 14, "start")
    return text + stretch + sign + words(x, row.y + 4.5, said, fill="ink-2", anchor=anchor, halo=True)


def _entry(row: EventRow) -> DatedEvent:
    date = row.date or ""
    outlets = ("",) * row.outlets
    return DatedEvent(date, in_words(date), row.text, Status(row.status), outlets, row.id)


def _days(row: EventRow) -> tuple[str, str]:
    days = bounds(row.date or "")
    return (days[0].isoformat(), days[1].isoformat()) if days else ("", "")


def _said(title: str, dated: Sequence[EventRow], undated: int) -> str:
    if not dated:
        return f"{title}: no event has a date; {counted(undated, 'event')} without one."
    first, last = in_words(dated[0].date or ""), in_words(dated[-1].date or "")
    return f"{title}: {counted(len(dated), 'event')} from {first} to {last}; {undated} more without a date."
