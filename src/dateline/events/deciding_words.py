"""Which words of a sentence give an act its status: those without which the rules of status would give another."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from dateline.events.light import sharing_verbs
from dateline.events.status import status_of
from dateline.model import Parse, Status, Token

_NO_WORD = "…"


def deciding_words(parse: Parse, trigger: Token) -> list[Token]:
    """In the order of the text; none where the construction alone gives the status, or where nothing speaks against the act.

    Verbs that only lend their status to a noun ("will *hold* talks") do not count beside others.
    """
    status = status_of(parse, trigger)
    others = [t for t in parse.tokens if t.i != trigger.i]
    found = [t for t in others if _status_without(parse, trigger, {t.i}) != status]
    if not found and status != Status.HAPPENED:
        found = _enough_alone(parse, trigger, status)
    return [t for t in found if t.lemma not in sharing_verbs()] or found


def _enough_alone(parse: Parse, trigger: Token, status: Status) -> list[Token]:
    """Where two words say the same ("may", under "if"), each of them."""
    others = {t.i for t in parse.tokens} - {trigger.i}
    if _status_without(parse, trigger, others) == status:
        return []
    return [
        parse.tokens[i] for i in sorted(others) if _status_without(parse, trigger, others - {i}) == status
    ]


def _status_without(parse: Parse, trigger: Token, left_out: Container[int]) -> Status:
    """The status if other words stood there, in the same construction."""
    tokens = tuple(_blank(t) if t.i in left_out else t for t in parse.tokens)
    return status_of(Parse(parse.sentence, tokens), trigger)


def _blank(token: Token) -> Token:
    dep = "advmod" if token.dep == "neg" else token.dep
    return replace(token, text=_NO_WORD, lemma=_NO_WORD, dep=dep)
