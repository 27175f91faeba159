"""What private people do counts where a page is about public life, and nowhere else (codebook section 5, rules 1 and 3)."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events.frames import Frame
from dateline.events.word_sets import word_set
from dateline.model import Event, Mentions, Parse, Token

_ENOUGH = 3
"""Acts with somebody public in them that make a page one about public life."""
_A_PAGE = 5
"""Sentences from which a text tells what it is about."""
_BETWEEN_TWO = frozenset({"CONSULT", "COOPERATE"})
_BY_FORCE = frozenset("ASSAULT PROTEST MOBILIZE".split())
_BY_LAW = frozenset("arrest deport seize convict allege investigate release resign".split())
"""Types, and modes of others, in which police, courts, arms or an office are at work whoever is named; promises, thanks and scolding are
anybody's."""


def is_in_own_circle(
    frame: Frame, parse: Parse, doers: Sequence[Token], others: Sequence[Token], mentions: Mentions
) -> bool:
    """What one does with one's own family, staff or lawyer is no act between two: "met *her husband*", "*her staff* briefed her"."""
    if frame.plover not in _BETWEEN_TWO or not doers or not others:
        return False
    return _are_own(parse, doers, others, mentions) or _are_own(parse, others, doers, mentions)


def _are_own(parse: Parse, people: Sequence[Token], owners: Sequence[Token], mentions: Mentions) -> bool:
    """Whether people are all of the circle of those on the other side."""
    named = {m.actor or m.name for token in owners for m in mentions.all_of(token)}
    return all(
        token.lemma in word_set("own_circle")
        and any(
            (m.actor or m.name) in named for t in parse.children(token, "poss") for m in mentions.all_of(t)
        )
        for token in people
    )


def of_public_life(told: Sequence[tuple[Event, bool]], sentences: int) -> list[Event]:
    """The events of a page that count, of all with whether somebody public is in them: of those among private people the state's own
    acts, and the others where enough acts around them are public ("they agreed to fight" on a page of boxing is none)."""
    is_about_public_life = sum(is_public for _, is_public in told) >= _ENOUGH or sentences < _A_PAGE
    return [
        event
        for event, is_public in told
        if is_public or is_about_public_life or _is_of_the_state(event) or _is_official(event)
    ]


def _is_of_the_state(event: Event) -> bool:
    return event.plover in _BY_FORCE or event.mode in _BY_LAW


def _is_official(event: Event) -> bool:
    """A council or commissioner that no table knows is public all the same."""
    named = [word for p in (*event.source, *event.target) for word in p.name.lower().split()]
    return not word_set("offices").isdisjoint(named)
