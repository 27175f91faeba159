"""The address is the state: the same page with other parameters."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from starlette.requests import Request

_OF_A_PART = frozenset({"cursor"})
"""Parameters that speak of one part of a list, and are dropped when anything else changes."""


def with_params(request: Request, **changed: str | Iterable[str] | None) -> str:
    """The address of this page with some parameters set otherwise; None takes one away, several values are given as a list."""
    kept = [
        (name, value)
        for name, value in request.query_params.multi_items()
        if name not in changed and name not in _OF_A_PART
    ]
    for name, value in changed.items():
        if value is not None:
            kept += [(name, one) for one in ((value,) if isinstance(value, str) else value)]
    return _address(request, kept)


def without_params(request: Request, *names: str, **values: str) -> str:
    """The address of this page without some parameters, or without one value of them."""
    kept = [
        (name, value)
        for name, value in request.query_params.multi_items()
        if name not in names and values.get(name) != value and name not in _OF_A_PART
    ]
    return _address(request, kept)


def _address(request: Request, params: list[tuple[str, str]]) -> str:
    query = urlencode([(name, value) for name, value in params if value])
    return f"{request.url.path}?{query}" if query else request.url.path
