"""Parts of a day as words name them: "shortly after noon", "at 5.20 p.m.", "in the evening"."""

from __future__ import annotations

import re

Minutes = tuple[int, int]
"""First and last minute of the day that the words allow; the last may lie in the next day."""

_CLOCK = re.compile(
    r"(?P<hour>1[0-2]|0?\d)(?:[.:](?P<minute>[0-5]\d))?\s*(?P<half>[ap])\.?m\b|(?<=at )(?P<hour24>[01]?\d|2[0-3])[.:](?P<minute24>[0-5]\d)(?![\d%])",
    re.IGNORECASE,
)
_HOUR, _DAY = 60, 24 * 60
_PARTS = {
    "midnight": (-30, 30),
    "dawn": (4 * _HOUR, 7 * _HOUR + 30),
    "daybreak": (4 * _HOUR, 7 * _HOUR + 30),
    "sunrise": (4 * _HOUR, 7 * _HOUR + 30),
    "morning": (4 * _HOUR, 12 * _HOUR),
    "noon": (11 * _HOUR + 30, 12 * _HOUR + 30),
    "midday": (11 * _HOUR, 13 * _HOUR),
    "afternoon": (12 * _HOUR, 18 * _HOUR),
    "dusk": (16 * _HOUR, 21 * _HOUR),
    "sunset": (16 * _HOUR, 21 * _HOUR),
    "evening": (16 * _HOUR + 30, _DAY),
}
_PART = re.compile(rf"\b(?P<part>{'|'.join(_PARTS)})\b", re.IGNORECASE)
_ROUGHLY = re.compile(r"\b(?:about|around|shortly|just|close to|some time|before|after)\b", re.IGNORECASE)
_SLACK, _ROUGH = 20, 60


def minutes_of(words: str) -> Minutes | None:
    """The part of the day that words name, with some slack; None where they name none."""
    clock = _CLOCK.search(words)
    slack = _ROUGH if _ROUGHLY.search(words) else _SLACK
    if clock:
        minute = _minute(clock)
        return minute - slack, minute + slack
    part = _PART.search(words)
    if part is None:
        return None
    first, last = _PARTS[part["part"].lower()]
    return (first - slack, last + slack) if slack == _ROUGH else (first, last)


def are_apart(a: Minutes, b: Minutes) -> bool:
    """Whether two parts of one day have no minute in common, whatever day midnight belongs to."""
    return all(a[1] < b[0] + shift or b[1] + shift < a[0] for shift in (-_DAY, 0, _DAY))


def _minute(clock: re.Match[str]) -> int:
    if clock["hour24"]:
        return int(clock["hour24"]) * _HOUR + int(clock["minute24"])
    hour = int(clock["hour"]) % 12 + (12 if clock["half"].lower() == "p" else 0)
    return hour * _HOUR + int(clock["minute"] or 0)
