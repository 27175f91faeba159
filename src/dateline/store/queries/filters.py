"""What rows are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy import ColumnElement, true

Asked = str | Sequence[str] | None
"""What a filter asks for: one value, or any of several; None asks for nothing."""
Day = date | str | None
"""A day, or an ISO day, month or year, which stands for its first day."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What rows are asked for; `numbers` are the first and the last number of articles. Somebody is given by id (`Q15031`), by name as the rows have it, or a state by its code (`KAZ`);
    several values mean any of them. `between` are two who stand on opposite sides of an event, `names` whom a statement names or addresses,
    `article`, `story` and `event` ids. `context` are PLOVER contexts of events and their reports. Of events alone: `all_of` take part together, `pair` are two who deal with each other: on opposite sides, or in a
    mutual act whose target nobody names; `place` is the name of where they took place, `country` the code of a state of which
    somebody takes part, `least_independent` the least number of independent reports, `has_place` and `has_own_day` whether words give
    a place, and a day.
    """

    actor: Asked = None
    source: Asked = None
    target: Asked = None
    between: tuple[Asked, Asked] | None = None
    outlet: Asked = None
    root: Asked = None
    status: Asked = None
    context: Asked = None
    type: Asked = None
    said_by: Asked = None
    names: Asked = None
    about: Asked = None
    story: Asked = None
    article: Asked = None
    event: Asked = None
    all_of: tuple[str, ...] = ()
    pair: tuple[str, str] | None = None
    place: Asked = None
    country: Asked = None
    has_place: bool | None = None
    has_own_day: bool | None = None
    least_independent: int | None = None
    language: Asked = None
    after: Day = None
    before: Day = None
    numbers: tuple[int, int] | None = None

    def among(self, article: ColumnElement[int]) -> ColumnElement[bool]:
        """Articles whose number is one of those asked for."""
        return article.between(*self.numbers) if self.numbers else true()


def plain_fields(kind: type[object]) -> list[str]:
    """The fields of a record that are columns of its row: all but those of its sides."""
    return [
        field.name
        for field in fields(kind)  # type: ignore[arg-type]
        if not field.name.startswith(("source", "target"))
    ]
