"""Floors: what a change must not fall below. They go up by `--pin`, and down only with a reason that is kept.

`floors.json` is `{"margin": .., "fast": {metric: floor}, "full": {metric: floor}, "lowered": [..]}`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.json"
MARGIN = 0.01
_SLACK = 1e-9


class LoweringRefused(Exception):
    """Pinning would lower a floor; the message names each."""


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was taken down, by whom it was allowed to know why."""

    date: str
    mode: str
    metric: str
    before: float
    after: float
    reason: str


@dataclass(frozen=True, slots=True)
class Floors:
    """Floors of fast and of full runs, and every lowering there was."""

    fast: Mapping[str, float] = field(default_factory=dict)
    full: Mapping[str, float] = field(default_factory=dict)
    lowered: tuple[Lowered, ...] = ()
    margin: float = MARGIN

    def of(self, mode: str) -> Mapping[str, float]:
        """Floors of `fast` or `full`."""
        return self.fast if mode == "fast" else self.full

    @classmethod
    def read(cls, path: Path = FLOORS) -> Floors:
        """What the file says; no floors where there is no file."""
        if not path.exists():
            return cls()
        held = json.loads(path.read_text(encoding="utf-8"))
        lowered = tuple(Lowered(**row) for row in held.get("lowered", []))
        return cls(held.get("fast", {}), held.get("full", {}), lowered, held.get("margin", MARGIN))

    def write(self, path: Path = FLOORS) -> None:
        """Sorted, so that a change of one floor is a change of one line."""
        held = {
            "margin": self.margin,
            "fast": dict(sorted(self.fast.items())),
            "full": dict(sorted(self.full.items())),
            "lowered": [asdict(row) for row in self.lowered],
        }
        path.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def is_count(metric: str) -> bool:
    """The seed pages are scored in counts, everything else in shares."""
    return metric.startswith("seeds.")


def holds(value: float | None, floor: float) -> bool:
    """True when a number is there and not below its floor."""
    return value is not None and value >= floor - _SLACK


def broken(numbers: Mapping[str, float], floors: Mapping[str, float], sets: Iterable[str]) -> list[str]:
    """A line for each floor of the sets asked for that does not hold; what was not measured does not hold."""
    asked = set(sets)
    lines = []
    for metric, floor in sorted(floors.items()):
        if metric.split(".")[0] in asked and not holds(numbers.get(metric), floor):
            value = numbers.get(metric)
            lines.append(f"{metric}: {'not measured' if value is None else f'{value:g}'}, floor {floor:g}")
    return lines


def target(metric: str, value: float, margin: float) -> float:
    """Where a floor goes: counts as reached, shares minus the margin, rounded down to three places."""
    if is_count(metric):
        return value
    return max(0.0, math.floor((value - margin) * 1000 + _SLACK) / 1000)


def pin(
    floors: Floors,
    mode: str,
    numbers: Mapping[str, float],
    *,
    margin: float = MARGIN,
    reason: str = "",
    date: str = "",
) -> Floors:
    """Floors raised to what was reached minus the margin; with a reason, those that broke are taken down and noted.

    A number that fell, but not below its floor, leaves the floor where it is. What was not measured keeps its floor.

    Raises:
        LoweringRefused: a floor is broken and no reason was given. Nothing changes then.
    """
    held = dict(floors.of(mode))
    fallen = {m: v for m, v in numbers.items() if m in held and not holds(v, held[m])}
    if fallen and not reason.strip():
        named = ", ".join(f"{m} ({held[m]:g} to {v:g})" for m, v in sorted(fallen.items()))
        raise LoweringRefused(f"would lower {named}; give --allow-lower with --reason if that is meant")
    notes = []
    for metric, value in numbers.items():
        new = target(metric, value, margin)
        if metric in fallen:
            notes.append(Lowered(date, mode, metric, held[metric], new, reason.strip()))
            held[metric] = new
        else:
            held[metric] = max(new, held.get(metric, new))
    lowered = floors.lowered + tuple(sorted(notes, key=lambda note: note.metric))
    changed = {"fast": held} if mode == "fast" else {"full": held}
    return replace(floors, **changed, lowered=lowered, margin=margin)
