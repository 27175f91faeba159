"""Workers that answer items in order; one that is lost over an item is replaced, and the item is reported."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from dateline.engine.limits import Limits, Loss, loss_of, start_method, without_interrupts
from dateline.engine.worker import Says, serve
from dateline.model import DatelineError

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 8
"""How many items for each worker may be answered while one before them is still being read."""
_START_SECONDS = 300.0
"""How long a worker may take to load what it needs."""


class WorkerError(DatelineError):
    """Worker processes cannot be had."""


@dataclass(frozen=True, slots=True)
class Work(Generic[T, R]):
    """What workers do. `task` and `prepare`, which loads what the task needs, are functions of a module, or `functools.partial`
    of such; `lost` says in this process what becomes of an item that a worker was lost over."""

    task: Callable[[T], R]
    prepare: Callable[[], object]
    lost: Callable[[T, Loss], R]


def run_guarded(
    work: Work[T, R], items: Iterable[T], *, workers: int = 1, limits: Limits | None = None
) -> Iterator[R]:
    """The answer for each item, in the order of the items, which are taken as they are needed.

    However it ends, no worker is left behind.

    Raises:
        WorkerError: a worker ended before it could begin.
        Exception: what `prepare` raised.
    """
    crew = _Crew(work, limits or Limits())
    numbered = enumerate(items)
    answers: dict[int, R] = {}
    at = 0
    try:
        while True:
            while len(crew.busy) < workers and len(answers) < _AHEAD * workers:
                following = next(numbered, None)
                if following is None:
                    break
                crew.give(*following)
            if not crew.busy:
                return
            answers.update(crew.collect())
            while at in answers:
                yield answers.pop(at)
                at += 1
    finally:
        crew.dismiss()


@dataclass(slots=True, eq=False)
class _Worker(Generic[T]):
    """A process, the channel to it, and the item that it has: its number in the order, and until when it may be read. `is_fresh`
    says that the item is its first."""

    process: BaseProcess
    channel: Connection
    item: T
    number: int
    until: float
    is_ready: bool = False
    is_fresh: bool = True


@dataclass(slots=True)
class _Crew(Generic[T, R]):
    work: Work[T, R]
    limits: Limits
    busy: list[_Worker[T]] = field(default_factory=list)
    idle: list[_Worker[T]] = field(default_factory=list)
    tried_again: set[int] = field(default_factory=set)

    def give(self, number: int, item: T) -> None:
        """Gives an item to a worker without one."""
        now = time.monotonic()
        while self.idle:
            worker = self.idle.pop()
            if worker.process.is_alive():
                worker.number, worker.item, worker.until = number, item, now + self.limits.wall_seconds
                worker.is_fresh = False
                _hand_over(worker)
                break
            _end(worker)
        else:
            worker = self._hire(number, item)
        self.busy.append(worker)

    def _hire(self, number: int, item: T) -> _Worker[T]:
        return _Worker(*self._start(), item, number, time.monotonic() + _START_SECONDS)

    def collect(self) -> dict[int, R]:
        """Waits until there is an answer, or a worker is lost; what there is then, by number."""
        patience = min(worker.until for worker in self.busy) - time.monotonic()
        speaking = wait([worker.channel for worker in self.busy], max(0.0, patience))
        answers: dict[int, R] = {}
        for worker in list(self.busy):
            if worker.channel in speaking:
                self._hear(worker, answers)
            elif time.monotonic() > worker.until:
                self._lose(worker, Loss.TIMEOUT, answers)
        return answers

    def dismiss(self) -> None:
        """Ends all workers."""
        for worker in (*self.busy, *self.idle):
            _end(worker)

    def _start(self) -> tuple[BaseProcess, Connection]:
        method = start_method()
        if method == "fork":
            self.work.prepare()
        context = get_context(method)
        ours, theirs = context.Pipe()
        process = context.Process(  # type: ignore[attr-defined]
            target=serve, args=(theirs, self.work.task, self.work.prepare, self.limits), daemon=True
        )
        with without_interrupts():
            process.start()
        theirs.close()
        return process, ours

    def _hear(self, worker: _Worker[T], answers: dict[int, R]) -> None:
        try:
            says, what = worker.channel.recv()
        except (EOFError, OSError):
            worker.process.join()
            loss = loss_of(worker.process.exitcode)
            if worker.is_fresh and not self._is_worth_another_try(worker, loss):
                self._lose(worker, loss, answers)
            else:
                self._try_again(worker)
            return
        if says is Says.READY:
            worker.is_ready, worker.until = True, time.monotonic() + self.limits.wall_seconds
            _hand_over(worker)
        elif says is Says.ANSWER:
            answers[worker.number] = what
            self.busy.remove(worker)
            self.idle.append(worker)
        elif says is Says.NO_MEMORY:
            self._lose(worker, Loss.MEMORY, answers)
        else:
            raise what

    def _is_worth_another_try(self, worker: _Worker[T], loss: Loss) -> bool:
        """Whether a worker was killed from outside, for the first time over its item: whoever did it may not have meant the item."""
        if loss is not Loss.MEMORY or not worker.is_ready or worker.number in self.tried_again:
            return False
        self.tried_again.add(worker.number)
        return True

    def _try_again(self, worker: _Worker[T]) -> None:
        """Gives the item to a new worker: this one may have ended before it got it, or for what it read before."""
        self.busy.remove(worker)
        _end(worker)
        self.busy.append(self._hire(worker.number, worker.item))

    def _lose(self, worker: _Worker[T], loss: Loss, answers: dict[int, R]) -> None:
        """Ends a worker and reports its item; one that never was ready would be replaced by another such.

        Raises:
            WorkerError: it never was ready.
        """
        self.busy.remove(worker)
        _end(worker)
        if not worker.is_ready:
            code = worker.process.exitcode
            raise WorkerError(
                f"a worker process ended before it could read a page (status {code}): put the call under "
                "`if __name__ == '__main__':` where a script makes it, or give workers=0 to read in one process without limits."
            )
        answers[worker.number] = self.work.lost(worker.item, loss)


def _hand_over(worker: _Worker[T]) -> None:
    """Sends a worker its item. One that ended just now is found out when it is listened to."""
    with suppress(OSError):
        worker.channel.send(worker.item)


def _end(worker: _Worker[T]) -> None:
    worker.process.kill()
    worker.process.join()
    worker.channel.close()
