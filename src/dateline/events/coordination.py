"""Which verb a coordinated one goes on with: the parse often hangs it on the wrong one."""

from __future__ import annotations

from dateline.events.word_sets import word_set
from dateline.model import Parse, Token

_URGING = frozenset("press push lobby implore encourage tell".split())


def first_conjunct(parse: Parse, verb: Token) -> Token:
    """The verb that a gerund is coordinated with: of the verbs above the next gerund, else the one that it hangs on."""
    above = [t for t in parse.ancestors(verb) if t.is_verb]
    if _is_of_speaker(parse, verb, above):
        return above[1]
    alike = _with_same_modal(parse, verb, above)
    if alike is not None:
        return alike
    if _is_after_has(parse, verb, above[0]):
        return above[0]
    is_other = above[0].tag in ("VB", "VBN") and parse.child(above[0], "aux") is not None
    is_other = is_other or (verb.tag == "VBD" and above[0].tag == "VBZ")
    if verb.tag in ("VBD", "VBZ") and is_other:
        return next((t for t in above if t.tag == verb.tag), above[0])
    if verb.tag != "VBG" or above[0].tag != "VBN" or above[0].dep != "acl":
        return parse.head(verb)
    return next((t for t in above if t.tag == "VBG"), parse.head(verb))


def _with_same_modal(parse: Parse, verb: Token, above: list[Token]) -> Token | None:
    """ "Ruiz *should* insist that they stay and *should* demand more": the second "should" goes on with the first."""
    modals = {t.lower for t in parse.children(verb, "aux") if t.tag == "MD"}
    has = [{t.lower for t in parse.children(other, "aux")} for other in above[:3]]
    if not modals or not has or has[0] & modals:
        return None
    return next((other for other, words in zip(above[:3], has, strict=True) if words & modals), None)


def _is_after_has(parse: Parse, verb: Token, above: Token) -> bool:
    """ "Said that Ruiz had overruled them and *fired* Brandt": past tense and participle are one word."""
    has = any(t.lemma == "have" for t in parse.children(above, "aux"))
    return has and above.tag == "VBN" and verb.tag == "VBD" and verb.lower.endswith("ed")


def _is_of_speaker(parse: Parse, verb: Token, above: list[Token]) -> bool:
    """ "Ruiz claimed that Brandt had lost and *accused* him of fraud": what is done in words goes on with who speaks."""
    thing = parse.child(verb, "dobj")
    is_alike = len(above) > 1 and (above[1].tag == verb.tag or (thing is not None and thing.tag == "PRP"))
    is_told = above[0].dep == "ccomp" or (above[0].dep == "acl" and parse.child(above[0], "mark") is not None)
    if not is_alike or not is_told or _have_same_object(parse, above[0], thing):
        return False
    said = word_set("said") | (_URGING if thing is not None and thing.tag == "PRP" else frozenset())
    is_outer = above[0].lemma not in said or above[0].tag != verb.tag
    return verb.tag in ("VBD", "VBZ") and verb.lemma in said and is_outer


def _have_same_object(parse: Parse, verb: Token, thing: Token | None) -> bool:
    """ "Said that Ruiz had called him and told *him*": both are done by one."""
    own = parse.child(verb, "dobj")
    return own is not None and thing is not None and own.tag == "PRP" and own.lower == thing.lower
