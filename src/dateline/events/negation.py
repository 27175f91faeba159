"""Whether a verb is negated: by an adverb, by "nor" before it, or by "no" at what it is about."""

from __future__ import annotations

from itertools import pairwise

from dateline.model import Parse, Token

_NEGATIONS = frozenset("not n't no never neither nor cannot hardly scarcely nobody none without".split())
_NOBODY = frozenset({"nobody", "none", "nothing", "neither"})


def is_negated(parse: Parse, verb: Token, trigger: Token) -> bool:
    """Negated by an adverb, or by "no" at subject or object; a "no" at the trigger itself is counted there."""
    negation = parse.child(verb, "neg")
    if negation is not None and not _is_not_only(parse, negation):
        return True
    before = [t for t in parse.children(verb, "advmod", "preconj", "det", "cc") if t.i < verb.i]
    if any(t.lower in _NEGATIONS and t.lower != "nor" and not _is_not_only(parse, t) for t in before):
        return True
    rules = (_is_no_longer, _goes_on_with_nor, _is_passed_over)
    return any(rule(parse, verb) for rule in rules) or _is_of_nobody(parse, verb, trigger)


def is_shared(parse: Parse, verb: Token) -> bool:
    """Whether "not" before a verb holds for the next one that it is coordinated with: not over "but"."""
    return not any(t.dep == "cc" and t.lower == "but" for t in parse.tokens[parse.head(verb).i : verb.i])


def _is_not_only(parse: Parse, negation: Token) -> bool:
    """ "Not only criticised but expelled" denies nothing."""
    following = parse.tokens[negation.i + 1 : negation.i + 2]
    return any(t.lower in ("only", "just", "merely", "simply") for t in following)


def _is_no_longer(parse: Parse, verb: Token) -> bool:
    return any(
        "no longer" in f"{t.lower} {parse.tokens[t.i + 1].lower}"
        for t in parse.tokens[:-1]
        if t.head == verb.i or parse.head(t).head == verb.i
    )


def _goes_on_with_nor(parse: Parse, verb: Token) -> bool:
    """ "It has not met them, nor *has it invited* them"."""
    if verb.dep != "conj":
        return False
    left = parse.subtree(verb)[0].i
    return any(t.lower == "nor" for t in parse.tokens[max(0, left - 1) : left])


def _is_passed_over(parse: Parse, verb: Token) -> bool:
    """ "Stayed *rather than leave*"; not "rather than leave, they *stayed*"."""
    left = parse.subtree(verb)[0].i
    apart = {t.i for clause in parse.children(verb, "advcl") for t in parse.subtree(clause)}
    before = [t.lower for t in parse.tokens[max(0, left - 2) : verb.i] if t.i not in apart]
    return ("rather", "than") in pairwise(before)


def _is_of_nobody(parse: Parse, verb: Token, trigger: Token) -> bool:
    """ "Nobody left", "neither Ruiz nor Brandt left", "made no visit", "no visit planned"; an object is not that of the next verb."""
    about = parse.children(verb, "nsubj", "nsubjpass")[:1]
    if not (trigger.dep == "conj" and trigger.head == verb.i):
        about += parse.children(verb, "dobj")[:1]
    if verb.dep == "acl" and verb.tag == "VBN" and not parse.child(verb, "nsubj", "aux"):
        about.append(parse.head(verb))
    return any(noun.i != trigger.i and _is_none(parse, noun) for noun in about)


def _is_none(parse: Parse, noun: Token) -> bool:
    before = parse.children(noun, "det", "preconj", "cc")
    return noun.lower in _NOBODY or any(t.lower in ("no", "neither") for t in before)
