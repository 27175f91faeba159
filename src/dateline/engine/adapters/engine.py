"""The one thing that an engine does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from dateline.model import DatelineError

Task = Callable[[str], str]
"""A record of JSON to another; a function of a module, or a `functools.partial` of one, so that it can be sent to other processes. It
is made so that doing it twice does no harm."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of the item of a number: what the task gave, or else why it failed."""

    number: int
    given: str | None
    fault: str | None = None


class EngineError(DatelineError):
    """An engine lost what it was doing. What tasks had finished is in place, so that the rest can be given to it again."""


class Engine(Protocol):
    """Does a task for items, several at a time, in any order."""

    name: str
    readers: int | None
    """How many workers the reading of one unit has of its own; 0 for none."""

    def each(self, task: Task, items: Sequence[str], *, has_workers: bool = False) -> Iterator[Answer]:
        """What became of each item, as it is known. `has_workers` says that the task does its own work in several processes.

        Raises:
            EngineError: the engine lost what it was doing.
        """
        ...


def attempt(task: Task, number: int, item: str) -> Answer:
    """The task done for one item; whatever it raises is what became of the item."""
    try:
        return Answer(number, task(item))
    except Exception as error:
        return Answer(number, None, f"{type(error).__name__}: {error}")
