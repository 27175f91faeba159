"""Whom a page of an actor is about: somebody by an id, or anybody of a state."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge import Entity, Knowledge
from dateline.model import Mention
from dateline.web.who import is_actor_id, is_state_code


@dataclass(frozen=True, slots=True)
class Subject:
    """An id with what the tables know of it. `is_state` means anybody of a state, by its code."""

    id: str
    entity: Entity | None
    is_state: bool

    @property
    def is_local(self) -> bool:
        """True for somebody whom single pages alone know."""
        return self.id.startswith("local:")

    def is_meant(self, actor: str | None, state: str | None) -> bool:
        """True when an actor, with its state, is whom the page is about."""
        return state == self.id if self.is_state else actor == self.id

    def is_named_by(self, mention: Mention) -> bool:
        """True when a mention names them."""
        return self.is_meant(mention.actor, mention.state)


def subject_of(id: str) -> Subject | None:
    """Whom an id or the code of a state means; None for what is neither."""
    knowledge = Knowledge.load()
    if is_state_code(id):
        state = knowledge.registry.states.get(id)
        return Subject(id, knowledge.entity(state) if state else None, True)
    return Subject(id, knowledge.entity(id), False) if is_actor_id(id) else None
