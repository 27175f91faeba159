"""What an export says of itself: of what it was made, by what, and under which conditions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.products.exports.kinds import MOST_WORDS, Format, Text

_TEXTS = {
    Text.FULL: "The pages' own words are in it, whole.",
    Text.QUOTES: f"Of the pages' own words passages are in it, of {MOST_WORDS} words at most, and headlines.",
    Text.OFFSETS: "The pages' own words are not in it, only where they stand.",
    Text.NONE: "Neither the pages' own words are in it nor where they stand.",
}


@dataclass(frozen=True, slots=True)
class About:
    """The name of the collection, the format, how much of the texts, the filters, and the version of the program."""

    name: str
    format: Format
    text: Text
    filters: Mapping[str, str]
    version: str

    @property
    def of_texts(self) -> str:
        """What of the pages' words is in it."""
        return _TEXTS[self.text]

    @property
    def description(self) -> str:
        """A few sentences for people."""
        chosen = "; ".join(f"{name} {value}" for name, value in self.filters.items())
        only = f" Only: {chosen}." if chosen else ""
        made = f"News pages read and coded by Dateline {self.version}: who did what to whom, who said so, and how well it is supported."
        return f"{made} {self.of_texts}{only}"
