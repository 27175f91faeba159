"""What became of the inputs of a run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from dateline.model import Rejection
from dateline.model.codec import Record


class Outcome(StrEnum):
    """What became of one input."""

    READ = "read"
    KNOWN = "known"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"
    FORGOTTEN = "forgotten"


@dataclass(frozen=True, slots=True)
class AddReport(Record):
    """What became of all inputs of a run. `read` counts the articles that came in: those that are `new`, and `new_versions`
    of articles that were there. `known` are the same bytes as before, `unchanged` the same report on another page of bytes,
    `forgotten` what was taken back earlier and is not let in again. `placeholders` names those of the `read` that are an error or
    a wall in place of a report.
    """

    SCHEMA: ClassVar[str] = "dateline.add/1"

    run: int
    read: int = 0
    new: int = 0
    new_versions: int = 0
    known: int = 0
    unchanged: int = 0
    rejected: int = 0
    forgotten: int = 0
    rejections: tuple[Rejection, ...] = ()
    placeholders: tuple[str, ...] = ()

    @property
    def inputs(self) -> int:
        """How many inputs there were."""
        return self.read + self.known + self.unchanged + self.rejected + self.forgotten
