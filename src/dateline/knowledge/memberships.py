"""Which states belong to which bodies, and since when."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.layers import Tables
from dateline.knowledge.period import may_hold, must_hold
from dateline.knowledge.registry import Registry


@dataclass(frozen=True, slots=True)
class Membership:
    """A state in a body; `relation` is `member_of` or `observer_of`; dates as everywhere, None open or of old."""

    state: str
    relation: str
    start: str | None
    end: str | None

    def held(self, at: str | None) -> bool:
        """True when it surely held at `at`; without a date, when it has not ended."""
        if at is None:
            return self.end is None
        return must_hold(self.start or "1900", self.end, at) and may_hold(self.start, self.end, at)


def read_memberships(registry: Registry, tables: Tables) -> dict[str, list[Membership]]:
    """Memberships by the entity id of the body.

    Raises:
        DataError: a body or state is not in the tables.
    """
    found: dict[str, list[Membership]] = {}
    for row in tables.rows("memberships"):
        body = registry.find(row["body"])
        if body is None or row["state"] not in registry.states:
            tables.refuse(
                "memberships", row, f"{row['body']} or {row['state']} is not in the tables; add it first"
            )
            continue
        membership = Membership(row["state"], row["relation"], row["start"] or None, row["end"] or None)
        found.setdefault(body, []).append(membership)
    return found
