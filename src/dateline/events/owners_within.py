"""Whose a thing is that somebody praises, scolds or turns down, however deep inside its words: "rejected *Ruiz*'s veto of the bill"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.clauses import direct_object, shared_object
from dateline.events.owners import MODIFIERS, is_suffered
from dateline.events.phrases import phrases
from dateline.events.word_sets import word_set
from dateline.model import Parse, Token

_DEPTH = 2
_AIMED = ("against", "into", "on", "over", "at", "for", "of", "about")
"""Prepositions behind which stands what an act of words is about."""
_BETWEEN = ("of", "by", "from", "against", "for", "within")
"""Prepositions that lead from a thing to those whose it is."""


def owners_within(parse: Parse, trigger: Token) -> Iterator[Token]:
    """Words of those whose the thing is, the nearest ones first."""
    for thing in _things(parse, trigger):
        yield from _owners(parse, thing)


def _things(parse: Parse, trigger: Token) -> list[Token]:
    """What an act is about: its object, also where the parse takes it for the subject of a clause behind it, or a phrase."""
    thing = direct_object(parse, trigger) or shared_object(parse, trigger) if trigger.is_verb else None
    thing = thing or _taken_for_subject(parse, trigger)
    if thing is not None:
        return [thing] if thing.is_noun else []
    return [t for word in _AIMED for t in phrases(parse, trigger, word) if t.i > trigger.i]


def _taken_for_subject(parse: Parse, trigger: Token) -> Token | None:
    """ "Rejected *the veto* of a bill that lets them sue", read as "rejected: the veto sues"."""
    clauses = [c for c in parse.children(trigger, "ccomp") if not parse.children(c, "mark")]
    doers = [parse.child(clause, "nsubj") for clause in clauses]
    found = [doer for doer in doers if doer is not None and parse.subtree(doer)[0].i == trigger.i + 1]
    return found[0] if found else None


def _owners(parse: Parse, thing: Token, depth: int = 0) -> Iterator[Token]:
    if is_suffered(thing):
        return
    yield from parse.children(thing, "poss", *MODIFIERS)
    yield from _makers(parse, thing)
    if depth == _DEPTH or thing.lemma in word_set("inquiries"):
        return
    for word in (*_BETWEEN, *(["with"] if thing.lemma in word_set("shared") else [])):
        for inner in phrases(parse, thing, word):
            if word in ("by", "from") or inner.tag != "NN" or inner.text[:1].isupper():
                yield inner
            yield from _owners(parse, inner, depth + 1)
    if thing.lemma in word_set("asked"):
        for clause in parse.children(parse.head(thing), "xcomp") + parse.children(thing, "acl"):
            yield from phrases(parse, clause, "from") if clause.i > thing.i else []
    for inner in phrases(parse, thing, "in"):
        if inner.lemma in word_set("conduct") | word_set("papers"):
            yield from parse.children(inner, "poss")


def _makers(parse: Parse, thing: Token) -> Iterator[Token]:
    """ "The campaign that *Ruiz* ran"."""
    for clause in parse.children(thing, "relcl"):
        doer = parse.child(clause, "nsubj")
        if (
            doer is not None
            and doer.is_noun
            and not parse.children(clause, "xcomp", "ccomp", "prep")
            and direct_object(parse, clause) in (None, thing)
        ):
            yield doer
