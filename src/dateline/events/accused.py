"""Of whom the content of a charge speaks."""

from __future__ import annotations

from dateline.events.clauses import direct_object, subject
from dateline.events.owners import MODIFIERS
from dateline.events.phrases import conjuncts, phrases
from dateline.events.voice import is_passive
from dateline.events.word_sets import word_set
from dateline.model import Parse, Token

_NAMING = frozenset({"name", "target", "accuse", "blame", "single"})
_YET = frozenset({"but", "yet"})


def accused_in_clause(parse: Parse, trigger: Token) -> list[Token]:
    """Of whom the content of a charge speaks: "criticism that *he* caved", "her complaint was that *he* caved", "a lawsuit
    naming *X*", "an inquiry into whether *X* knew"; nobody who only suffered it ("complained that *they* got little")."""
    found: list[Token] = []
    verb = parse.head(trigger)
    is_told = trigger.dep == "nsubj" and verb.lemma == "be"
    clauses = [*parse.children(trigger, "ccomp", "acl"), *(parse.children(verb, "ccomp") if is_told else [])]
    clauses += [
        clause for prep in parse.children(trigger, "prep") for clause in parse.children(prep, "pcomp")
    ]
    claims = _claims(parse, trigger, clauses)
    for clause in [*clauses, *claims]:
        if clause.lemma in _NAMING:
            thing = direct_object(parse, clause)
            found += conjuncts(parse, thing) if thing is not None else []
        doer = parse.child(clause, "nsubj", "nsubjpass")
        if doer is not None and not is_sufferer(parse, clause):
            found += same_as_before(parse, trigger, doer) or conjuncts(parse, doer)
            found += parse.children(doer, "poss") if clause in claims else []
    return found


def owners_in_clause(parse: Parse, trigger: Token) -> list[Token]:
    """Whose the thing is that the content of a charge is about: "charged that *Malta*'s plan would fail"."""
    doers = [parse.child(clause, "nsubj") for clause in parse.children(trigger, "ccomp", "acl")]
    owned = [poss for doer in doers if doer is not None for poss in parse.children(doer, "poss")]
    return [
        t for poss in owned for t in (poss, *parse.children(poss, *MODIFIERS)) if not t.tag.startswith("PRP")
    ]


def _claims(parse: Parse, trigger: Token, clauses: list[Token]) -> list[Token]:
    """What a paper says: "a lawsuit saying that *X* knew", "filed a lawsuit, claiming that *X's* law is void", "in its lawsuit it said
    that *X* knew"."""
    verb = parse.head(trigger)
    if trigger.lemma not in word_set("documents"):
        return []
    is_filed = not trigger.is_verb and trigger.dep == "dobj"
    saying = [*clauses, *(parse.children(verb, "advcl") if is_filed else [])]
    saying = [t for t in saying if t.tag == "VBG" and t.lemma in word_set("claiming")]
    if trigger.dep == "pobj" and verb.lower == "in" and parse.head(verb).lemma in word_set("claiming"):
        saying.append(parse.head(verb))
    return [told for t in saying for told in parse.children(t, "ccomp")]


def is_sufferer(parse: Parse, clause: Token) -> bool:
    """ "They got short shrift", "it was the victim of a plot"."""
    is_victim = any(t.lemma in word_set("sufferers") for t in parse.children(clause, "attr"))
    return is_victim or (clause.lemma in word_set("getting") and not is_passive(parse, clause))


def same_as_before(parse: Parse, trigger: Token, doer: Token) -> list[Token]:
    """Whom "they" are in "sued *Malta and Belize*, charging that they did it": those whom the act above is against."""
    verb = parse.head(trigger)
    if doer.tag != "PRP" or trigger.dep != "advcl" or trigger.tag != "VBG" or not verb.is_verb:
        return []
    thing = direct_object(parse, verb)
    things = [
        *phrases(parse, verb, "against"),
        *(phrases(parse, thing, "against") if thing is not None else []),
    ]
    if verb.lemma in word_set("accusing") and thing is not None:
        things = [*things, thing]
    return [t for named in things for t in conjuncts(parse, named)]


def spoken_of(parse: Parse, trigger: Token) -> list[Token]:
    """Whose matter a complaint is about: "*Malta* gives few details, but Iceland complains it hurts trade"."""
    other = parse.head(trigger)
    is_answer = trigger.dep == "conj" and trigger.is_verb and other.is_verb
    if not is_answer or not any(t.lower in _YET for t in parse.children(other, "cc")):
        return []
    told = [parse.child(clause, "nsubj") for clause in parse.children(trigger, "ccomp")]
    doer = subject(parse, other) if any(t is not None and t.lower == "it" for t in told) else None
    return [doer] if doer is not None else []
