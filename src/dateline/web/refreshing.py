"""Asks anew what readers have an earlier answer to: one question at a time, that of the oldest answer first."""

from __future__ import annotations

from asyncio import Task, create_task, sleep
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic

from starlette.types import Scope

_REST = 1.5
"""Times that asking took until the next is asked, so that readers come first."""


@dataclass(frozen=True, slots=True)
class _Due:
    """A question to be asked anew, and when its answer was made."""

    made: float
    scope: Scope


class Refreshing:
    """The questions whose answers are from before a row changed; each is asked once, however many readers have its answer."""

    def __init__(self, ask: Callable[[Scope, str], Awaitable[None]]) -> None:
        """`ask` asks the question of a request and keeps the answer."""
        self._ask = ask
        self._due: dict[str, _Due] = {}
        self._task: Task[None] | None = None

    @property
    def is_behind(self) -> bool:
        """Whether questions wait for others."""
        return bool(self._due)

    def add(self, scope: Scope, question: str, made: float) -> None:
        """Asks a question anew when its turn comes. `made` is when the answer that readers have was asked."""
        self._due.setdefault(question, _Due(made, scope))
        if self._task is None or self._task.done():
            self._task = create_task(self._ask_all())

    async def _ask_all(self) -> None:
        while self._due:
            question = min(self._due, key=lambda one: self._due[one].made)
            began = monotonic()
            await self._ask(self._due.pop(question).scope, question)
            await sleep(_REST * (monotonic() - began))
