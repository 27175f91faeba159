"""The filters of a list as a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request


@dataclass(frozen=True, slots=True)
class Input:
    """One filter: its parameter, its label, an example, and where there are few values, these."""

    name: str
    label: str
    kind: str = "text"
    example: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """A filter with the value that the address gives it; further values of it are kept beside it."""

    input: Input
    value: str
    further: tuple[str, ...]


def filled(request: Request, inputs: tuple[Input, ...]) -> tuple[Filled, ...]:
    """The inputs as the address fills them; a second field for whoever stands opposite."""
    found = []
    for one in inputs:
        values = [value for value in request.query_params.getlist(one.name) if value.strip()]
        found.append(Filled(one, values[0] if values else "", tuple(values[1:])))
    return tuple(found)


def labels(inputs: tuple[Input, ...]) -> Mapping[str, str]:
    """The words of the chips, by parameter."""
    return {one.name: one.label.lower() for one in inputs}
