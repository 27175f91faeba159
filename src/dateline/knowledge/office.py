"""Who held which office, and when."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.period import days_after, first_day, last_day, may_hold, must_hold

GRACE_NAMED = 730
"""Days after a row's `as_of` for which its open end still counts for someone who is named with no other office."""

GRACE_UNNAMED = 300
"""The same where nobody is named ("the Namibian president"): a wrong holder is worse than none."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office held. `holder` is an entity id, `state` ISO alpha-3, None for bodies of states.

    `office` is a key of `office_kinds.csv`, `title` the office in words ("president of China"), `sector` a PLOVER sector.
    `seat` is what the office belongs to: ISO alpha-3 of a state, or the entity id of a body, party or group.
    `succeeded` bounds an open row of a single seat: a later holder began then, though this one may have left earlier.
    `start` and `end` are ISO dates of the precision that is known; an `end` of None means in office at `as_of`; a user's own row
    may have no `as_of`, and then holds for as long as it stands there. `layer` says whose row it is (`overlays.Layer`).
    """

    holder: str
    office: str
    title: str
    state: str | None
    sector: str
    start: str | None
    end: str | None
    source: str
    as_of: str
    seat: str
    succeeded: str | None = None
    layer: int = 0

    def may_hold(self, at: str, grace: int = GRACE_NAMED) -> bool:
        """True when the office may have been held at `at`; an open end counts for `grace` days after `as_of`."""
        if not may_hold(self.start, self.end or self.succeeded, at):
            return False
        return self.end is not None or not self.as_of or first_day(at) <= days_after(self.as_of, grace)

    def must_hold(self, at: str) -> bool:
        """True when it was held at `at` whichever days its dates mean; an open row is sure up to `as_of`."""
        is_checked = self.end is not None or last_day(at) <= last_day(self.as_of)
        return is_checked and must_hold(self.start, self.end or self.succeeded, at)

    def is_over(self, at: str) -> bool:
        """True when the office had certainly been left before `at`."""
        end = self.end or self.succeeded
        return end is not None and last_day(end) < first_day(at)

    @property
    def since(self) -> str:
        """The earliest day of the office, for ordering."""
        return first_day(self.start)
