"""Words that stand for one name: across languages and scripts from a table of classes, and English nicknames."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import text_of

NO_CLASS: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class NameClasses:
    """Class numbers of lower-case words; numbers mean nothing but that they are equal."""

    variants: dict[str, frozenset[int]]
    nicknames: dict[str, frozenset[int]]

    @classmethod
    def load(cls) -> NameClasses:
        """The packaged tables, read once for each process."""
        return _load()


@cache
def _load() -> NameClasses:
    return NameClasses(_read("name_classes"), _read("nicknames"))


def _read(table: str) -> dict[str, frozenset[int]]:
    """A class a line: far quicker than the reader of CSV, which would take most of the time of a first comparison."""
    found: dict[str, frozenset[int]] = {}
    for number, line in enumerate(text_of(table).splitlines()[1:]):
        own = frozenset((number,))
        for word in line.split("|"):
            found[word] = found[word] | own if word in found else own
    return found
