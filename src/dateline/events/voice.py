"""Whether a verb is in the passive, whatever the parse makes of it."""

from __future__ import annotations

from dateline.events.word_sets import word_set
from dateline.model import BlockKind, Parse, Token

_OF_SOMEBODY = frozenset({"urge", "tell", "instruct", "force", "persuade", "warn"})
_PAST = frozenset(("VBD", "VBN"))


def is_passive(parse: Parse, verb: Token) -> bool:
    """Passive voice, the reduced relative ("troops deployed by") included."""
    if parse.child(verb, "auxpass", "nsubjpass", "csubjpass") is not None:
        return not _has_has(parse, verb)
    if verb.tag not in _PAST:
        return False
    if verb.lemma in _OF_SOMEBODY and _is_told_to(parse, verb):
        return True
    if _is_bare_passive(parse, verb):
        return True
    if verb.tag != "VBN" or parse.child(verb, "aux", "nsubj") or _is_main_verb(parse, verb):
        return False
    return verb.dep in ("acl", "advcl") or (
        verb.dep == "conj" and verb.head != verb.i and is_passive(parse, parse.head(verb))
    )


def _is_told_to(parse: Parse, verb: Token) -> bool:
    """ "Nurses *urged* to stay" of a headline: nobody urges without an object."""
    if (
        verb.dep != "ROOT"
        or parse.child(verb, "nsubj") is None
        or parse.child(verb, "dobj", "aux", "prep") is not None
    ):
        return False
    clauses = parse.children(verb, "xcomp")
    return any(t.lower == "to" for clause in clauses for t in parse.children(clause, "aux"))


def _is_bare_passive(parse: Parse, verb: Token) -> bool:
    """ "Ruiz *arrested* over the loans": a headline leaves out "is", and nobody arrests without an object."""
    if parse.sentence.kind != BlockKind.HEADLINE and (verb.tag != "VBN" or verb.dep != "ROOT"):
        return False
    is_open = parse.child(verb, "dobj", "ccomp", "xcomp", "aux") is None
    return is_open and verb.lemma in word_set("done_to_somebody") and parse.child(verb, "nsubj") is not None


def _has_has(parse: Parse, verb: Token) -> bool:
    """ "He's spoken out", "he's met them": the parse may take "has" for "is"."""
    passive = parse.child(verb, "auxpass")
    is_short = passive is not None and passive.lower in ("'s", "’s")
    return is_short and parse.child(verb, "dobj", "prt") is not None


def _is_main_verb(parse: Parse, verb: Token) -> bool:
    """ "Ruiz, who was warned, *called* on them": behind a relative clause, in a sentence that else has no verb of its own."""
    head = parse.head(verb)
    if verb.dep != "acl" or head.head != head.i or parse.sentence.kind == BlockKind.HEADLINE:
        return False
    left = parse.subtree(verb)[0].i
    return (
        left > 0
        and parse.tokens[left - 1].text == ","
        and any(t.i < verb.i for t in parse.children(head, "relcl"))
        and not any(t.i > verb.i and t.is_verb for t in parse.children(head))
    )
