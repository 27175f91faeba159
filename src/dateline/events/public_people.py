"""Whether those whom an act names have a public task."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.events.participants import Participants
from dateline.events.word_sets import word_set
from dateline.model import ActorKind, Mention, Mentions, Party, Token

_PUBLIC_SECTORS = frozenset("COP GOV JUD LEG MIL PTY REB SPY OPP IGO NGO LAB REL".split())
_PRIVATE_SECTORS = frozenset("BUS CVL EDU JRN MED".split())
_PRIVATE_KINDS = (ActorKind.COMPANY, ActorKind.OUTLET)


class PublicPeople:
    """Tells states, bodies and people of the tables and those with a public task from private people and firms."""

    def __init__(self, mentions: Mentions, participants: Participants) -> None:
        self._mentions = mentions
        self._participants = participants

    def any_in(self, words: Iterable[Token]) -> bool:
        """Whether one of those at some words is public."""
        return any(self._is_public(token) for token in words)

    def are_premises(self, words: Sequence[Token]) -> bool:
        """A hospital or a park that is visited receives nobody; a state, a city or a person does."""
        named = [mention for token in words for mention in self._mentions.all_of(token)]
        return bool(named) and all(
            mention.kind in (ActorKind.ORGANISATION, ActorKind.PERSON, ActorKind.PLACE, *_PRIVATE_KINDS)
            and (mention.actor or "local:").startswith("local:")
            and not _is_public(mention, self._mentions.code_of(mention) or "")
            and (mention.kind != ActorKind.PLACE or mention.name.split()[-1].lower() in word_set("premises"))
            for mention in named
        )

    def _is_public(self, token: Token) -> bool:
        """A state, a body or person of the tables, or people with a public task. Private people and firms alone act in
        no political event; "we" is whoever speaks."""
        party = self._participants.party_at(token)
        named = self._mentions.all_of(token) if party is None else self._named(party)
        if party is not None and any(mention.role and not self._is_private(mention) for mention in named):
            return True
        is_known = party is not None and party.actor is not None and not party.actor.startswith("local:")
        return is_known or any(
            _is_public(mention, self._mentions.code_of(mention) or "") for mention in named
        )

    def _is_private(self, mention: Mention) -> bool:
        """ "One reader", "a professor": a role, but no public one."""
        return (self._mentions.code_of(mention) or "")[-3:] in _PRIVATE_SECTORS

    def _named(self, party: Party) -> Sequence[Mention]:
        found = (self._mentions.at(span) for span in party.spans)
        return [mention for mention in found if mention is not None]


def _is_public(mention: Mention, code: str) -> bool:
    if mention.kind in _PRIVATE_KINDS:
        return False
    is_known = mention.actor is not None and not mention.actor.startswith("local:")
    if mention.kind == ActorKind.PERSON:
        return is_known or code[-3:] in _PUBLIC_SECTORS
    return is_known or bool(mention.state) or code[-3:] in _PUBLIC_SECTORS
