"""Answers in parts: as many items as were asked for, fewer where they are long, and a cursor that leads on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from typing import Generic, TypeVar

from dateline.mcp_server.arguments import Paged
from dateline.mcp_server.faults import AskedWrongly
from dateline.model.codec import Record
from dateline.store import Rows

MOST_LETTERS = 30_000
"""Letters of JSON from which an answer takes in no further item: some 8,000 tokens."""

_CURSOR = re.compile(r"(\d{1,9})-([0-9a-f]{8})")

I = TypeVar("I", bound=Record)  # noqa: E741
R = TypeVar("R", bound=Record)
G = TypeVar("G")


@dataclass(frozen=True, slots=True)
class Part(Generic[I]):
    """Items of an answer, and the cursor of those that follow, if any."""

    items: tuple[I, ...]
    next_cursor: str | None


def part_of_rows(rows: Rows[R], asked: Paged, made: Callable[[R], I]) -> Part[I]:
    """The part of some rows that was asked for.

    Raises:
        AskedWrongly: the cursor is of another question.
    """
    passed = passed_before(asked)
    return part_after(passed, map(made, rows.skip(passed).limit(asked.limit + 1)), asked)


def part_of(items: Iterable[G], asked: Paged, made: Callable[[G], I]) -> Part[I]:
    """The part of a list that was asked for.

    Raises:
        AskedWrongly: the cursor is of another question.
    """
    passed = passed_before(asked)
    return part_after(passed, map(made, islice(items, passed, None)), asked)


def part_after(passed: int, items: Iterator[I], asked: Paged) -> Part[I]:
    """The first of some items, which follow on those that the answers before had."""
    taken: list[I] = []
    letters = 0
    for item in items:
        letters += len(item.to_json())
        if len(taken) == asked.limit or (taken and letters > MOST_LETTERS):
            return Part(tuple(taken), f"{passed + len(taken)}-{_mark(asked)}")
        taken.append(item)
    return Part(tuple(taken), None)


def passed_before(asked: Paged) -> int:
    """How many items the answers before had.

    Raises:
        AskedWrongly: the cursor is none, or of another question.
    """
    if asked.cursor is None:
        return 0
    found = _CURSOR.fullmatch(asked.cursor)
    if found is None or found[2] != _mark(asked):
        what = f"{asked.cursor[:40]!r} is no cursor of this question: give `next_cursor` and all other arguments as they were, or no cursor."
        raise AskedWrongly(what)
    return int(found[1])


def _mark(asked: Paged) -> str:
    """What tells one question from another, whatever part of its answer is wanted."""
    question = replace(asked, cursor=None, limit=1)
    return sha256(repr(question).encode()).hexdigest()[:8]
