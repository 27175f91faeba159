"""Who bears a title: somebody of the page, the holder of the office that day, or the office itself."""

from __future__ import annotations

from collections import Counter

from dateline.actors.descriptions import Description
from dateline.actors.found_mentions import FoundMentions
from dateline.actors.genders import Genders
from dateline.actors.holders import bears, meant_by_title, named_lately
from dateline.actors.home import Home, clearly_first
from dateline.actors.owners import is_local_state, state_of
from dateline.actors.resolved import Resolved, code_of, local_id, unnamed
from dateline.actors.roles import RoleWord, spelled_out
from dateline.actors.states import states_of
from dateline.knowledge import Knowledge
from dateline.model import ActorKind, BlockKind, Candidate, Mention, Parse, Span

_SINGLE_OFFICES = frozenset(
    "head_of_state head_of_government foreign_minister defence_minister leader igo_head security_adviser".split()
)
_LEADING = frozenset(("head_of_state", "head_of_government"))
_HEADS = frozenset(("chief", "head", "boss"))
_EARLY = 4
"""Sentences at the start of a page in which a title may go before the name."""


class Titles:
    """Resolves the titles of one page at the page's date."""

    def __init__(
        self, knowledge: Knowledge, at: str | None, found: FoundMentions, home: Home, genders: Genders
    ) -> None:
        self._knowledge, self._at, self._found, self._home = knowledge, at, found, home
        self._states = states_of(knowledge)
        self._genders = genders
        self._named = found.times_named()
        self._borne: dict[tuple[object, ...], bool] = {}

    def bearer(
        self, text: str, parse: Parse, description: Description, owner: Resolved | None
    ) -> Resolved | None:
        """Whoever bears a title, or somebody unnamed who does."""
        state = state_of(owner)
        of_state = state if owner and _speaks_for_state(owner.mention, description.role) else None
        holder = None
        if of_state or not _is_of_other(parse, description, owner):
            holder = self._holder(text, description, of_state, self._found)
        return (
            holder
            or self._of_body(text, description, owner)
            or self._named_later(text, parse, description, state, owner)
            or self._of_home(text, description, owner)
            or self._of_local(text, description, owner)
            or self._lately(text, description, owner)
            or unnamed(ActorKind.PERSON, text, description.span, description.role, state)
        )

    def _of_body(self, text: str, description: Description, owner: Resolved | None) -> Resolved | None:
        """Who heads a body that the words name: "the NATO chief", "the CIA chief"."""
        if owner is None or owner.mention.kind != ActorKind.ORGANISATION or owner.mention.actor is None:
            return None
        words, body = description.role.words, owner.mention.text
        for title in (words, "director", "head") if words in _HEADS else (words,):
            found = self._knowledge.lookup(f"{body} {title}", at=self._at)
            if found and found[0].kind == ActorKind.PERSON and found[0].role:
                return _held_by(text, description.span, found[0])
        return None

    def _named_later(
        self, text: str, parse: Parse, description: Description, state: str | None, owner: Resolved | None
    ) -> Resolved | None:
        """The only one whom the page goes on to name with the very title, for headlines and first paragraphs."""
        if parse.sentence.index > _EARLY or (owner is not None and state is None and not _is_region(owner)):
            return None
        titled = [
            r for r in self._found.people_after(description.span.end) if r.mention.actor and r.mention.role
        ]
        later = [r for r in titled if self._bears(r, description.role, state)]
        if not later and owner is not None and parse.sentence.kind == BlockKind.HEADLINE:
            later = [
                r for r in titled if self._bears(r, description.role, None)
            ]  # whose senator it is, the text need not say
        return (
            later[0].moved_to(description.span, text) if len({r.mention.actor for r in later}) == 1 else None
        )

    def _of_home(self, text: str, description: Description, owner: Resolved | None) -> Resolved | None:
        """ "The queen" and "the president" of the state that the page is about, if it has one."""
        if owner is not None or not description.definite or description.role.office not in _LEADING:
            return None
        role = description.role
        titled = {
            s: self._knowledge.holder_titled(s, role.words, self._at) for s in self._home.times_of_states()
        }
        having = Counter({s: n for s, n in self._home.times_of_states().items() if titled[s] is not None})
        home = clearly_first(having)
        return self._in_office(text, description.span, role, home) if home else None

    def _holder(
        self, text: str, description: Description, state: str | None, found: FoundMentions
    ) -> Resolved | None:
        """Who bears the title: somebody whom the page has named before, else the holder on the page's day."""
        span, role = description.span, description.role
        if state or description.definite:
            bearers = self._bearers_before(span, role, state, found)
            meant = meant_by_title(bearers, role, self._genders, self._named)
            if meant is not None:
                return self._of_the_day(meant, role, text, span) or meant.moved_to(span, text)
        return self._in_office(text, span, role, state) if state else None

    def _bearers_before(
        self, span: Span, role: RoleWord, state: str | None, found: FoundMentions
    ) -> list[Resolved]:
        before = found.alike_before(span.start, (ActorKind.PERSON,))
        return [r for r in before if r.mention.actor and self._bears(r, role, state)]

    def _lately(self, text: str, description: Description, owner: Resolved | None) -> Resolved | None:
        """Of several bearers the one of whom the page has just told."""
        span, role = description.span, description.role
        if owner is not None or not description.definite:
            return None
        bearers = self._bearers_before(span, role, None, self._found)
        meant = named_lately(bearers, role, self._genders, span.start)
        return meant.moved_to(span, text) if meant is not None else None

    def _of_the_day(self, meant: Resolved, role: RoleWord, text: str, span: Span) -> Resolved | None:
        """Whoever held the office that day, where the bearer whom the page has named had left it."""
        mention = meant.mention
        if role.office not in _LEADING or self._at is None or mention.actor is None or mention.state is None:
            return None
        if self._knowledge.entity(mention.actor) is None or self._knowledge.offices_of(
            mention.actor, self._at
        ):
            return None
        has_left = self._knowledge.was_in_office(mention.actor, self._at)
        return self._in_office(text, span, role, mention.state) if has_left else None

    def _bears(self, person: Resolved, role: RoleWord, state: str | None) -> bool:
        mention = person.mention
        asked = (mention.actor, mention.state, mention.role, mention.text, role, state)
        if asked not in self._borne:
            self._borne[asked] = bears(person, role, state, self._knowledge, self._at)
        return self._borne[asked]

    def _in_office(self, text: str, span: Span, role: RoleWord, state: str) -> Resolved | None:
        """The holder of a state's office by the tables; without one the office itself, if one person holds it at a time."""
        words = text[span.start : span.end]
        holder = self._knowledge.holder_titled(state, role.words, self._at)
        if holder is not None:
            known = self._knowledge.lookup(holder.name, at=self._at)
            held = next((c for c in known if c.actor == holder.id), None)
            if held is not None and held.role:
                return _held_by(text, span, held)
            mention = Mention(
                "", span.start, span.end, words, ActorKind.PERSON, holder.id, holder.name, role.words, state
            )
            return Resolved(mention, code_of(state, role))
        if role.office not in _SINGLE_OFFICES:
            return None
        entity = self._states.get(state)
        name = f"{role.words} of {entity.name}" if entity else " ".join(words.split())
        mention = Mention(
            "", span.start, span.end, words, ActorKind.PERSON, local_id(name), name, role.words, state
        )
        return Resolved(mention, code_of(state, role))

    def _of_local(self, text: str, description: Description, owner: Resolved | None) -> Resolved | None:
        """An office of a state that only the page knows: "Calderra's interior minister"."""
        span, role = description.span, description.role
        if owner is None or not is_local_state(owner.mention) or role.office is None:
            return None
        name = f"{spelled_out(role.words)} of {owner.mention.name}"
        words = text[span.start : span.end]
        mention = Mention(
            "", span.start, span.end, words, ActorKind.PERSON, local_id(name), name, role.words, None
        )
        return Resolved(mention, code_of(None, role))


def _held_by(text: str, span: Span, holder: Candidate) -> Resolved:
    """Whoever holds an office, with title and code of the day."""
    words = text[span.start : span.end]
    mention = Mention(
        "",
        span.start,
        span.end,
        words,
        ActorKind.PERSON,
        holder.actor,
        holder.name,
        holder.role,
        holder.state,
    )
    return Resolved(mention, holder.code)


def _is_region(owner: Resolved) -> bool:
    return owner.mention.kind == ActorKind.PLACE


def _is_of_other(parse: Parse, description: Description, owner: Resolved | None) -> bool:
    """Whether a title belongs to a body that is nobody's state: "the president and chief executive of Reef Steel"."""
    if owner is not None:
        return True
    joined = [description.head, *parse.children(description.head, "conj")]
    preps = [
        prep for word in joined for prep in parse.children(word, "prep") if prep.lower in ("of", "at", "for")
    ]
    return any(thing.is_proper for prep in preps for thing in parse.children(prep, "pobj"))


def _speaks_for_state(owner: Mention, role: RoleWord) -> bool:
    """Whether a title's possessor is a state, or someone of it with the state's officers; a person's lawyer is nobody else's, and a region,
    a council or a union has officers of its own."""
    return owner.kind == ActorKind.STATE or (owner.kind == ActorKind.PERSON and role.office is not None)
