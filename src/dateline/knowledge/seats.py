"""Finds the holder of an office on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.knowledge.office import GRACE_UNNAMED, Office
from dateline.knowledge.period import first_day

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
    """Rows of one single seat, open ones bounded by whoever is known to have begun after they were last checked."""
    found = []
    for row in rows:
        later = [r.start for r in rows if r.start and r.holder != row.holder and r.start > row.as_of]
        is_left = row.end is None and later
        found.append(replace(row, succeeded=min(later)) if is_left else row)
    return found


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
