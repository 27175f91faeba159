"""Answers in parts: as many items as were asked for, fewer where they are long, and a cursor that leads on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Generic, TypeVar

from dateline.mcp_server.arguments import Paged
from dateline.model.codec import Record
from dateline.products.answers.cursors import cursor_at, passed_at, place_at
from dateline.store import Rows
from dateline.store.queries.sorting import Place

MOST_LETTERS = 30_000
"""Letters of JSON from which an answer takes in no further item: some 8,000 tokens."""

I = TypeVar("I", bound=Record)  # noqa: E741
R = TypeVar("R", bound=Record)
G = TypeVar("G")


@dataclass(frozen=True, slots=True)
class Part(Generic[I]):
    """Items of an answer, and the cursor of those that follow, if any."""

    items: tuple[I, ...]
    next_cursor: str | None


def part_of_rows(rows: Rows[R], asked: Paged, made: Callable[[R], I]) -> Part[I]:
    """The part of some rows that was asked for; what comes in meanwhile does not shift the next.

    Raises:
        AskedWrongly: the cursor is of another question.
    """
    found = rows.part(asked.limit + 1, place_at(asked.cursor, _question(asked)))
    return _cut(((made(row), place) for row, place in found), asked)


def part_of(items: Iterable[G], asked: Paged, made: Callable[[G], I]) -> Part[I]:
    """The part of a list that was asked for.

    Raises:
        AskedWrongly: the cursor is of another question.
    """
    passed = passed_before(asked)
    return part_after(passed, map(made, islice(items, passed, None)), asked)


def part_after(passed: int, items: Iterator[I], asked: Paged) -> Part[I]:
    """The first of some items, which follow on those that the answers before had."""
    return _cut(((item, (number,)) for number, item in enumerate(items, passed + 1)), asked)


def passed_before(asked: Paged) -> int:
    """How many items the answers before had.

    Raises:
        AskedWrongly: the cursor is none, or of another question.
    """
    return passed_at(asked.cursor, _question(asked))


def _cut(items: Iterator[tuple[I, Place]], asked: Paged) -> Part[I]:
    taken: list[I] = []
    letters = 0
    last: Place = ()
    for item, place in items:
        letters += len(item.to_json())
        if len(taken) == asked.limit or (taken and letters > MOST_LETTERS):
            return Part(tuple(taken), cursor_at(last, _question(asked)))
        taken.append(item)
        last = place
    return Part(tuple(taken), None)


def _question(asked: Paged) -> str:
    """What tells one question from another, whatever part of its answer is wanted."""
    return repr(replace(asked, cursor=None, limit=1))
