"""From a description to whom it stands for: the holder of an office, the state of an organ, or unnamed people."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from dateline.actors.bodies import body_meant
from dateline.actors.descriptions import Description
from dateline.actors.found_mentions import FoundMentions
from dateline.actors.genders import Genders
from dateline.actors.holders import bears, meant_by_title
from dateline.actors.pronouns import HE, IT
from dateline.actors.resolved import Resolved, code_of, local_id, unnamed
from dateline.actors.roles import RoleWord, spelled_out
from dateline.actors.states import states_of
from dateline.knowledge import Knowledge
from dateline.model import ActorKind, BlockKind, Candidate, Mention, Parse, Span

_OF_BODIES = frozenset(("management", "leadership"))
_BODIES = (
    ActorKind.COMPANY,
    ActorKind.OUTLET,
    ActorKind.ORGANISATION,
    ActorKind.PARTY,
    ActorKind.ARMED_GROUP,
)
_COUNTRIES = frozenset(("country", "nation"))
_VAGUE_BODIES = frozenset("state country nation office mission house".split())
_ADMINISTERED = frozenset({"USA", "KOR", "PHL", "TWN"})
"""States whose executive is called an administration."""

_HOMES = frozenset({"house", "mission"})
_PRIVATE_OWNERS = {ActorKind.COMPANY: "BUS", ActorKind.OUTLET: "MED"}
_OF_HOME = frozenset("government administration cabinet".split())
_SINGLE_OFFICES = frozenset(
    "head_of_state head_of_government foreign_minister defence_minister leader igo_head security_adviser".split()
)
_COMMA = re.compile(r"\s?, ")
_CLOSED = re.compile(r"(?: (?:Jr|Sr|I{1,3})\b\.?)?\s?[,.;)—–]")
_LEADING = frozenset(("head_of_state", "head_of_government"))
_HEADS = frozenset(("chief", "head", "boss"))
_EARLY = 4
"""Sentences at the start of a page in which a title may go before the name."""
_LEADS = re.compile("(?:acting )?(?:president|prime minister|chancellor|king|queen|emir|sultan) of ")


class DescriptionResolver:
    """Resolves the descriptions of one page at the page's date."""

    def __init__(self, knowledge: Knowledge, at: str | None, found: FoundMentions) -> None:
        """`found` are the mentions by name; what is resolved is added to it by the caller."""
        self._knowledge = knowledge
        self._states = states_of(knowledge)
        self._at = at
        self._found = found
        self._genders = Genders(r.mention for r in found.all().values())
        self._named = found.times_named()

    def resolve(self, text: str, parse: Parse, description: Description) -> Resolved | None:
        """The mention of a description; None where its head is part of a name, or it names nobody."""
        head, span, role, found = description.head, description.span, description.role, self._found
        if found.covering(head.start) is not None or _says_nobody(description):
            return None
        named = _named_beside(parse, description, found) or _named_next(text, description, found)
        if named is not None:
            return named.moved_to(span, text)
        owner = _owner(parse, description, found)
        private = _PRIVATE_OWNERS.get(owner.mention.kind) if owner else None
        if private is not None:
            description = replace(description, role=replace(role, office=None, sector=private))
        if role.scope == "title" and not description.plural:
            return self._bearer(text, parse, description, owner)
        if role.words in _VAGUE_BODIES and owner is None and not description.plural:
            return self._region_meant(text, description) or self._country_meant(text, parse, description)
        if owner is None and (role.words == "police" or (description.definite and not description.plural)):
            meant = body_meant(head.lower, found.bodies_before(span.start))
            if meant is not None:
                return meant.moved_to(span, text)
        return self._body(text, description, owner)

    def _bearer(
        self, text: str, parse: Parse, description: Description, owner: Resolved | None
    ) -> Resolved | None:
        """Whoever bears a title, or somebody unnamed who does."""
        state = _state_of(owner)
        of_state = state if owner and _speaks_for_state(owner.mention) else None
        holder = None
        if of_state or not _is_of_other(parse, description, owner):
            holder = self._holder(text, description, of_state, self._found)
        return (
            holder
            or self._of_body(text, description, owner)
            or self._named_later(text, parse, description, state, owner)
            or self._of_home(text, description, owner)
            or self._of_local(text, description, owner)
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
        titled = {s: self._knowledge.holder_titled(s, role.words, self._at) for s in self._times_of_states()}
        having = Counter({s: n for s, n in self._times_of_states().items() if titled[s] is not None})
        home = _clearly_first(having)
        return self._in_office(text, description.span, role, home) if home else None

    def _body(self, text: str, description: Description, owner: Resolved | None) -> Resolved | None:
        """An organ, its state, or people, by whose they are."""
        span, role, state = description.span, description.role, _state_of(owner)
        if owner is None and description.definite and not description.plural and role.words in _OF_HOME:
            state = self._home(role.words) or _clearly_first(self._times_of_states())
        if role.words in _HOMES and owner is not None and owner.mention.kind == ActorKind.PERSON:
            return None
        if role.scope == "body" and owner is not None and _is_local_state(owner.mention):
            return owner.moved_to(span, text)
        if state and role.words in _COUNTRIES and not description.plural:
            return self._organ(text, span, role, state)
        if role.words in _OF_BODIES and owner is not None and owner.mention.kind in _BODIES:
            return owner.moved_to(span, text)
        if state and role.scope in ("body", "property") and role.words not in _VAGUE_BODIES:
            is_local = owner is not None and owner.mention.kind == ActorKind.PLACE and role.scope == "body"
            return _local_organ(text, span, role, state) if is_local else self._organ(text, span, role, state)
        if role.scope == "property":
            return None
        is_owned = owner is not None and owner.mention.kind not in (ActorKind.PERSON, ActorKind.PLACE)
        given = state if is_owned or role.scope in ("people", "person") else None
        kind = ActorKind.PERSON if role.scope == "person" and not description.plural else ActorKind.GROUP
        return unnamed(kind, text, span, role, given)

    def _country_meant(self, text: str, parse: Parse, description: Description) -> Resolved | None:
        """For "the country" the only state named before in the sentence, else the one that the page is about; no mention otherwise."""
        if not description.definite or description.role.words not in _COUNTRIES:
            return None
        before = self._found.bodies_before(description.span.start)
        states = [r for r in before if r.mention.kind == ActorKind.STATE]
        near = [r for r in states if r.mention.start >= parse.sentence.start]
        if near:
            is_one = len({r.mention.actor for r in near}) == 1
            return near[0].moved_to(description.span, text) if is_one else None
        about = _clearly_first(self._times_of_states(description.span.start))
        entity = self._states.get(about) if about else None
        if entity is None:
            return None
        span = description.span
        mention = Mention(
            "",
            span.start,
            span.end,
            text[span.start : span.end],
            ActorKind.STATE,
            entity.id,
            entity.name,
            None,
            about,
        )
        return Resolved(mention, about)

    def _region_meant(self, text: str, description: Description) -> Resolved | None:
        """For "the state" the region of a state that was named last."""
        if not description.definite or description.role.words != "state":
            return None
        before = [r for r in self._found.all().values() if r.mention.start < description.span.start]
        regions = [r for r in before if r.mention.actor in self._knowledge.regions]
        last = max(regions, key=lambda r: r.mention.start, default=None)
        return last.moved_to(description.span, text) if last is not None else None

    def _times_of_states(self, before: int | None = None) -> Counter[str]:
        """How many mentions belong to each state, of the page or before a place."""
        return Counter(
            r.mention.state
            for r in self._found.all().values()
            if r.mention.state and (before is None or r.mention.start < before)
        )

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
        self, text: str, description: Description, state: str | None, found: FoundMentions
    ) -> Resolved | None:
        """Who bears the title: somebody whom the page has named before, else the holder on the page's day."""
        span, role = description.span, description.role
        if state or description.definite:
            before = found.people_before(span.start)
            bearers = [r for r in before if r.mention.actor and self._bears(r, role, state)]
            meant = meant_by_title(bearers, role, self._genders, self._named)
            if meant is not None:
                return self._of_the_day(meant, role, text, span) or meant.moved_to(span, text)
        return self._in_office(text, span, role, state) if state else None

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
        return bears(person, role, state, self._knowledge, self._at)

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
        if owner is None or not _is_local_state(owner.mention) or role.office is None:
            return None
        name = f"{spelled_out(role.words)} of {owner.mention.name}"
        words = text[span.start : span.end]
        mention = Mention(
            "", span.start, span.end, words, ActorKind.PERSON, local_id(name), name, role.words, None
        )
        return Resolved(mention, code_of(None, role))

    def _home(self, word: str) -> str | None:
        """The state whose leaders the page names, twice as often as those of any other that has such a thing."""
        leaders = Counter(
            r.mention.state
            for r in self._found.all().values()
            if r.mention.state and (_leads(r) or r.mention.text.lower().endswith(word))
        )
        if word == "administration":
            leaders = Counter({state: n for state, n in leaders.items() if state in _ADMINISTERED})
        return _clearly_first(leaders)


def _clearly_first(counts: Counter[str]) -> str | None:
    """What counts twice as much as anything else."""
    ranked = counts.most_common(2)
    is_clear = len(ranked) == 1 or (len(ranked) == 2 and ranked[0][1] >= 2 * ranked[1][1])
    return ranked[0][0] if is_clear else None


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


def _leads(named: Resolved) -> bool:
    """A leader, or a seat or organ that stands for a government."""
    if named.mention.kind == ActorKind.PERSON:
        return _LEADS.match(named.mention.role or "") is not None
    return named.mention.kind == ActorKind.STATE and (named.code or "").endswith("GOV")


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


def _is_of_other(parse: Parse, description: Description, owner: Resolved | None) -> bool:
    """Whether a title belongs to a body that is nobody's state: "the president and chief executive of Reef Steel"."""
    if owner is not None:
        return True
    joined = [description.head, *parse.children(description.head, "conj")]
    preps = [
        prep for word in joined for prep in parse.children(word, "prep") if prep.lower in ("of", "at", "for")
    ]
    return any(thing.is_proper for prep in preps for thing in parse.children(prep, "pobj"))


def _says_nobody(description: Description) -> bool:
    """ "At anchor", "took office": a singular noun with nothing before it, inside a clause, is no person and no body."""
    head = description.head
    is_vague = description.role.scope in ("title", "person") or description.role.words in _VAGUE_BODIES
    if not is_vague or description.plural or head.is_proper or head.dep not in ("pobj", "dobj"):
        return False
    return description.span.start == head.start and description.span.end == head.end


def _state_of(owner: Resolved | None) -> str | None:
    """A firm and an outlet give those whom they own no state."""
    if owner is None or owner.mention.kind in _PRIVATE_OWNERS:
        return None
    return owner.mention.state


def _is_local_state(mention: Mention) -> bool:
    return mention.kind == ActorKind.STATE and mention.state is None


def _speaks_for_state(mention: Mention) -> bool:
    """Whether a title's possessor is a state or someone of it; a region, a council or a union has officers of its own."""
    return mention.kind in (ActorKind.STATE, ActorKind.PERSON)


def _owner(parse: Parse, description: Description, found: FoundMentions) -> Resolved | None:
    """Whose president, army or officials: the mention at the first word that may say so, pronouns last."""
    for offset in description.owners:
        named = found.covering(offset)
        if named is not None:
            return named
    owners = (_owner_by_pronoun(parse, offset, found) for offset in description.owners)
    return next((owner for owner in owners if owner is not None), None)


def _owner_by_pronoun(parse: Parse, offset: int, found: FoundMentions) -> Resolved | None:
    """The one behind "his" in "his government": the first person of the sentence, else the last one before it."""
    token = parse.token_at(offset)
    if token is None or token.lower not in HE | IT:
        return None
    if token.lower in HE:
        before = found.people_before(offset)
    else:
        before = [r for r in found.bodies_before(offset) if r.mention.kind == ActorKind.STATE]
    doers = {t.start for verb in parse.ancestors(token) for t in parse.children(verb, "nsubj", "nsubjpass")}
    doing = next((r for r in before if r.mention.start in doers), None)
    if doing is not None:
        return doing
    near = [r for r in before if parse.sentence.start <= r.mention.start]
    return near[-1] if near else before[0] if before else None
