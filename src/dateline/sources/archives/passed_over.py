"""What an archive holds beside pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class PassedOver:
    """How many records or files of an archive were passed over, by what they are: no page was ever to be read from them."""

    source: str
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def count(self) -> int:
        return self.counts.total()

    @property
    def message(self) -> str:
        """One line for people."""
        listed = ", ".join(f"{count:,} {what}" for what, count in self.counts.most_common())
        return f"{self.source}: passed over what holds no page: {listed}."
