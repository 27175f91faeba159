"""A statement in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.model import Span
from dateline.statements.report import Report


@dataclass(slots=True, eq=False)
class Draft:
    """A statement in the making: a report, its content so far, and the quotation it continues, if it floats."""

    report: Report | None
    content: list[Span] = field(default_factory=list)
    continues: Draft | None = None

    @property
    def start(self) -> int:
        return min(span.start for span in self.content)

    @property
    def end(self) -> int:
        return max(span.end for span in self.content)
