"""Intervals as people write them: 15m, 2h, 1d."""

from __future__ import annotations

import re
from datetime import timedelta

import typer

_SHORTEST = timedelta(minutes=1)
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def interval(given: str | None) -> str | None:
    """An interval as the user gave it, or a refusal (exit status 2) that says how to write it."""
    if given is not None and (not re.fullmatch(r"\d{1,4}[mhd]", given) or span(given) < _SHORTEST):
        raise typer.BadParameter(f"{given!r} is no interval of a minute or more: write it as 15m, 2h or 1d.")
    return given


def span(given: str) -> timedelta:
    """The time that an interval stands for."""
    return timedelta(**{_UNITS[given[-1]]: int(given[:-1])})
