"""Limits that a release must keep, from `limits.json`: `{number: {"at_most" or "at_least": limit}}`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LIMITS = Path(__file__).parent / "limits.json"


@dataclass(frozen=True, slots=True)
class Limit:
    """An upper or a lower limit of one number."""

    number: str
    value: float
    is_upper: bool

    def holds(self, found: float | None) -> bool:
        """What was not measured does not hold."""
        return found is not None and (found <= self.value if self.is_upper else found >= self.value)

    def __str__(self) -> str:
        return f"{'at most' if self.is_upper else 'at least'} {self.value:g}"


def load_limits(path: Path = LIMITS) -> dict[str, Limit]:
    """Limits by number.

    Raises:
        KeyError: a row has neither `at_most` nor `at_least`.
    """
    rows: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))
    return {
        number: Limit(number, row["at_most"] if "at_most" in row else row["at_least"], "at_most" in row)
        for number, row in rows.items()
    }


def broken(found: Mapping[str, float], limits: Mapping[str, Limit]) -> list[str]:
    """A line for each limit that does not hold."""
    return [
        f"{number}: {f'{found[number]:g}' if number in found else 'not measured'}, {limit}"
        for number, limit in limits.items()
        if not limit.holds(found.get(number))
    ]
