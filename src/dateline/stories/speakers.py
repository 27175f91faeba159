"""Whether two parties, named on two pages, are the same."""

from __future__ import annotations

import re
from typing import Protocol

from dateline.stories.wordlists import word_list

_LETTERS = re.compile(r"[^\W\d_]+")
_TITLES = word_list("title")


class Named(Protocol):
    """Someone with a name, perhaps an id and a state."""

    @property
    def actor(self) -> str | None: ...

    @property
    def name(self) -> str: ...

    @property
    def state(self) -> str | None: ...


def is_known(party: Named) -> bool:
    """True when the id is valid beyond the page."""
    return party.actor is not None and not party.actor.startswith("local:")


def same_party(a: Named, b: Named) -> bool:
    """The same actor by id; else by full name, or a surname that stands for the other's name."""
    if is_known(a) and is_known(b):
        return a.actor == b.actor
    if a.state and b.state and a.state != b.state:
        return False
    return same_name(a.name, b.name)


def same_name(a: str, b: str) -> bool:
    """Equal but for titles, or one is the surname of the other."""
    first, second = name_words(a), name_words(b)
    if not first or not second:
        return False
    if first == second:
        return True
    short, long = sorted((first, second), key=len)
    if len(short) == 1:
        return short[0] == long[-1] and len(short[0]) > 1
    return short[-1] == long[-1] and set(short) <= set(long)


def name_words(name: str) -> list[str]:
    """The words of a name without titles, folded."""
    words = [word.lower() for word in _LETTERS.findall(name.replace("’s", "").replace("'s", ""))]
    return [word for word in words if word not in _TITLES]
