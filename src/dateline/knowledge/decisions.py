"""What a user decided about who is who: an append-only log, and what it does to the tables."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dateline.knowledge.identity import MergeError, merge, split
from dateline.knowledge.registry import Registry
from dateline.model import DataError
from dateline.model.codec import Record

LOG = "decisions.jsonl"
"""The file in an overlay folder, a decision a line."""


class What(StrEnum):
    """What can be decided."""

    MERGE = "merge"
    SPLIT = "split"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision(Record):
    """One decision. `date` is an ISO day.

    `merge`: the first of `ids` stays and stands for the others. `split`: `name` no longer stands for the one id; with `apart` it stands
    for an actor of its own instead. `undo`: the decision numbered `undoes` holds no longer.
    """

    number: int
    date: str
    who: str
    what: What
    why: str
    ids: tuple[str, ...] = ()
    name: str | None = None
    apart: bool = False
    undoes: int | None = None


def read_log(folder: Path) -> tuple[list[Decision], list[str]]:
    """The decisions of a folder in their order, and a line for each that cannot be read."""
    path = folder / LOG
    if not path.is_file():
        return [], []
    found, faults = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        try:
            if line.strip():
                found.append(Decision.from_json(line))
        except ValueError as error:
            faults.append(
                f"{path} line {number}: no decision ({error}). The line is left out; mend or delete it."
            )
    return found, faults


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """Decisions that were not undone; an undoing can be undone as well."""
    told = list(decisions)
    undone: set[int | None] = set()
    for decision in reversed(told):
        if decision.what is What.UNDO and decision.number not in undone:
            undone.add(decision.undoes)
    return [d for d in told if d.what is not What.UNDO and d.number not in undone]


def append(folder: Path, decision: Decision) -> None:
    """Adds a decision at the end of the log of a folder; what is there is never changed."""
    line = decision.to_json() + "\n"
    path = folder / LOG
    needs_break = path.is_file() and path.stat().st_size and not path.read_bytes().endswith(b"\n")
    with path.open("a", encoding="utf-8") as log:
        log.write(("\n" if needs_break else "") + line)
        log.flush()
        os.fsync(log.fileno())


def next_number(decisions: Sequence[Decision]) -> int:
    """The number of the decision that comes next."""
    return max((decision.number for decision in decisions), default=0) + 1


def apply(registry: Registry, decision: Decision) -> None:
    """Does to the tables what was decided.

    Raises:
        MergeError: the tables do not have what the decision is about.
    """
    if decision.what is What.MERGE:
        for given_up in decision.ids[1:]:
            merge(registry, decision.ids[0], given_up)
    elif decision.ids and decision.name:
        split(registry, decision.ids[0], decision.name, apart=decision.apart)


def apply_decisions(registry: Registry, overlays: Sequence[Path]) -> list[str]:
    """Applies the decisions of all folders; a line for each that could not be applied."""
    faults = []
    for folder in overlays:
        decisions, unread = read_log(folder)
        faults.extend(unread)
        for decision in in_force(decisions):
            try:
                apply(registry, decision)
            except MergeError as error:
                faults.append(
                    f"{folder / LOG}: decision {decision.number} is not applied: {error} "
                    f"Undo it with: dateline knowledge undo {decision.number}"
                )
    return faults


def checked(decision: Decision, registry: Registry) -> Decision:
    """The decision, if the tables have what it is about.

    Raises:
        DataError: they do not; the message says what to do.
    """
    try:
        apply(registry, decision)
    except MergeError as error:
        raise DataError(str(error)) from error
    return decision
