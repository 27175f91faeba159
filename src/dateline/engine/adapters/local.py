"""This machine: worker processes, or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from dateline.engine.adapters.engine import Answer, Task, attempt
from dateline.engine.crew import Work, run_guarded
from dateline.engine.limits import Limits, Loss, can_guard

_NO_LIMITS = Limits(cpu_seconds=10_000_000, wall_seconds=1_000_000.0, memory_mb=10_000_000)

_Item = tuple[int, str]


class LocalEngine:
    """Units are read one after the other, the pages of each by `workers` processes; other tasks are shared out among as many."""

    name = "local"

    def __init__(self, workers: int | None = None) -> None:
        self.readers = workers
        self._workers = 1 if workers is None else workers

    def each(self, task: Task, items: Sequence[str], *, has_workers: bool = False) -> Iterator[Answer]:
        """As `Engine.each`; in this process where the task has workers, and where there are none."""
        numbered = enumerate(items)
        if has_workers or self._workers < 2 or not can_guard():
            yield from (attempt(task, number, item) for number, item in numbered)
            return
        work: Work[_Item, Answer] = Work(partial(_answer, task), _nothing, _lost)
        yield from run_guarded(work, numbered, workers=self._workers, limits=_NO_LIMITS)


def _answer(task: Task, item: _Item) -> Answer:
    return attempt(task, *item)


def _nothing() -> None:
    """What tasks need is loaded by them."""


def _lost(item: _Item, loss: Loss) -> Answer:
    return Answer(item[0], None, f"its worker was lost ({loss.value})")
