"""From words that fill a slot to the participants of an event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dateline.events.statement_places import StatementPlaces
from dateline.model import ActorKind, Mention, Mentions, Parse, Participant, Party, Span, Statement, Token

_SPEAKER = frozenset({"i", "me", "my", "we", "us", "our", "mine", "ours"})
_SPEAKERS = frozenset({"we", "us", "our", "ours"})
_ADDRESSEE = frozenset({"you", "your", "yours"})

_ALL = (0, 1 << 60)
_IN_OFFICE = re.compile(
    r"^(?!.*\b(?:[Ff]ormer|[Ee]x-)).*\b(?<!to the )(?<!To The )(?:President|Minister|Secretary|Chancellor|Ambassador|King|Queen|Spokes)"
)
_ONE = frozenset("a an one another".split())
_PRONOUNS = frozenset("he she they it".split())


def is_first_person(token: Token) -> bool:
    """ "I" and "we": the speaker of the statement around, or the author of the page. "US" is a state."""
    return token.lower in _SPEAKER and token.text != "US"


def is_second_person(token: Token) -> bool:
    """ "You": the addressee of the statement around."""
    return token.lower in _ADDRESSEE


class Participants:
    """Turns words into participants; "we" and "you" inside a statement are its speaker and addressee."""

    def __init__(self, mentions: Mentions, statements: Sequence[Statement]) -> None:
        self._mentions = mentions
        self._said_at = StatementPlaces(statements)

    def of(self, parse: Parse, tokens: Iterable[Token]) -> tuple[Participant, ...]:
        """One participant for each actor that is named, in order, none twice."""
        found: list[Participant] = []
        for token in tokens:
            for participant in self._all(parse, token):
                if not any(_is_same(participant, other) for other in found):
                    found.append(participant)
        return tuple(found)

    def statement_at(self, offset: int) -> Statement | None:
        """The innermost statement whose content holds a character."""
        return self._said_at(offset)

    def party_at(self, token: Token) -> Party | None:
        """Whom "we" or "you" stands for in the statement around it; None for other words."""
        if not is_first_person(token) and not is_second_person(token):
            return None
        statement = self.statement_at(token.start)
        if statement is None:
            return None
        return statement.speaker if is_first_person(token) else statement.addressee

    def _all(self, parse: Parse, token: Token) -> Iterator[Participant]:
        if is_first_person(token) or is_second_person(token):
            party = self.party_at(token)
            state = self._state_behind(party) if party is not None and token.lower in _SPEAKERS else None
            if state is not None:
                yield Participant(state.actor, state.name, state.state, state.state, (token.span,))
            elif party is not None and not _is_nobody(party):
                yield _of_party(party, token.span)
            return
        named = self._mentions.all_of(token)
        for mention in named:
            span = mention.span if len(named) == 1 else token.span
            if _is_member(parse, token, mention):
                words = " ".join(t.text for t in (*parse.children(token, "det", "nummod"), token))
                yield Participant(None, words, mention.state, self._mentions.code_of(mention), (token.span,))
                continue
            yield Participant(
                mention.actor, mention.name, mention.state, self._mentions.code_of(mention), (span,)
            )

    def _state_behind(self, speaker: Party) -> Mention | None:
        """ "We" of a president is the state; of a governor or the head of a firm it is not."""
        mentions = list(self._mentions.within(_ALL))
        named = (m for m in mentions if m.actor is not None and m.actor == speaker.actor)
        if not any(self._speaks_for_state(m) for m in named):
            return None
        return next((m for m in mentions if m.kind is ActorKind.STATE and m.state == speaker.state), None)

    def _speaks_for_state(self, person: Mention) -> bool:
        is_of_government = person.state is not None and self._mentions.code_of(person) == f"{person.state}GOV"
        said = person.role.title() if person.role else person.text
        return is_of_government and _IN_OFFICE.search(said) is not None


def _of_party(party: Party, span: Span) -> Participant:
    return Participant(party.actor, party.name, party.state, party.state, (span,))


def _is_member(parse: Parse, token: Token, mention: Mention) -> bool:
    """ "*One Democrat*", "*a Tory*" is somebody of the party, and not the party."""
    if mention.kind != ActorKind.PARTY or token.tag not in ("NN", "NNP") or mention.text != token.text:
        return False
    ranked = any(t.lower.endswith("ranking") for t in parse.children(token, "compound", "amod"))
    return ranked or any(t.lower in _ONE for t in parse.children(token, "det", "nummod"))


def _is_nobody(party: Party) -> bool:
    """A speaker of whom only a pronoun is known."""
    return party.actor is None and party.name.lower() in _PRONOUNS


def _is_same(a: Participant, b: Participant) -> bool:
    return (a.actor, a.name) == (b.actor, b.name)


def without(
    participants: tuple[Participant, ...], others: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """The participants that are not among others: nobody does an act to himself here."""
    return tuple(p for p in participants if not any(_is_same(p, other) for other in others))
