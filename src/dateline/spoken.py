"""Who "I", "we" and "you" are: inside a quotation, whoever is quoted, and whom the words are addressed to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.model import ActorKind, Mention, Party, Statement, StatementType

_WORDS = re.compile(
    r"(?<![\w’'])(?:(?P<one>I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)|(?P<many>[Ww]e|[Uu]s|[Oo]urs?|[Oo]urselves)"
    r"|(?P<you>[Yy]ou|[Yy]ours?|[Yy]ourself))(?![\w-])"
)
_BODIES = (ActorKind.ORGANISATION, ActorKind.COMPANY, ActorKind.PARTY, ActorKind.ARMED_GROUP)
_OF_GOVERNMENT = re.compile(
    r"^(?!former |ex-).*(?:president|minister|secretary|chancellor|ambassador|king|queen|spokes)"
)
_QUOTED = frozenset((StatementType.DIRECT, StatementType.MIXED))
_MARKS = re.compile(r"(?:[“\"„«]|``)(?:(?!``)[^“\"„«»])*[”\"»]?")


def spoken_for(text: str, statements: Sequence[Statement], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions by "I" and "my" of the person who is quoted with them, by "we" and "our" of the body or group, by "you" of a person who is
    addressed. Quotations inside others are somebody else's words; whom a person means by "we" is not told."""
    by_actor = {m.actor: m for m in mentions if m.actor is not None}
    taken = {i for m in mentions for i in range(m.start, m.end)}
    for statement in statements:
        if statement.type not in _QUOTED:
            continue
        speaker = _mention_of(statement.speaker, by_actor, mentions)
        addressee = _mention_of(statement.addressee, by_actor, mentions)
        for word in _words(text, statement):
            meant = addressee if word["you"] else speaker
            if word["many"] and meant is not None and meant.kind is ActorKind.PERSON:
                meant = _spoken_for(meant, statement.speaker, mentions)
            is_person = meant is not None and meant.kind is ActorKind.PERSON
            if meant is not None and is_person is not bool(word["many"]) and word.start() not in taken:
                taken.update(range(*word.span()))
                yield _moved(meant, word)


def _spoken_for(person: Mention, speaker: Party | None, mentions: Sequence[Mention]) -> Mention | None:
    """Whom a person means by "we": the body that the speaker's own words name ("Ana Ruiz, who chairs the Reef Council"), or the state whose
    office he or she holds. Of others it is not told."""
    spans = speaker.spans if speaker else ()
    bodies = [
        m for m in mentions if m.kind in _BODIES and any(s.start <= m.start and m.end <= s.end for s in spans)
    ]
    if len(bodies) == 1:
        return bodies[0]
    if person.role is None or person.state is None or not _OF_GOVERNMENT.search(person.role):
        return None
    states = (m for m in mentions if m.kind is ActorKind.STATE and m.state == person.state)
    return next(states, None)


def _mention_of(
    party: Party | None, by_actor: dict[str, Mention], mentions: Sequence[Mention]
) -> Mention | None:
    """The mention that names a speaker or addressee: by its actor, else by its place."""
    if party is None:
        return None
    if party.actor is not None:
        return by_actor.get(party.actor)
    return next((m for m in mentions for span in party.spans if span.start <= m.start < span.end), None)


def _words(text: str, statement: Statement) -> Iterator[re.Match[str]]:
    for span in statement.content:
        for quoted in _MARKS.finditer(text, span.start, span.end):
            yield from _WORDS.finditer(text, quoted.start(), quoted.end())
        if statement.type is StatementType.DIRECT and not _MARKS.search(text, span.start, span.end):
            yield from _WORDS.finditer(text, span.start, span.end)


def _moved(meant: Mention, word: re.Match[str]) -> Mention:
    return Mention(
        "", *word.span(), word.group(), meant.kind, meant.actor, meant.name, meant.role, meant.state
    )
