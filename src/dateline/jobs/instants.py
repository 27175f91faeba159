"""Instants: aware in the program, text in the tables, which compares as the instants do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Tells the time, with its zone."""

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def system_clock() -> datetime:
    """What the clock of this machine shows, which somebody may set."""
    return datetime.now(UTC)


def written(instant: datetime) -> str:
    """The text of an instant, in UTC, to the second."""
    return instant.astimezone(UTC).strftime(_FORM)


def instant_of(text: str) -> datetime:
    """The instant that a text stands for."""
    return datetime.strptime(text, _FORM).replace(tzinfo=UTC)
