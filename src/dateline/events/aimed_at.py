"""Whom an act of words is aimed at where no slot names somebody: whom a charge or a call speaks of, who gets the letter, who is threatened."""

from __future__ import annotations

from dateline.events.accused import accused_in_clause, owners_in_clause, spoken_of
from dateline.events.addressed import addressees, answering, threatened
from dateline.events.clauses import marked_subject, told_to
from dateline.events.frames import Frame
from dateline.events.lists import listed
from dateline.events.meant import is_actor
from dateline.events.word_sets import word_set
from dateline.model import Mentions, Parse, Token


def aimed_at(frame: Frame, parse: Parse, trigger: Token, mentions: Mentions) -> list[Token]:
    """Words of those at whom an act of words is aimed; empty for other acts."""
    found = _in_content(frame, parse, trigger, mentions) or _addressed(frame, parse, trigger)
    return [t for t in found if is_actor(mentions, t)]


def _in_content(frame: Frame, parse: Parse, trigger: Token, mentions: Mentions) -> list[Token]:
    """Whom the content of a charge or a call names; nobody where it calls for "a lawyer" to look into something."""
    if frame.plover == "REQUEST":
        asked = marked_subject(parse, trigger) or told_to(parse, trigger)
        is_any = asked is not None and any(t.lower in ("a", "an") for t in parse.children(asked, "det"))
        found = listed(parse, asked, mentions) if asked is not None and not is_any else []
        return [t for t in found if is_actor(mentions, t)]
    if frame.plover != "ACCUSE":
        return []
    thing = parse.child(trigger, "dobj")
    is_charge = thing is not None and thing.lemma in word_set("charges")
    found = accused_in_clause(parse, thing if thing is not None and is_charge else trigger)
    actors = [t for t in found if is_actor(mentions, t)]
    spoken = [*spoken_of(parse, trigger), *owners_in_clause(parse, trigger)]
    return actors or [t for t in spoken if is_actor(mentions, t)]


def _addressed(frame: Frame, parse: Parse, trigger: Token) -> list[Token]:
    """Whom a threat, a letter or an answer tells of."""
    found: list[Token] = []
    if frame.plover == "THREATEN":
        found = threatened(parse, trigger)
    if frame.plover in ("REQUEST", "AGREE", "THREATEN"):
        return found or addressees(parse, trigger)
    is_words = frame.plover == "ACCUSE" and frame.mode != "investigate" and frame.pos == "n"
    return answering(parse, trigger) if is_words else []
