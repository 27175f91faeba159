"""What the parser gets wrong in known ways, put right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Token

_NEVER_PASSIVE = {"call": frozenset({"for", "on"})}
"""Verbs whose participle before these words is none: nobody is "called for" by somebody in front of it."""


def repaired(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """A sentence with its verb for a root, and with clauses that begin in a participle."""
    return _with_participle_clauses(_with_its_verb(tokens))


def _with_participle_clauses(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "..., *naming* clerk Ana Ruiz as her deputy": a participle behind a comma whose noun has "as" behind it is no adjective."""
    for token in tokens:
        if token.dep != "amod" or token.tag != "VBG":
            continue
        noun = tokens[token.head]
        while noun.dep == "compound":
            noun = tokens[noun.head]
        end = noun.i + 1
        if (
            0 < token.i < noun.i
            and tokens[token.i - 1].text == ","
            and all(other.i >= token.i for other in tokens if other.head == noun.i)
            and end < len(tokens)
            and tokens[end].lower == "as"
            and tokens[end].tag == "IN"
        ):
            above = _verb_above(noun, tokens)
            if above is not None:
                return tuple(_in_clause(other, token, noun, above, end) for other in tokens)
    return tokens


def _verb_above(token: Token, tokens: Sequence[Token]) -> Token | None:
    for _ in tokens:
        if token.is_verb or token.head == token.i:
            break
        token = tokens[token.head]
    return token


def _in_clause(token: Token, participle: Token, noun: Token, above: Token, link: int) -> Token:
    if token is participle:
        return replace(token, head=above.i, dep="advcl")
    if token is noun:
        return replace(token, head=participle.i, dep="dobj")
    return replace(token, head=participle.i, dep="prep") if token.i == link else token


def _with_its_verb(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """A sentence whose verb the parser took for a participle on its subject ("Ruiz, a retired smith, called for a strike") has that
    verb for its root again, and what followed the subject hangs on the verb."""
    root = next((t for t in tokens if t.head == t.i), None)
    if root is None or not root.tag.startswith("N"):
        return tuple(tokens)
    verbs = [t for t in tokens if t.head == root.i and t.dep == "acl" and t.i > root.i]
    verb = verbs[0] if len(verbs) == 1 else None
    if verb is None or not (verb.tag == "VBD" or _cannot_be_passive(verb, tokens)):
        return tuple(tokens)
    return tuple(_moved(token, root, verb) for token in tokens)


def _cannot_be_passive(verb: Token, tokens: Sequence[Token]) -> bool:
    following = tokens[verb.i + 1].lower if verb.i + 1 < len(tokens) else ""
    return verb.tag == "VBN" and following in _NEVER_PASSIVE.get(verb.lemma, ())


def _moved(token: Token, root: Token, verb: Token) -> Token:
    if token is verb:
        return replace(token, head=token.i, dep="ROOT", tag="VBD")
    if token is root:
        return replace(token, head=verb.i, dep="nsubj")
    if token.head == root.i and token.i > verb.i:
        return replace(token, head=verb.i)
    return token
