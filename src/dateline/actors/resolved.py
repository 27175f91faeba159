"""A mention on its way to the page's list, with what a participant made of it needs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dateline.actors.roles import RoleWord
from dateline.model import ActorKind, Mention, Span


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention with the code that a participant made of it has."""

    mention: Mention
    code: str | None

    @property
    def key(self) -> tuple[int, int]:
        """Where it stands; no two mentions of a page have the same place."""
        return self.mention.start, self.mention.end

    def moved_to(self, span: Span, text: str) -> Resolved:
        """Other words for the same actor."""
        words = text[span.start : span.end]
        return Resolved(replace(self.mention, start=span.start, end=span.end, text=words), self.code)


def local_id(name: str) -> str:
    """The id of an actor that is known from its page only."""
    return "local:" + re.sub(r"[^\w]+", "-", name.lower()).strip("-")


def code_of(state: str | None, role: RoleWord | None) -> str | None:
    """State and sector; without a state the sector alone, as for "the rebels"."""
    sector = role.sector if role else None
    return (state or "") + (sector or "") or None


def unnamed(kind: ActorKind, text: str, span: Span, role: RoleWord, state: str | None) -> Resolved:
    """Unnamed people: their words for a name, and the state that the words give (codebook section 3, rules 5 and 8)."""
    words = text[span.start : span.end]
    name = " ".join(words.split())
    mention = Mention("", span.start, span.end, words, kind, None, name, role.words, state)
    return Resolved(mention, code_of(state, role))


def counted(found: Resolved) -> Resolved:
    """People of whom the text gives a number alone: "at least 12" are "at least 12 people"."""
    return replace(found, mention=replace(found.mention, name=f"{found.mention.name} people"))
