"""From a description to whom it stands for: the holder of an office, the state of an organ, or unnamed people."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dateline.actors.descriptions import Description
from dateline.actors.pronouns import HE, IT
from dateline.actors.resolved import Resolved, code_of, local_id, unnamed
from dateline.actors.roles import RoleWord
from dateline.actors.states import states_of
from dateline.knowledge import Knowledge
from dateline.model import ActorKind, Mention, Parse, Span

_LEADER_OFFICES = ("head_of_state", "head_of_government", "party_leader")
_VAGUE_BODIES = frozenset("state country nation office mission house".split())
Found = Mapping[tuple[int, int], Resolved]


class DescriptionResolver:
    """Resolves the descriptions of one page at the page's date."""

    def __init__(self, knowledge: Knowledge, at: str | None) -> None:
        self._knowledge = knowledge
        self._states = states_of(knowledge)
        self._at = at

    def resolve(self, text: str, parse: Parse, description: Description, found: Found) -> Resolved | None:
        """The mention of a description; None where its head is part of a name, or it names nobody.

        Args:
            found: the mentions found so far, by place.
        """
        head, span, role = description.head, description.span, description.role
        if any(start <= head.start < end for start, end in found):
            return None
        owner = _owner(parse, description, found)
        state = owner.mention.state if owner else None
        if role.scope == "title" and not description.plural:
            holder = self._holder(text, span, role, state, found, definite=description.definite)
            return holder or unnamed(ActorKind.PERSON, text, span, role, None)
        if state and role.scope in ("body", "property") and role.words not in _VAGUE_BODIES:
            return self._organ(text, span, role, state)
        if role.scope == "property":
            return None
        is_owned = owner is not None and owner.mention.kind not in (ActorKind.PERSON, ActorKind.PLACE)
        given = state if is_owned or role.scope == "people" else None
        return unnamed(ActorKind.GROUP, text, span, role, given)

    def _organ(self, text: str, span: Span, role: RoleWord, state: str) -> Resolved | None:
        """An organ stands for its state (codebook section 3, rule 4)."""
        entity = self._states.get(state)
        if entity is None:
            return None
        words = text[span.start : span.end]
        kind = ActorKind.STATE
        mention = Mention("", span.start, span.end, words, kind, entity.id, entity.name, role.words, state)
        return Resolved(mention, code_of(state, role))

    def _holder(
        self, text: str, span: Span, role: RoleWord, state: str | None, found: Found, *, definite: bool
    ) -> Resolved | None:
        """Who bears the title: somebody whom the page has named before, else the holder on the page's day."""
        before = [
            r for r in found.values() if r.mention.kind == ActorKind.PERSON and r.mention.start < span.start
        ]
        for earlier in sorted(before, key=lambda r: -r.mention.start):
            if (state or definite) and self._bears(earlier.mention, role, state):
                return earlier.moved_to(span, text)
        if state is None:
            return None
        words = text[span.start : span.end]
        holder = self._knowledge.holder_titled(state, role.words, self._at)
        if holder is None:
            entity = self._states.get(state)
            name = f"{role.words} of {entity.name}" if entity else " ".join(words.split())
            kind, actor, title, code = ActorKind.PERSON, local_id(name), role.words, code_of(state, role)
        else:
            known = self._knowledge.lookup(holder.name, at=self._at)
            held = next((c for c in known if c.actor == holder.id), None)
            kind, actor, name = ActorKind.PERSON, holder.id, holder.name
            title, code = (held.role or role.words, held.code) if held else (role.words, code_of(state, role))
        return Resolved(Mention("", span.start, span.end, words, kind, actor, name, title, state), code)

    def _bears(self, mention: Mention, role: RoleWord, state: str | None) -> bool:
        """Whether an earlier person may be meant by a title: same state where both are known, and that office or title."""
        if state is not None and mention.state != state:
            return False
        pattern = rf"(?<!vice )(?<!deputy )\b{re.escape(role.words)}\b"
        if re.search(pattern, f"{mention.role or ''} {mention.text}".lower()):
            return True
        if role.office is None or mention.actor is None:
            return False
        wanted = _LEADER_OFFICES if role.office == "leader" else (role.office,)
        return any(office.office in wanted for office in self._knowledge.offices_of(mention.actor, self._at))


def _owner(parse: Parse, description: Description, found: Found) -> Resolved | None:
    """Whose president, army or officials: the mention at the first word that may say so, pronouns last."""
    for offset in description.owners:
        for resolved in found.values():
            if resolved.mention.start <= offset < resolved.mention.end:
                return resolved
    owners = (_owner_by_pronoun(parse, offset, found) for offset in description.owners)
    return next((owner for owner in owners if owner is not None), None)


def _owner_by_pronoun(parse: Parse, offset: int, found: Found) -> Resolved | None:
    """The one behind "his" in "his government": the first person of the sentence, else the last one before it."""
    token = parse.token_at(offset)
    if token is None or token.lower not in HE | IT:
        return None
    kind = ActorKind.PERSON if token.lower in HE else ActorKind.STATE
    before = [r for r in found.values() if r.mention.kind == kind and r.mention.start < offset]
    near = [r for r in before if parse.sentence.start <= r.mention.start]
    last = max(before, key=lambda r: r.mention.start, default=None)
    return min(near, key=lambda r: r.mention.start, default=last)
