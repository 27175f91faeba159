"""People of whom only the number is told: "killed *12*", "*at least 20* were wounded"."""

from __future__ import annotations

import re

from dateline.actors.roles import name_words
from dateline.model import Parse, Token

_SIGN = re.compile("[%$€£¥]|percent|per cent")
_PLACES = frozenset(("dobj", "nsubjpass"))


def is_counted(parse: Parse, token: Token) -> bool:
    """Whether a bare number stands for people: nothing is counted in so many words, and what is done is done to people."""
    if token.tag != "CD" or token.dep not in _PLACES or _is_more_than_a_number(parse, token):
        return False
    return parse.head(token).lemma in name_words("bodily")


def _is_more_than_a_number(parse: Parse, token: Token) -> bool:
    """ "12%", "$12", "5 of the dogs", "one"."""
    signs = any(_SIGN.search(t.lower) for t in parse.children(token))
    return signs or token.lower == "one" or any(t.lower == "of" for t in parse.children(token, "prep"))
