"""Answers in parts: the items that were asked for, and a cursor to those that follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from starlette.requests import Request

from dateline.model.codec import Record
from dateline.products.answers.cursors import cursor_at, passed_at, place_at
from dateline.store import Rows
from dateline.web.rest.questions import Listed, Parted

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Part:
    """Items of one kind, and what stands beside them."""

    items: tuple[Record, ...]
    kind: type[Record]
    next_cursor: str | None = None
    head: Mapping[str, Any] = field(default_factory=dict)


def part_of_rows(request: Request, rows: Rows[R], asked: Listed, kind: type[R], **head: object) -> Part:
    """The part of some rows that was asked for; what comes in meanwhile does not shift the next.

    Raises:
        AskedWrongly: the cursor is of another question.
    """
    question = _question(request, asked)
    found = rows.part(asked.limit + 1, place_at(asked.cursor, question))
    taken = found[: asked.limit]
    follows = cursor_at(taken[-1][1], question) if len(found) > len(taken) else None
    total = rows.count() if asked.count else None
    return Part(tuple(record for record, _ in taken), kind, follows, {**head, "total": total})


def passed_before(request: Request, asked: Parted) -> int:
    """How many items the answers before had, where they are counted.

    Raises:
        AskedWrongly: the cursor is of another question.
    """
    return passed_at(asked.cursor, _question(request, asked))


def part_after(
    request: Request, asked: Parted, passed: int, items: Iterable[R], kind: type[R], **head: object
) -> Part:
    """The first of some items, which follow on those that the answers before had."""
    found = tuple(islice(items, asked.limit + 1))
    taken = found[: asked.limit]
    place = (passed + len(taken),)
    follows = cursor_at(place, _question(request, asked)) if len(found) > len(taken) else None
    return Part(taken, kind, follows, head)


def _question(request: Request, asked: Parted) -> str:
    """What tells one question from another, whatever part of its answer is wanted."""
    return f"{request.url.path} {asked.filters!r}"
