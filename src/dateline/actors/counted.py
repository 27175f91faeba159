"""People of whom only the number is told: "killed *12*", "*at least 20* were wounded"."""

from __future__ import annotations

from dateline.model import Parse, Token

_DONE_TO_PEOPLE = frozenset(
    "kill injure wound maim arrest detain jail imprison behead execute hang massacre slaughter murder abduct kidnap hospitalise hospitalize deport".split()
)
_PLACES = frozenset(("dobj", "nsubjpass"))


def is_counted(parse: Parse, token: Token) -> bool:
    """Whether a bare number stands for people: nothing is counted in so many words, and what is done is done to people."""
    if token.tag != "CD" or token.dep not in _PLACES or _is_more_than_a_number(parse, token):
        return False
    return parse.head(token).lemma in _DONE_TO_PEOPLE


def _is_more_than_a_number(parse: Parse, token: Token) -> bool:
    """ "12%", "$12", "5 of the dogs", "one"."""
    signs = any(t.lower in "%$€£" or t.lower == "percent" for t in parse.children(token))
    return signs or token.lower == "one" or any(t.lower == "of" for t in parse.children(token, "prep"))
