"""What was measured on one set: its numbers, and case by case so that errors can be looked at one by one.

Cases hold ids, offsets, labels and scores, and never words of a page.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from evaluation.bench import PartMissing
from evaluation.peers import Peer

T = TypeVar("T")
Detail = str | float | int | bool | None | list[Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One page, sentence or document of a set: `score` from 0 (all wrong) to 1, and what there is to see."""

    id: str
    score: float
    details: Mapping[str, Detail] = field(default_factory=dict)

    def to_json(self) -> str:
        return json.dumps({"id": self.id, "score": round(self.score, 4), **self.details}, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class SetResult:
    """A set's numbers, by metric name (`polnear.iou`), its cases, and what raised an error, by case id.

    `numbers` may have floors; `also` is shown and kept, but a change may trade one of these for another. `totals` says of
    how many a count is. `peers` are others measured on the same cases in the same run.
    """

    name: str
    numbers: Mapping[str, float]
    cases: tuple[Case, ...]
    also: Mapping[str, float] = field(default_factory=dict)
    totals: Mapping[str, float] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    peers: tuple[Peer, ...] = ()

    def worst(self) -> list[Case]:
        """Cases, worst first; equal scores by id."""
        return sorted(self.cases, key=lambda case: (case.score, case.id))

    def write(self, folder: Path) -> Path:
        """One JSON line a case, worst first, in `folder`/NAME.jsonl."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.name}.jsonl"
        lines = [case.to_json() for case in self.worst()]
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        return path


class Attempts:
    """Calls that may fail on single cases: a failure counts as nothing found, and is kept by the case's id.

    When the first `patience` calls all fail, the rest is not tried.
    """

    def __init__(self, patience: int = 10) -> None:
        self.errors: dict[str, str] = {}
        self._patience = patience
        self._calls = 0

    def call(self, case: str, otherwise: T, work: Callable[..., T], *given: object, **named: object) -> T:
        """What `work` returns of what it is given, or `otherwise` when it raises.

        Raises:
            PartMissing: an import is missing, which no other case would survive, or nothing has worked so far.
        """
        self._calls += 1
        try:
            return work(*given, **named)
        except (ImportError, NotImplementedError) as error:
            raise PartMissing(one_line(error)) from error
        except Exception as error:  # the set goes on: one page must not hide the score of all others
            self.errors[case] = one_line(error)
            if self._calls >= self._patience:
                self.require_some()
            return otherwise

    def require_some(self) -> None:
        """Nothing is measured where every case so far has failed.

        Raises:
            PartMissing: with the first error.
        """
        if self._calls and len(self.errors) >= self._calls:
            raise PartMissing(f"every case failed, the first with {next(iter(self.errors.values()))}")


def one_line(error: Exception) -> str:
    """The kind of an error and the first line of what it says."""
    said = str(error).strip().splitlines()
    return f"{type(error).__name__}: {said[0][:200]}" if said else type(error).__name__


def with_prefix(name: str, numbers: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Numbers of a set under their full names, to four places."""
    return {f"{name}.{metric}": round(float(value), 4) for metric, value in numbers}
