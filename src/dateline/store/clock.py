"""The time at which something was done."""

from __future__ import annotations

from datetime import UTC, date, datetime


def now() -> str:
    """This instant in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today() -> date:
    """This day in UTC."""
    return datetime.now(UTC).date()
