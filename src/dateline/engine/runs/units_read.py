"""All units of a run read: those that are not done are given to the engine, again where it lost them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from dateline.engine.adapters.engine import Answer, Engine, EngineError, Task
from dateline.engine.runs.faults import RunError
from dateline.engine.runs.manifest import Manifest, manifest_of
from dateline.engine.runs.unit import Unit
from dateline.engine.runs.unit_reading import ReadingJob, read_unit

TRIES = 3
"""How often the engine may get what is left without finishing any of it."""

Told = Callable[[Manifest], None]
"""Hears of each unit when it is done."""


def read_units(engine: Engine, job: ReadingJob, units: Sequence[Unit], told: Told) -> list[Manifest]:
    """The manifests of all units, in their order.

    Raises:
        RunError: `failed`, when a unit cannot be done.
    """
    done: dict[int, Manifest] = {}
    for number, unit in enumerate(units):
        manifest = manifest_of(job.files, unit, job.version)
        if manifest is not None:
            done[number] = manifest
            told(manifest)
    waiting = [number for number in range(len(units)) if number not in done]

    def finished(answer: Answer) -> None:
        manifest = Manifest.from_json(answer.given or "")
        done[waiting[answer.number]] = manifest
        told(manifest)

    items = [units[number].to_json() for number in waiting]
    do_all(engine, partial(read_unit, job), items, "unit", finished, has_workers=True)
    return [done[number] for number in range(len(units))]


def do_all(
    engine: Engine,
    task: Task,
    items: Sequence[str],
    what: str,
    finished: Callable[[Answer], None],
    *,
    has_workers: bool = False,
) -> None:
    """Has a task done for all items; those that fail, and those that the engine lost, are tried again.

    Raises:
        RunError: `failed`, when one has failed too often.
    """
    left = dict.fromkeys(range(len(items)), "it was not begun")
    tries = 0
    while left and tries < TRIES:
        now = list(left)
        try:
            for answer in engine.each(task, [items[number] for number in now], has_workers=has_workers):
                number = now[answer.number]
                if answer.fault is not None:
                    left[number] = answer.fault
                else:
                    del left[number]
                    finished(Answer(number, answer.given))
        except EngineError as error:
            left = dict.fromkeys(left, str(error))
        tries = tries + 1 if len(left) == len(now) else 0
    if left:
        fault = next(iter(left.values()))
        message = (
            f"{len(left)} of {len(items)} tasks ({what}) failed {TRIES} times over; the first: {fault}. What was finished "
            "is kept: make the run again."
        )
        raise RunError("failed", message)
