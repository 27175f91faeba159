"""Two actors over time: cooperation above the line, conflict below, what has not happened as marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import Status
from dateline.products.pictures.dealings import Tone, tone_of
from dateline.products.pictures.elements import box, path, short, words
from dateline.products.pictures.marks import legend, mark
from dateline.products.pictures.periods import Periods, periods_of
from dateline.products.pictures.picture import Picture, Table, framed
from dateline.products.pictures.text_width import width_of
from dateline.products.wording import counted
from dateline.store import EventRow

_WIDTH, _LEFT = 1000.0, 110.0
_HALF, _LANE, _WIDEST = 120.0, 24.0, 90.0
_LANES = (Status.PLANNED, Status.DENIED, Status.HYPOTHETICAL)
_QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}


@dataclass(frozen=True, slots=True)
class _Chart:
    """Events by period, quad and status."""

    periods: Periods
    counts: Counter[tuple[int, int, Status]]

    @property
    def step(self) -> float:
        return min((_WIDTH - _LEFT) / len(self.periods.starts), _WIDEST)

    def happened(self, index: int, *quads: int) -> int:
        return sum(self.counts[index, quad, Status.HAPPENED] for quad in quads)

    @property
    def most(self) -> int:
        indices = range(len(self.periods.starts))
        return max((self.happened(i, *quads) for i in indices for quads in ((1, 2), (3, 4))), default=0)


def dyad_picture(events: Iterable[EventRow], one: str, other: str, *, title: str | None = None) -> Picture:
    """What two actors did to each other, by the day of each event, or of its report where it has none."""
    rows = list(events)
    dated = [row for row in rows if row.day]
    title = title or f"{one} and {other}"
    table = dyad_table(dated)
    tones = Counter(tone_of(row).value for row in rows if row.status == Status.HAPPENED)
    others = sum(row.status != Status.HAPPENED for row in rows)
    under = (
        f"{counted(len(rows), 'event')} between the two: {tones[Tone.COOPERATION]} of cooperation, {tones[Tone.CONFLICT]} of conflict, "
        f"{others} that did not happen or not yet."
    )
    if not dated:
        body = words(0, 34, "No event between the two has a day.", size=15, fill="ink-2")
        return framed(title, under, body, (_WIDTH, 60), (), f"{title}: {under}", table)
    chart = _Chart(periods_of(date.fromisoformat(row.day) for row in dated if row.day), _counts(dated))
    body, height = _drawing(chart)
    notes = [
        f"Bars count what happened, a {chart.periods.unit}; an event without a date of its own counts on the day of its first report."
    ]
    if len(rows) > len(dated):
        notes.append(f"{counted(len(rows) - len(dated), 'event')} without any day left out.")
    return framed(
        title,
        under,
        body,
        (_WIDTH, height),
        tuple(notes),
        f"{title}: {under} The table has every {chart.periods.unit}.",
        table,
    )


def dyad_table(dated: Sequence[EventRow]) -> Table:
    """Events by period, kind of act and status; only what there is."""
    columns = ("period", "kind", "status", "events")
    if not dated:
        return Table(columns, ())
    periods = periods_of(date.fromisoformat(row.day) for row in dated if row.day)
    counts = sorted(_counts(dated).items())
    return Table(
        columns,
        tuple((periods.name(i), _QUADS[quad], status.value, n) for (i, quad, status), n in counts),
    )


def _counts(dated: Sequence[EventRow]) -> Counter[tuple[int, int, Status]]:
    days = [date.fromisoformat(row.day) for row in dated if row.day]
    periods = periods_of(days)
    return Counter(
        (periods.index(day), row.quad, Status(row.status)) for day, row in zip(days, dated, strict=True)
    )


def _drawing(chart: _Chart) -> tuple[str, float]:
    middle = _HALF + 18
    end = _LEFT + chart.step * len(chart.periods.starts)
    parts = [_scale(chart, middle, end)]
    parts += [_bars(chart, i, middle) for i in range(len(chart.periods.starts))]
    parts.append(path(f"M{short(_LEFT)} {short(middle)}H{short(max(end, _WIDTH))}", stroke="ink"))
    y = middle + _HALF + 10
    for i, said in chart.periods.labels(chart.step):
        x = _LEFT + i * chart.step
        parts.append(path(f"M{short(x)} {short(y - 2)}v6", stroke="control"))
        parts.append(words(x, y + 16, said, size=11, fill="ink-3"))
    y += 40
    for status in _LANES:
        parts.append(_lane(chart, status, y))
        y += _LANE
    parts.append(_legend(y + 18))
    return "".join(parts), y + 22


def _scale(chart: _Chart, middle: float, end: float) -> str:
    most = chart.most
    parts = [
        words(0, middle - _HALF / 2, "cooperation", size=12.5),
        words(0, middle + _HALF / 2 + 8, "conflict", size=12.5),
    ]
    for side in (-1, 1) if most else ():
        y = middle + side * _HALF
        parts.append(path(f"M{short(_LEFT)} {short(y)}H{short(max(end, _WIDTH))}", stroke="rule"))
        parts.append(words(_LEFT - 6, y + 4, f"{most:,}", size=11, fill="ink-3", anchor="end"))
    parts.append(words(_LEFT - 6, middle + 4, "0", size=11, fill="ink-3", anchor="end"))
    return "".join(parts)


def _bars(chart: _Chart, index: int, middle: float) -> str:
    """Material acts next to the line and filled, verbal ones beyond them and hatched."""
    x, wide = _LEFT + index * chart.step, max(chart.step - 2, 0.8)
    drawn = []
    for side, material, verbal in ((-1, 2, 1), (1, 4, 3)):
        shade = "corroborated" if side < 0 else "conflicting"
        at = middle
        for quad, fill in ((material, shade), (verbal, f"url(#{shade})")):
            high = chart.happened(index, quad) / chart.most * _HALF if chart.most else 0.0
            if high:
                top = at - high if side < 0 else at
                drawn.append(box(x + 1, top, wide, high, fill=fill, stroke=shade))
                at += side * high
    return "".join(drawn)


def _lane(chart: _Chart, status: Status, y: float) -> str:
    parts = [
        words(0, y + 4, status.value, size=12.5),
        path(f"M{short(_LEFT)} {short(y)}H{short(_WIDTH)}", stroke="rule"),
    ]
    for i in range(len(chart.periods.starts)):
        count = sum(chart.counts[i, quad, status] for quad in _QUADS)
        if count:
            x = _LEFT + (i + 0.5) * chart.step
            ground = box(x - 8, y - 8, 16, 16, fill="paper")
            parts.append(ground + mark(status.value, x, y, min(13, max(chart.step, 7))))
            if count > 1 and chart.step > 24:
                parts.append(words(x + 9, y + 4, str(count), size=11, fill="ink-2", halo=True))
    return "".join(parts)


def _legend(y: float) -> str:
    parts, x = [_hatches()], 0.0
    for quad, said in _QUADS.items():
        shade = "corroborated" if quad <= 2 else "conflicting"
        fill = shade if quad in (2, 4) else f"url(#{shade})"
        parts.append(
            box(x, y - 10, 14, 11, fill=fill, stroke=shade) + words(x + 21, y, said, size=11.5, fill="ink-2")
        )
        x += 21 + width_of(said, 11.5) + 18
    parts.append(legend([(status.value, status.value) for status in _LANES], x, y))
    return "".join(parts)


def _hatches() -> str:
    """Patterns in the two colours, called after them."""
    patterns = (
        f'<pattern id="{shade}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<path d="M0 0V5" stroke="var(--{shade})" stroke-width="2.6"/></pattern>'
        for shade in ("corroborated", "conflicting")
    )
    return f"<defs>{''.join(patterns)}</defs>"
