"""Long lists in parts: as many rows as a page shows, and the address of those that follow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from starlette.requests import Request

from dateline.model import Record
from dateline.store import Rows
from dateline.web.addresses import with_params, without_params
from dateline.web.asked import one, refused
from dateline.web.formats import Form, split_form

R = TypeVar("R", bound=Record)

SHOWN, _AT_ONCE, _FURTHEST = 50, 1_000, 100_000
_NUMBER = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Part(Generic[R]):
    """Rows of a list after the first `passed`; addresses of the part after them, and of the beginning, where there are such."""

    rows: tuple[R, ...]
    passed: int
    following: str | None
    beginning: str | None

    @property
    def last(self) -> int:
        """The place of the last row in the list."""
        return self.passed + len(self.rows)


def part_of(request: Request, rows: Rows[R]) -> Part[R]:
    """The part of a list that `cursor` asks for: fifty rows on a page, a thousand in other formats.

    Raises:
        HTTPException: 400, when the cursor is none.
    """
    passed = _passed(one(request, "cursor"))
    most = SHOWN if split_form(request.url.path)[1] is Form.PAGE else _AT_ONCE
    found = list((rows.skip(passed) if passed else rows).limit(most + 1))
    following = with_params(request, cursor=str(passed + most)) if len(found) > most else None
    return Part(tuple(found[:most]), passed, following, without_params(request, "cursor") if passed else None)


def _passed(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not _NUMBER.fullmatch(cursor) or int(cursor) > _FURTHEST:
        raise refused(
            f"cursor={cursor[:20]!r} leads nowhere: follow the links of the list, or narrow it by a filter."
        )
    return int(cursor)
