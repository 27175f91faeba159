"""Words that stand for one name: across languages and scripts from a table of classes, and English nicknames."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import cells, rows_of

NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class NameClasses:
    """Class numbers of lower-case words; numbers mean nothing but that they are equal."""

    variants: dict[str, frozenset[int]]
    nicknames: dict[str, frozenset[int]]

    @classmethod
    def load(cls) -> NameClasses:
        """The packaged tables, read once for each process."""
        return _load()

    def are_variants(self, one: str, other: str) -> bool:
        """True for two words of one class ("Muammar", "Moammer")."""
        return not self.variants.get(one, NONE).isdisjoint(self.variants.get(other, NONE))

    def are_nicknames(self, one: str, other: str) -> bool:
        """True for a name and its nickname, or two nicknames of one name."""
        return not self.nicknames.get(one, NONE).isdisjoint(self.nicknames.get(other, NONE))


@cache
def _load() -> NameClasses:
    return NameClasses(_read("name_classes", "forms"), _read("nicknames", "forms"))


def _read(table: str, column: str) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, row in enumerate(rows_of(table)):
        own = frozenset((number,))
        for word in cells(row[column]):
            found[word] = found[word] | own if word in found else own
    return found
