"""What an address asks for: values, days and choices, checked; and the filters in force as chips."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request

from dateline.web.addresses import without_params

_LONGEST, _MOST = 300, 20
"""Letters of a value, and values of one parameter."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force: its name and value in words, and the address without it."""

    name: str
    value: str
    address: str


def refused(what: str) -> HTTPException:
    """An error for an address that asks for something that cannot be."""
    return HTTPException(400, what)


def several(request: Request, name: str, allowed: Iterable[str] | None = None) -> list[str]:
    """The values of a parameter; those of `allowed` alone, where it is given.

    Raises:
        HTTPException: 400, for another value, or too many.
    """
    values = [value.strip() for value in request.query_params.getlist(name)]
    values = list(dict.fromkeys(value for value in values if value))
    if len(values) > _MOST or any(len(value) > _LONGEST or "\0" in value for value in values):
        raise refused(f"{name}: give up to {_MOST} values of up to {_LONGEST} letters, without NUL.")
    known = None if allowed is None else list(allowed)
    wrong = next((value for value in values if known is not None and value not in known), None)
    if known is not None and wrong is not None:
        raise refused(f"{name}={wrong[:40]!r} is not known: give one of {', '.join(known)}.")
    return values


def one(request: Request, name: str, allowed: Iterable[str] | None = None) -> str | None:
    """The value of a parameter, as `several` checks it; the first of several."""
    return next(iter(several(request, name, allowed)), None)


def day(request: Request, name: str) -> date | None:
    """A day of a parameter; a month or a year stands for its first day.

    Raises:
        HTTPException: 400, when it is none.
    """
    given = one(request, name)
    if given is None:
        return None
    try:
        return date.fromisoformat(given + "-01-01"[len(given) - 4 :] if len(given) in (4, 7) else given)
    except ValueError:
        raise refused(f"{name}={given[:40]!r} is no day: write it as 2024-03-12.") from None


class Days(NamedTuple):
    """The first day that counts, and the first that no longer does, as a collection is asked."""

    after: date | None
    before: date | None


def days(request: Request) -> Days:
    """`from` and `to`, which is the last day that counts.

    Raises:
        HTTPException: 400, when one is no day, or the last day comes before the first.
    """
    first, last = day(request, "from"), day(request, "to")
    if first and last and last < first:
        raise refused(f"The last day, {last}, comes before the first, {first}: change one of them.")
    if last == date.max:
        raise refused("to: a day before 9999-12-31.")
    return Days(first, last + timedelta(days=1) if last else None)


def chips(
    request: Request, names: Mapping[str, str], shown: Mapping[str, str] | None = None
) -> tuple[Chip, ...]:
    """The filters in force.

    Args:
        names: parameters, each with its name in words.
        shown: words for values that are ids.
    """
    return tuple(
        Chip(words, (shown or {}).get(value, value), without_params(request, **{name: value}))
        for name, words in names.items()
        for value in several(request, name)
    )
