"""Finds the holder of an office on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.knowledge.office import GRACE_UNNAMED, Office
from dateline.knowledge.period import LATEST, first_day, last_day

SAME_TITLE = {
    "premier": "prime minister",
    "pm": "prime minister",
    "taoiseach": "prime minister",
    "emir": "amir",
    "amir": "emir",
    "secretary of state": "foreign minister",
    "pontiff": "pope",
    "queen": "king",
    "monarch": "king",
    "foreign secretary": "foreign minister",
}
"""Title words that name the same seat as another one."""

OPEN_TITLES = frozenset({"leader", "ruler", "head of state", "head of government", "chief", "strongman"})
"""Title words that fit whoever leads, whatever the office is called."""


def at_seat(rows: Iterable[Office], at: str | None) -> Office | None:
    """The one row of a seat that held at `at`; None where nobody, or more than one person, may have held it.

    Without a date only a seat that has had one holder is answered. On a day of change that is known to the month only, a
    row that begins on a known day wins from that day on.
    """
    if at is None:
        holders = {row.holder: row for row in rows}
        return next(iter(holders.values())) if len(holders) == 1 else None
    held = [row for row in rows if row.may_hold(at, GRACE_UNNAMED)]
    if len({row.holder for row in held}) > 1:
        latest = max(held, key=lambda row: row.since)
        if not (latest.start and len(latest.start) == 10 and latest.since <= first_day(at)):
            return None
        held = [latest] if all(_gives_way(row, latest) for row in held) else []
    return held[0] if held else None


def _gives_way(row: Office, successor: Office) -> bool:
    return row.holder == successor.holder or row.end is None or len(row.end) < 10


def bounded(rows: Sequence[Office]) -> list[Office]:
    """Rows of one single seat. Open ones are bounded by whoever is known to have begun after they were last checked, and rows of
    a lower layer give way to those of a higher one."""
    return [piece for row in rows for piece in _bounded(row, [r for r in rows if r.holder != row.holder])]


def _bounded(row: Office, others: Sequence[Office]) -> Iterator[Office]:
    checked = row.as_of or LATEST
    later = [r.start for r in others if r.start and r.start > checked]
    if row.end is None and later:
        row = replace(row, succeeded=min(later))
    above = sorted((r for r in others if r.layer > row.layer and r.since > row.since), key=lambda r: r.since)
    for other in above:
        if last_day(row.end or row.succeeded) <= other.since:
            continue
        yield replace(row, end=other.start)
        if not (other.end and last_day(other.end) < first_day(row.end or row.succeeded or checked)):
            return
        row = replace(row, start=other.end)
    yield row


def has_title(row: Office, title: str) -> bool:
    """True when the row's office is called by that title ("premier" and "prime minister" are one)."""
    words = row.title.lower()
    names = (title, SAME_TITLE.get(title, title))
    return any(words == name or words.startswith((f"{name} of ", f"{name} for ")) for name in names)


def seats_of(
    offices: Mapping[str, list[Office]], title: str, titles: Mapping[str, str], led_by: str | None
) -> str | None:
    """The office key that a title word means in a state that is led by `led_by`; None where it fits no seat there.

    `offices` are the state's rows by office key. "President" in a kingdom is nobody.
    """
    key = titles[title]
    if title in OPEN_TITLES and key == "leader":
        return led_by
    named = [office for office, rows in offices.items() if any(has_title(row, title) for row in rows)]
    if key in named:
        return key
    if named:
        return named[0]
    return None if key in {"head_of_state", "head_of_government"} and title not in OPEN_TITLES else key
