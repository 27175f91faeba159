"""Events on lanes, one for each two actors or each actor, on a scale of days, weeks, months or years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

from dateline.model import Status
from dateline.products.dates import bounds
from dateline.products.pictures.dealings import names_of, pairs_of
from dateline.products.pictures.elements import box, linked, path, short, words
from dateline.products.pictures.marks import legend, mark
from dateline.products.pictures.periods import Periods, periods_of
from dateline.products.pictures.picture import Picture, Table
from dateline.products.pictures.text_width import cut
from dateline.products.wording import counted
from dateline.store import EventRow

LANES = 16
_WIDTH, _NAMES, _UNDATED = 1000.0, 230.0, 74.0
_BARS, _HEAD, _ROW, _GAP = 54.0, 96.0, 15.0, 9.0
_LARGEST, _SMALLEST = 14.0, 8.0

Lane = tuple[str, ...]
"""The names of two actors, or of one."""
Days = tuple[str, str]
"""The first and the last ISO day of a period."""


@dataclass(frozen=True, slots=True)
class ToEvents:
    """The addresses of the events of a lane, of a period, of a status of a lane in a period, and of those of a lane without a day."""

    lane: Callable[[Lane], str]
    period: Callable[[Days], str]
    mark: Callable[[Lane, Status, Days], str]
    undated: Callable[[Lane], str]


@dataclass(frozen=True, slots=True)
class Lanes:
    """Events counted: by lane, place of the period and status (place -1 without a day), and by period whoever takes part."""

    counts: Mapping[tuple[Lane, int, Status], int]
    totals: Mapping[Lane, int]
    bars: Mapping[int, int]
    periods: Periods | None
    undated: int
    apart: int


def own_day(event: EventRow) -> date | None:
    """The first day of an event, where its own words give one to the day."""
    days = bounds(event.date or "")
    return days[0] if days and event.day == days[0].isoformat() and len(event.date or "") >= 10 else None


def lanes_of(events: Iterable[EventRow], *, of_pairs: bool = True) -> Lanes:
    """Events by their lanes: an event of several pairs stands in the lane of each."""
    rows = list(events)
    days = [day for row in rows if (day := own_day(row))]
    periods = periods_of(days) if days else None
    names = names_of(rows)
    counts: Counter[tuple[Lane, int, Status]] = Counter()
    totals: Counter[Lane] = Counter()
    bars: Counter[int] = Counter()
    apart = 0
    for row in rows:
        day = own_day(row)
        place = periods.index(day) if periods and day else -1
        bars[place] += 1
        lanes = _lanes(row, names, of_pairs=of_pairs)
        apart += not lanes
        for lane in lanes:
            counts[lane, place, Status(row.status)] += 1
            totals[lane] += 1
    return Lanes(counts, totals, bars, periods, bars[-1], apart)


def _lanes(row: EventRow, names: Mapping[str, str], *, of_pairs: bool) -> set[Lane]:
    if of_pairs:
        return {(a, b) if a < b else (b, a) for a, b in pairs_of(row, names)}
    return {(names.get(name, name),) for name in (*row.source, *row.target)}


def lanes_picture(found: Lanes, *, title: str, to: ToEvents, most: int = LANES) -> Picture:
    """The lanes with most events, for a page: a mark for each status and period, the larger the more events; all lanes in the table."""
    ranked = sorted(found.totals, key=lambda lane: (-found.totals[lane], lane))
    shown = ranked[:most]
    if not shown and found.periods is None:
        nothing = words(
            0, 34, "No event here has a day, and nobody takes part in one.", size=15, fill="ink-2"
        )
        return Picture(title, f"{title}: nothing to show.", _WIDTH, 60, nothing, lanes_table(found, ranked))
    scale = _Scale(found.periods)
    parts, y = [_bars(found, scale, to)], _HEAD
    for lane in shown:
        drawn, high = _lane(lane, found, scale, to, y)
        parts.append(drawn)
        y += high
    grid = "".join(path(f"M{short(x)} {short(_HEAD - 6)}V{short(y)}", stroke="rule") for x in scale.lines)
    body = grid + "".join(parts) + legend([(s, s) for s in Status], 0, y + 22)
    said = f"{title}: {counted(sum(found.bars.values()), 'event')} in {counted(len(ranked), 'lane')}, {found.undated} without a day."
    return Picture(title, said, _WIDTH, y + 30, body, lanes_table(found, ranked))


def lanes_table(found: Lanes, ranked: Sequence[Lane]) -> Table:
    """Lanes: who, the period, the status, events; the lanes with most events first."""
    place = {lane: i for i, lane in enumerate(ranked)}
    ordered = sorted(found.counts.items(), key=lambda item: (place[item[0][0]], item[0][1], item[0][2]))
    rows = tuple(
        (" – ".join(lane), _period_name(found.periods, at), status.value, count)
        for (lane, at, status), count in ordered
    )
    return Table(("who", "when", "status", "events"), rows)


def days_of(periods: Periods, place: int) -> Days:
    """The first and the last day of a period."""
    start = periods.starts[place]
    following = periods.starts[place + 1] if place + 1 < len(periods.starts) else periods.after(start)
    return start.isoformat(), (following - timedelta(days=1)).isoformat()


def _period_name(periods: Periods | None, place: int) -> str | None:
    return periods.name(place) if periods and place >= 0 else None


class _Scale:
    """Where periods stand."""

    def __init__(self, periods: Periods | None) -> None:
        self.periods = periods
        count = len(periods.starts) if periods else 1
        self.step = min((_WIDTH - _NAMES - _UNDATED) / count, 90.0)

    def middle(self, place: int) -> float:
        return _WIDTH - _UNDATED / 2 if place < 0 else _NAMES + (place + 0.5) * self.step

    @property
    def labels(self) -> list[tuple[int, str]]:
        return self.periods.labels(self.step) if self.periods else []

    @property
    def lines(self) -> list[float]:
        """Where the grid stands: left of each labelled period."""
        return [_NAMES + i * self.step for i, _ in self.labels]


def _bars(found: Lanes, scale: _Scale, to: ToEvents) -> str:
    """All events by period, whoever takes part, above the names of the periods."""
    if scale.periods is None:
        return words(_NAMES, _HEAD - 14, "no event has a day of its own", size=11, fill="ink-3")
    dated = {place: n for place, n in found.bars.items() if place >= 0}
    most = max(dated.values())
    parts = [
        words(0, 12, f"all events, a {scale.periods.unit}", size=11, fill="ink-3"),
        words(0, 27, f"at most {most:,}", size=11, fill="ink-3"),
        words(scale.middle(-1), _HEAD - 14, "no day", size=11, fill="ink-3", anchor="middle"),
    ]
    for place, count in sorted(dated.items()):
        high = _BARS * count / most
        bar = box(_NAMES + place * scale.step, 4 + _BARS - high, max(scale.step - 1.5, 0.8), high, fill="bar")
        room = box(_NAMES + place * scale.step, 4, scale.step, _BARS, fill="none").replace(
            'fill="none"', 'fill="transparent"'
        )
        said = f"{scale.periods.name(place)}: {counted(count, 'event')}"
        parts.append(linked(room + bar, to.period(days_of(scale.periods, place)), said))
    parts += [
        words(_NAMES + i * scale.step, _HEAD - 14, said, size=11, fill="ink-3") for i, said in scale.labels
    ]
    return "".join(
        [*parts, path(f"M{short(_NAMES)} {short(4 + _BARS)}H{short(_WIDTH - _UNDATED)}", stroke="rule")]
    )


def _lane(lane: Lane, found: Lanes, scale: _Scale, to: ToEvents, y: float) -> tuple[str, float]:
    cells = {(place, status): n for (who, place, status), n in found.counts.items() if who == lane}
    statuses = [status for status in Status if any(status is own for _, own in cells)]
    high = _ROW * len(statuses) + _GAP
    name = " – ".join(lane)
    shown = cut(name, _NAMES - 44, 12.5)
    said = f"{name}: {counted(found.totals[lane], 'event')}"
    text = words(0, y + high / 2 + 4, shown, size=12.5)
    total = words(
        _NAMES - 12, y + high / 2 + 4, f"{found.totals[lane]:,}", size=11.5, fill="ink-3", anchor="end"
    )
    parts = [
        path(f"M0 {short(y)}H{short(_WIDTH)}", stroke="rule"),
        linked(text, to.lane(lane), said if shown == name else f"{shown} {said}"),
        total,
    ]
    for (place, status), count in sorted(cells.items()):
        at = y + _GAP / 2 + _ROW * (statuses.index(status) + 0.5)
        parts.append(_mark(lane, place, status, count, scale, to, at))
    return "".join(parts), high


def _mark(lane: Lane, place: int, status: Status, count: int, scale: _Scale, to: ToEvents, y: float) -> str:
    size = max(_SMALLEST, min(_SMALLEST + 1.6 * sqrt(count - 1), _LARGEST, scale.step + 2))
    x = scale.middle(place)
    drawn = mark(status, x, y, size)
    if place < 0 or scale.periods is None:
        number = words(x + 10, y + 4, f"{count:,}", size=11, fill="ink-3") if count > 1 else ""
        return linked(drawn + number, to.undated(lane), f"{' – '.join(lane)}: {count} {status} without a day")
    said = f"{' – '.join(lane)}, {scale.periods.name(place)}: {count} {status}"
    return linked(drawn, to.mark(lane, status, days_of(scale.periods, place)), said)
