"""Whom a pronoun means that the page takes for the very one who does the act: "Ruiz criticized *his* plan"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events.participants import without
from dateline.model import ActorKind, Mention, Mentions, Parse, Participant, Span, Token

_ALL = (0, 1 << 60)
_MEN = frozenset("he him his mr".split())
_WOMEN = frozenset("she her mrs ms miss".split())
_NEAR = 250
"""How far back a pronoun may point, in characters."""


def other_before(
    mentions: Mentions, parse: Parse, pronoun: Token, source: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """The last person named before a pronoun who is not among the doers."""
    before = Span(max(0, parse.sentence.start - _NEAR), pronoun.start)
    near = list(mentions.within(before))
    people = [m for m in near if m.kind == ActorKind.PERSON and m.actor is not None]
    people = [m for m in people if not _is_inner(m, near) and not _is_of_other_sex(m, mentions, pronoun)]
    for person in reversed(people):
        code = mentions.code_of(person)
        meant = Participant(person.actor, person.name, person.state, code, (pronoun.span,))
        found = without((meant,), source)
        if found:
            return found
    return ()


def _is_of_other_sex(person: Mention, mentions: Mentions, pronoun: Token) -> bool:
    """Whom the page calls "she" or "Mrs" is not meant by "his"."""
    others = _WOMEN if pronoun.lower in _MEN else _MEN
    called = [m.text.lower() for m in mentions.within(_ALL) if m.actor == person.actor]
    return any(text.split()[0].rstrip(".") in others for text in called if text)


def _is_inner(mention: Mention, others: Sequence[Mention]) -> bool:
    """ "Ruiz" in "the Ruiz campaign" names no person."""
    return any(other.start <= mention.start and mention.end < other.end for other in others)
