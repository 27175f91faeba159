"""Where an act of force took place, told by a name before its noun: "the *Pakistan* bus bombing", "the *Paris* attacks"."""

from __future__ import annotations

from dateline.events.owners import MODIFIERS
from dateline.events.phrases import phrases
from dateline.events.word_sets import word_set
from dateline.model import ActorKind, Mention, Mentions, Parse, Token

_AIMED = ("on", "against", "upon", "into", "at")


def is_scene(parse: Parse, token: Token, mentions: Mentions) -> bool:
    """Whether a word that names a state or its capital says where. An adjective says whose ("*Israeli* strikes"), and so does a name where
    the noun says on whom ("the *Russia* attack on Malta"), a weapon hits another state ("*Iran* missile hits Malta") or a force is named
    ("*Malta* army raid")."""
    named = mentions.of_token(token)
    noun = parse.head(token)
    if named is None or named.kind != ActorKind.STATE or token.dep not in MODIFIERS:
        return False
    if noun.lemma not in word_set("violence") or not _is_by_name(token, named, mentions):
        return False
    if any(t.lemma in word_set("forces") or mentions.all_of(t) for t in parse.tokens[token.i + 1 : noun.i]):
        return False
    return not any(phrases(parse, noun, word) for word in _AIMED) and not _hits(parse, noun, named, mentions)


def _is_by_name(token: Token, named: Mention, mentions: Mentions) -> bool:
    """By its own name or that of its capital; short forms ("*US* raids") stand for adjectives."""
    if named.text.lower() == named.name.lower():
        return True
    return token.is_proper and (mentions.code_of(named) or "").endswith("GOV")


def _hits(parse: Parse, noun: Token, named: Mention, mentions: Mentions) -> bool:
    words = [noun, *parse.children(noun, "compound")]
    if noun.dep != "nsubj" or not any(t.lemma in word_set("weapons") for t in words):
        return False
    found = [m for t in parse.children(parse.head(noun), "dobj") for m in mentions.all_of(t)]
    return any(m.state not in (None, named.state) for m in found)
