"""Words that the briefing and the pictures share."""

from __future__ import annotations

RELATIONS = {
    "republished": "republished, as the page says",
    "copy": "copied whole",
    "cut": "copied in part",
    "adapted": "edited",
    "passage": "shares a passage",
    "quotes": "is quoted",
    "agency": "agency named",
    "channel": "channel of a statement",
    "credit": "picture credit",
}


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """`1 report`, `2 reports`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def independence(independent: int, reports: int) -> str:
    """`2 independent of 4 reports`: independent always comes first."""
    return f"{independent} independent of {counted(reports, 'report')}"


def left_out_of(stories: int) -> str:
    """What a briefing that does not hold all says of the others."""
    return f"{counted(stories, 'other story', 'other stories')} with fewer independent reports not told here."
