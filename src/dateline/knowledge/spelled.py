"""Persons of the tables under spellings that the tables do not have: "Kasym-Zhomart Toqaev"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.knowledge.entity import Entity
from dateline.knowledge.name_parts import Role, person_name, word_of, words_with_roles
from dateline.knowledge.person_names import is_spelling_of
from dateline.model import ActorKind

_FEWEST = 2
"""Words of a name: one alone has too many bearers."""


class Spellings:
    """Finds persons by any spelling of their full names; slips, nicknames, initials and other orders do not count."""

    def __init__(self, people: Iterable[Entity]) -> None:
        self._by_clue: dict[str | int, dict[str, Entity]] = {}
        for person in people:
            if person.kind is ActorKind.PERSON:
                for clue in _clues(words_with_roles(person.name)):
                    self._by_clue.setdefault(clue, {})[person.id] = person

    def person(self, surface: str) -> Entity | None:
        """The only person whose name is spelled so; None where there is none, or more than one."""
        words = words_with_roles(_in_order(surface))
        if any(role is Role.INITIAL for _, role in words):
            return None
        near: dict[str, Entity] = {}
        for clue in _clues(words):
            near |= self._by_clue.get(clue, {})
        if not near:
            return None
        name = person_name(_in_order(surface))
        found = [one for one in near.values() if is_spelling_of(name, person_name(one.name))]
        return found[0] if len(found) == 1 else None


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
