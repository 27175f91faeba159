"""Words that stand for one name: across languages and scripts from a table of classes, and English nicknames."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import text_of

NO_CLASS: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Classes:
    """Class numbers of lower-case words; numbers mean nothing but that they are equal. Most words have one."""

    first: dict[str, int]
    further: dict[str, list[int]]

    def of(self, word: str) -> frozenset[int]:
        """All classes of a word."""
        number = self.first.get(word)
        return NO_CLASS if number is None else frozenset((number, *self.further.get(word, ())))


@dataclass(frozen=True, slots=True)
class NameClasses:
    """The classes of both tables."""

    variants: Classes
    nicknames: Classes

    @classmethod
    def load(cls) -> NameClasses:
        """The packaged tables, read once for each process."""
        return _load()


@cache
def _load() -> NameClasses:
    return NameClasses(_read("name_classes"), _read("nicknames"))


def _read(table: str) -> Classes:
    """A class a line: far quicker than the reader of CSV, which would take most of the time of a first comparison."""
    first: dict[str, int] = {}
    further: dict[str, list[int]] = {}
    for number, line in enumerate(text_of(table).splitlines()[1:]):
        for word in line.split("|"):
            if first.setdefault(word, number) != number:
                further.setdefault(word, []).append(number)
    return Classes(first, further)
