"""The columns of who did it, and to whom, which reports and events have alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from dateline.products.exports.kinds import Value
from dateline.products.exports.schema import Column, Kind
from dateline.products.exports.told import Side

R = TypeVar("R")

_ALIGNED = "in the order of the names, empty for one without"


def side_columns(name: str, meaning: str, side: Callable[[R], Sequence[Side]]) -> tuple[Column[R], ...]:
    """Four lists of one length: names, ids, states, codes."""

    def listed(part: Callable[[Side], str | None]) -> Callable[[R], Value]:
        return lambda record: tuple(part(one) for one in side(record))

    return (
        Column(
            name,
            Kind.LIST,
            f"{meaning}; several are one joint act. Empty where nobody is named",
            listed(_name),
        ),
        Column(
            f"{name}_actors",
            Kind.LIST,
            f"their ids, {_ALIGNED}; somebody whom only one page knows has none",
            listed(_actor),
        ),
        Column(f"{name}_states", Kind.LIST, f"their states, ISO 3166-1 alpha-3, {_ALIGNED}", listed(_state)),
        Column(f"{name}_codes", Kind.LIST, f"state or kind, then PLOVER sectors, {_ALIGNED}", listed(_code)),
    )


def _name(side: Side) -> str:
    return side.name


def _actor(side: Side) -> str | None:
    return side.lasting_actor


def _state(side: Side) -> str | None:
    return side.state


def _code(side: Side) -> str | None:
    return side.code
