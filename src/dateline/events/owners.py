"""Whose a thing is that an act names: "Ruiz's letter", "the Malian raid", "the news that Ruiz left"."""

from __future__ import annotations

from dateline.events.clauses import agent, direct_object, subject
from dateline.events.phrases import conjuncts, phrases
from dateline.events.voice import is_passive
from dateline.events.word_sets import word_set
from dateline.model import Parse, Token

MODIFIERS = ("amod", "compound", "nmod")


def possessors(parse: Parse, noun: Token) -> list[Token]:
    """Whose a noun is; the parse may hang "Ruiz's" on the name between: "*Ruiz*'s Malta inquiry". In "*Ruiz*'s plan and his demand" both are
    hers or his."""
    own = parse.children(noun, "poss")
    first = parse.children(parse.head(noun), "poss") if noun.dep == "conj" else []
    if any(t.tag == "PRP$" for t in own) and any(t.is_proper for t in first):
        return first
    between = [t for t in parse.children(noun, "compound") if t.is_proper]
    return own or [t for name in between for t in parse.children(name, "poss")]


def whose(parse: Parse, noun: Token) -> list[Token]:
    """Who is named inside a noun phrase as its owner or maker."""
    if is_suffered(noun):
        return [*parse.children(noun, "amod"), *phrases(parse, noun, "by")]
    return [
        *parse.children(noun, "poss", *MODIFIERS),
        *phrases(parse, noun, "of"),
        *phrases(parse, noun, "by"),
        *(t for thing in phrases(parse, noun, "between") for t in conjuncts(parse, thing)),
    ]


def owners(parse: Parse, trigger: Token) -> list[Token]:
    """Who is named inside the object: "X's policy", "the Malian raid", "the policy of X", "the raid *by X*" wherever the parse hangs it,
    "the news that X left"."""
    thing = direct_object(parse, trigger)
    things = [thing] if thing is not None else phrases(parse, trigger)
    is_wanted = trigger.lemma in word_set("fate")
    owners = [t for noun in things for t in (_losers(parse, noun) if is_wanted else whose(parse, noun))]
    if thing is None or is_passive(parse, trigger):
        return owners
    makers = [t for maker in phrases(parse, trigger, "by") for t in conjuncts(parse, maker)]
    return [*owners, *makers, *_told_of(parse, thing)]


def _losers(parse: Parse, noun: Token) -> list[Token]:
    """Whose fate it is: "called for *Ruiz*'s dismissal", "overturned the conviction of *Ruiz*"."""
    if not is_suffered(noun):
        return whose(parse, noun)
    return [*parse.children(noun, "poss"), *phrases(parse, noun, "of")]


def _told_of(parse: Parse, news: Token) -> list[Token]:
    """Of whom a piece of news tells."""
    if news.lemma not in word_set("news"):
        return []
    apart = [c for c in parse.children(parse.head(news), "ccomp", "advcl") if _is_marked(parse, c)]
    clauses = [*parse.children(news, "acl", "ccomp", "relcl"), *apart]
    doers = [parse.child(clause, "nsubj") for clause in clauses]
    return [t for doer in doers if doer is not None for t in conjuncts(parse, doer)]


def _is_marked(parse: Parse, clause: Token) -> bool:
    """ "News last week *that Ruiz left*": the parse may hang it on the verb."""
    return any(t.lower == "that" for t in parse.children(clause, "mark", "advmod"))


def issuers(parse: Parse, paper: Token) -> list[Token]:
    """Whose words a paper holds: "the lawsuit, which was brought by *Ruiz*, accused", "*Ruiz*'s letter accused", "a *Senate* report",
    "*Ruiz* put out an ad accusing"."""
    if paper.lemma not in word_set("papers") | word_set("decisions"):
        return []
    bearing = [
        *parse.children(paper, "relcl", "acl"),
        *([parse.head(paper)] if paper.dep == "nsubjpass" else []),
    ]
    makers = [agent(parse, verb) for verb in bearing if verb.lemma in word_set("issuing")]
    if paper.dep == "dobj" and parse.head(paper).lemma in word_set("issuing"):
        makers.append(subject(parse, parse.head(paper)))
    words = [
        *(parse.children(paper, "poss") or parse.children(paper, *MODIFIERS)),
        *phrases(parse, paper, "by"),
        *phrases(parse, paper, "from"),
    ]
    return [t for word in (*makers, *words) if word is not None for t in conjuncts(parse, word)]


def is_suffered(thing: Token) -> bool:
    """A death or an abduction is not the deed of whose it is."""
    return thing.lemma in word_set("suffered")
