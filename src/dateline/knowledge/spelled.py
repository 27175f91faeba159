"""Persons of the tables under spellings that the tables do not have: "Kasym-Zhomart Toqaev"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dateline.knowledge.entity import Entity
from dateline.knowledge.name_parts import Role, Word, person_name, word_of, words_with_roles
from dateline.knowledge.person_names import is_spelling_of
from dateline.model import ActorKind

_FEWEST = 2
"""Words of a name: one alone has too many bearers."""


class _Known(NamedTuple):
    """A person, and the words of the name."""

    person: Entity
    words: tuple[str, ...]


class Spellings:
    """Finds persons by any spelling of their full names; slips, nicknames, initials and other orders do not count."""

    def __init__(self, people: Iterable[Entity]) -> None:
        self._by_clue: dict[str | int, dict[str, _Known]] = {}
        for person in people:
            if person.kind is ActorKind.PERSON:
                words = words_with_roles(person.name)
                known = _Known(person, tuple(word for word, _ in words))
                for clue in _clues(words):
                    self._by_clue.setdefault(clue, {})[person.id] = known

    def person(self, surface: str) -> Entity | None:
        """The only person whose name is spelled so; None where there is none, or more than one."""
        words = words_with_roles(_in_order(surface))
        if any(role is Role.INITIAL for _, role in words):
            return None
        known: dict[str, _Known] = {}
        for clue in _clues(words):
            known |= self._by_clue.get(clue, {})
        near = [one.person for one in known.values() if _may_be_one([word for word, _ in words], one.words)]
        if not near:
            return None
        name = person_name(_in_order(surface))
        found = [one for one in near if is_spelling_of(name, person_name(one.name))]
        return found[0] if len(found) == 1 else None


def _may_be_one(words: Sequence[str], others: Sequence[str]) -> bool:
    """A quick look: as many words, and each with the sounds or a class of its partner. The last words differ most."""
    return len(words) == len(others) and all(
        a == b or _share(word_of(a), word_of(b))
        for a, b in zip(reversed(words), reversed(others), strict=True)
    )


def _share(a: Word, b: Word) -> bool:
    return a.key == b.key or not a.variants.isdisjoint(b.variants)


def _in_order(surface: str) -> str:
    """ "Tokayev, Kassym-Jomart" with the family name last."""
    family, comma, given = surface.partition(",")
    return f"{given} {family}" if comma else surface


def _clues(words: Sequence[tuple[str, Role]]) -> Iterator[str | int]:
    """Sounds and classes of the first word: a spelling of the name shares one of them."""
    if len(words) >= _FEWEST:
        first = word_of(words[0][0])
        yield first.key
        yield from first.variants
