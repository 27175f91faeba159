"""Whom an act of words is aimed at where no slot of its clause names somebody: who must do what a threat depends on, who gets the letter,
who answers."""

from __future__ import annotations

from dateline.events.clauses import direct_object, subject
from dateline.events.phrases import conjuncts, phrases
from dateline.events.voice import is_passive
from dateline.events.word_sets import word_set
from dateline.model import Parse, Token

_CONDITIONS = frozenset({"if", "unless"})
_ANSWERING = frozenset({"respond", "react", "reply", "retort"})


def threatened(parse: Parse, threat: Token) -> list[Token]:
    """Who is to do, or not to do, what a threat depends on: "threatened to leave if *Malta* did not pay", "should *Malta* pay"."""
    end = parse.subtree(threat)[-1].i
    for clause in parse.tokens[threat.i + 1 :]:
        if clause.dep != "advcl" or not clause.is_verb:
            continue
        doer = parse.child(clause, "nsubj")
        left = parse.subtree(clause)[0].i
        is_near = threat in parse.ancestors(clause) or left == end + 1
        if (
            doer is not None
            and is_near
            and _is_condition(parse, clause, doer)
            and not is_passive(parse, clause)
        ):
            return conjuncts(parse, doer)
    return []


def _is_condition(parse: Parse, clause: Token, doer: Token) -> bool:
    marks = {t.lower for t in parse.children(clause, "mark")}
    should = [t for t in parse.children(clause, "aux") if t.lower == "should"]
    return bool(marks & _CONDITIONS) or any(t.i < doer.i for t in should)


def addressees(parse: Parse, trigger: Token) -> list[Token]:
    """Who gets the paper in which something is asked or vowed: "asked for help in a letter *to Malta*", "sent letters *to Malta* asking"."""
    clauses = [trigger, *(parse.children(trigger, "xcomp") if trigger.is_verb else [])]
    papers = [paper for clause in clauses for paper in phrases(parse, clause, "in")]
    above = parse.head(trigger)
    if trigger.tag == "VBG" and trigger.dep == "acl":
        papers.append(above)
    thing = direct_object(parse, above) if trigger.tag == "VBG" and trigger.dep == "advcl" else None
    papers += [thing] if thing is not None else []
    written = [paper for paper in papers if paper.lemma in word_set("documents")]
    found = [t for paper in written for t in phrases(parse, paper, "to")]
    sent = [paper for paper in written if paper.dep == "dobj"]
    found = found or [t for paper in sent for t in phrases(parse, parse.head(paper), "to")]
    return [t for word in found for t in conjuncts(parse, word)]


def answering(parse: Parse, trigger: Token) -> list[Token]:
    """ "*Ruiz* responded to Brandt's attacks": who answers was attacked."""
    verb = parse.head(parse.head(trigger))
    is_to = trigger.dep == "pobj" and parse.head(trigger).lower == "to"
    doer = subject(parse, verb) if is_to and verb.lemma in _ANSWERING else None
    return conjuncts(parse, doer) if doer is not None else []
