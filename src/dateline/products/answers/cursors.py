"""Cursors: where in an answer the next part begins. Each holds for the question that it came from, and for no other."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256

from dateline.products.answers.faults import AskedWrongly
from dateline.store.queries.sorting import Place

LONGEST = 1_000
_WHOLE = 1 << 63


def cursor_at(place: Place, question: str) -> str:
    """A cursor to what comes after a place, in the answer to a question."""
    text = json.dumps([_mark(place, question), *place], separators=(",", ":"), ensure_ascii=False)
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def place_at(cursor: str | None, question: str) -> Place | None:
    """The place that a cursor leads to; None, the beginning, without one.

    Raises:
        AskedWrongly: it is no cursor, or one of another question.
    """
    if cursor is None:
        return None
    mark, place = _read(cursor)
    if mark != _mark(place, question):
        what = f"{cursor[:40]!r} is no cursor of this question: give `next_cursor` and all other arguments as they were, or no cursor."
        raise AskedWrongly(what)
    return place


def passed_at(cursor: str | None, question: str) -> int:
    """How many items a cursor passes over, where a place is their number.

    Raises:
        AskedWrongly: it is no cursor, or one of another question.
    """
    place = place_at(cursor, question)
    return place[0] if place and isinstance(place[0], int) else 0


def _read(cursor: str) -> tuple[str, Place]:
    """What a cursor says, or what no cursor says."""
    try:
        padded = cursor[:LONGEST] + "=" * (-len(cursor[:LONGEST]) % 4)
        mark, *place = json.loads(urlsafe_b64decode(padded))
    except (ValueError, TypeError, RecursionError):
        return "", ()
    return str(mark), tuple(value for value in place if _may_be_in_a_place(value))


def _may_be_in_a_place(value: object) -> bool:
    if isinstance(value, int) and not isinstance(value, bool):
        return -_WHOLE <= value < _WHOLE
    return value is None or isinstance(value, str)


def _mark(place: Place, question: str) -> str:
    """What tells a place in the answer to one question from any other."""
    return sha256(f"{question}\n{place!r}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
