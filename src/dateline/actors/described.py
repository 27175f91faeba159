"""From a description to whom it stands for: the holder of an office, the state of an organ, or unnamed people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from dateline.actors.bodies import body_meant
from dateline.actors.countries import COUNTRIES, Countries
from dateline.actors.descriptions import Description
from dateline.actors.found_mentions import FoundMentions
from dateline.actors.genders import Genders
from dateline.actors.home import Home, clearly_first
from dateline.actors.owners import PRIVATE_OWNERS, Owners, is_local_state, state_of
from dateline.actors.resolved import Resolved, code_of, counted, local_id, unnamed
from dateline.actors.roles import RoleWord, role_words
from dateline.actors.states import states_of
from dateline.actors.titles import Titles
from dateline.knowledge import Knowledge
from dateline.model import ActorKind, Mention, Parse, Span

_OF_BODIES = frozenset(("management", "leadership"))
_BODIES = (
    ActorKind.COMPANY,
    ActorKind.OUTLET,
    ActorKind.ORGANISATION,
    ActorKind.PARTY,
    ActorKind.ARMED_GROUP,
)
_VAGUE_BODIES = frozenset("state country nation office mission house".split())
_GOVERNMENT = "GOV"
_ABROAD = frozenset("ally neighbour neighbor foe rival arch-rival adversary enemy".split())
"""Whose they are is another state."""
_HOMES = frozenset({"house", "mission"})
_OF_HOME = frozenset("government administration cabinet".split())
_COMMA = re.compile(r"\s?, ")
_CLOSED = re.compile(r"(?: (?:Jr|Sr|I{1,3})\b\.?)?\s?[,.;)—–]")


class DescriptionResolver:
    """Resolves the descriptions of one page at the page's date."""

    def __init__(
        self, knowledge: Knowledge, at: str | None, found: FoundMentions, parses: Mapping[int, Parse]
    ) -> None:
        """`found` are the mentions by name; what is resolved is added to it by the caller."""
        self._knowledge, self._found = knowledge, found
        self._states = states_of(knowledge)
        self._home = Home(found)
        genders = Genders(r.mention for r in found.all().values())
        self._titles = Titles(knowledge, at, found, self._home, genders)
        self._owners = Owners(parses, found, genders)
        self._countries = Countries(parses, found, self._home, self._states)

    def resolve(self, text: str, parse: Parse, description: Description) -> Resolved | None:
        """The mention of a description; None where its head is part of a name, or it names nobody."""
        head, span, role, found = description.head, description.span, description.role, self._found
        if found.covering(head.start) is not None or _says_nobody(description):
            return None
        named = _named_beside(parse, description, found) or _named_next(text, description, found)
        if named is not None:
            return named.moved_to(span, text)
        owner = self._owners.of(text, parse, description)
        private = PRIVATE_OWNERS.get(owner.mention.kind) if owner else None
        if private is not None:
            description = replace(description, role=replace(role, office=None, sector=private))
        else:
            description = _of_private_body(description)
        if role.scope == "title" and not description.plural:
            return self._titles.bearer(text, parse, description, owner)
        if role.words in _VAGUE_BODIES and owner is None and not description.plural:
            return self._region_meant(text, description) or self._countries.meant(text, parse, description)
        if owner is None and (role.words == "police" or (description.definite and not description.plural)):
            meant = body_meant(head.lower, span.start, found)
            if meant is not None:
                return meant.moved_to(span, text)
        body = self._body(text, description, owner)
        return counted(body) if body is not None and head.tag == "CD" else body

    def _body(self, text: str, description: Description, owner: Resolved | None) -> Resolved | None:
        """An organ, its state, or people, by whose they are."""
        span, role, state = description.span, description.role, state_of(owner)
        if owner is None and description.definite and not description.plural and role.words in _OF_HOME:
            state = self._home.governed(role.words) or clearly_first(self._home.times_of_states())
        if role.words in _HOMES and owner is not None and owner.mention.kind == ActorKind.PERSON:
            return None
        if owner is not None and role.words in _ABROAD and _is_possessor(text, span, owner.mention):
            return unnamed(ActorKind.GROUP, text, span, role, None)
        if role.scope == "body" and owner is not None and is_local_state(owner.mention):
            return owner.moved_to(span, text)
        if state and role.words in COUNTRIES and not description.plural:
            return self._organ(text, span, role, state)
        if role.words in _OF_BODIES and owner is not None and owner.mention.kind in _BODIES:
            return owner.moved_to(span, text)
        if state and role.scope in ("body", "property") and role.words not in _VAGUE_BODIES:
            is_local = owner is not None and owner.mention.kind == ActorKind.PLACE and role.scope == "body"
            return _local_organ(text, span, role, state) if is_local else self._organ(text, span, role, state)
        if role.scope == "property":
            return None
        is_owned = owner is not None and owner.mention.kind != ActorKind.PLACE
        given = state if is_owned or role.scope in ("people", "person") else None
        kind = ActorKind.PERSON if role.scope == "person" and not description.plural else ActorKind.GROUP
        return unnamed(kind, text, span, role, given)

    def _region_meant(self, text: str, description: Description) -> Resolved | None:
        """For "the state" the region of a state that was named last."""
        if not description.definite or description.role.words != "state":
            return None
        before = [r for r in self._found.all().values() if r.mention.start < description.span.start]
        regions = [r for r in before if r.mention.actor in self._knowledge.regions]
        last = max(regions, key=lambda r: r.mention.start, default=None)
        return last.moved_to(description.span, text) if last is not None else None

    def _organ(self, text: str, span: Span, role: RoleWord, state: str) -> Resolved | None:
        """An organ stands for its state (codebook section 3, rule 4)."""
        entity = self._states.get(state)
        if entity is None:
            return None
        words = text[span.start : span.end]
        kind = ActorKind.STATE
        mention = Mention("", span.start, span.end, words, kind, entity.id, entity.name, role.words, state)
        return Resolved(mention, code_of(state, role))


def _is_possessor(text: str, span: Span, owner: Mention) -> bool:
    """A state's "its" and "'s": "Malta's rival" is not Maltese."""
    if owner.kind != ActorKind.STATE:
        return False
    is_named = text[owner.end : owner.end + 2] in ("'s", "’s")
    return is_named or text[span.start : span.end].lower().startswith(("its ", "their "))


def _of_private_body(description: Description) -> Description:
    """ "Campaign officials" and "the party's leadership" hold no office of a state; of a title only the page tells whose it is."""
    role, body = description.role, description.private_body
    is_organ = role.scope == "body" and role.words not in _OF_BODIES
    if body is None or role.sector != _GOVERNMENT or is_organ or role.office == "leader":
        return description
    of_body = role_words().get(body)
    scope = "people" if role.scope == "body" else role.scope
    sector = of_body.sector if of_body else None
    return replace(description, role=replace(role, scope=scope, office=None, sector=sector))


def _named_next(text: str, description: Description, found: FoundMentions) -> Resolved | None:
    """The person between commas right behind a title: "the special counsel, Ana Ruiz, said", where the parse lost the apposition."""
    if description.plural or description.role.scope not in ("title", "person"):
        return None
    comma = _COMMA.match(text, description.span.end)
    if comma is None:
        return None
    named = found.covering(comma.end())
    if named is None or named.mention.start != comma.end() or named.mention.kind != ActorKind.PERSON:
        return None
    return named if _CLOSED.match(text, named.mention.end) else None


def _local_organ(text: str, span: Span, role: RoleWord, state: str) -> Resolved:
    """The police or the legislature of a region or a town: a body of its own, of that state."""
    words = text[span.start : span.end]
    name = " ".join(words.split()).removeprefix("the ").removeprefix("The ")
    mention = Mention(
        "", span.start, span.end, words, ActorKind.ORGANISATION, local_id(name), name, role.words, state
    )
    return Resolved(mention, code_of(state, role))


def _named_beside(parse: Parse, description: Description, found: FoundMentions) -> Resolved | None:
    """The person whom an apposition names: "the mayor of Belmopan, Ana Ruiz", "Ana Ruiz, the mayor"."""
    if description.plural or description.role.scope not in ("title", "person"):
        return None
    head = description.head
    beside = parse.children(head, "appos") + ([parse.head(head)] if head.dep == "appos" else [])
    for word in (t for t in beside if t.is_proper):
        named = found.covering(word.start)
        if named is not None and named.mention.kind == ActorKind.PERSON:
            return named
    return None


def _says_nobody(description: Description) -> bool:
    """ "At anchor", "took office": a singular noun with nothing before it, inside a clause, is no person and no body."""
    head = description.head
    is_vague = description.role.scope in ("title", "person") or description.role.words in _VAGUE_BODIES
    if not is_vague or description.plural or head.is_proper or head.dep not in ("pobj", "dobj"):
        return False
    return description.span.start == head.start and description.span.end == head.end
