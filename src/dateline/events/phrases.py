"""What hangs on a word: phrases with prepositions, what is coordinated with it, and what it hangs on itself."""

from __future__ import annotations

from dateline.events.light import light_verbs
from dateline.events.word_sets import word_set
from dateline.model import Parse, Token

_DASHES = frozenset("— – --".split())


def phrases(parse: Parse, token: Token, preposition: str | None = None) -> list[Token]:
    """Objects of the prepositions under a word, of one preposition when given; also of those behind another phrase of
    place or time ("met on Friday in the week ahead *with* X")."""
    found: list[Token] = []
    for prep in (p for p in _prepositions(parse, token) if p.lower != "according"):
        things = parse.children(prep, "pobj") or _shared_phrase(parse, token, prep)
        if preposition in (None, prep.lower):
            found += things
        for outer in (
            prep,
            *(thing for thing in things if thing.lemma in word_set("time") or thing.tag == "CD"),
        ):
            for inner in parse.children(outer, "prep"):
                if preposition in (None, inner.lower):
                    found += parse.children(inner, "pobj")
                found += _behind_time(parse, inner, preposition)
    for when in parse.children(token, "npadvmod"):
        found += phrases(parse, when, preposition) if when.lemma in word_set("time") else []
    return found


def _prepositions(parse: Parse, token: Token) -> list[Token]:
    """Those under a word, and the same ones again behind "and": "with Malta and *with* Belize". One before a verb gives way to
    the same one behind it: "*on* Radio Vaal, she called on Malta"."""
    own = parse.children(token, "prep", "dative", "agent")
    own += [p for p in parse.children(token, "prt") if parse.child(p, "pobj") is not None]
    if token.is_verb:
        behind = {p.lower for p in own if p.i > token.i}
        own = [p for p in own if p.i > token.i or p.lower not in behind]
    again = [p for prep in own for p in parse.children(prep, "conj") if p.lower == prep.lower]
    return [*own, *again]


def _shared_phrase(parse: Parse, verb: Token, prep: Token) -> list[Token]:
    """What stands behind the last of coordinated prepositions: "met with and prayed over *Ruiz*", "met with — and apologized to — *Ruiz*"."""
    behind = [t for t in parse.tokens[prep.i + 1 : prep.i + 4] if t.text not in _DASHES]
    is_open = not parse.children(prep) and bool(behind) and behind[0].dep == "cc"
    others = parse.children(verb, "conj") or [t for t in behind[1:2] if t.dep == "conj" and t.is_verb]
    last = [p for other in others for p in parse.children(other, "prep")]
    return [thing for p in last[:1] for thing in parse.children(p, "pobj")] if is_open else []


def _behind_time(parse: Parse, prep: Token, preposition: str | None) -> list[Token]:
    times = [thing for thing in parse.children(prep, "pobj") if thing.lemma in word_set("time")]
    near = [*times, *(t for time in times for t in parse.children(time, "advmod"))]
    inner = [p for thing in near for p in parse.children(thing, "prep") if preposition in (None, p.lower)]
    return [thing for p in inner for thing in parse.children(p, "pobj")]


def beside(parse: Parse, noun: Token, preposition: str | None = None) -> list[Token]:
    """Phrases that hang on the verb of which the noun is the object: "sent help *to Kiribati*", "held a meeting *with*"."""
    bearer = relative_bearer(parse, noun)
    if bearer is not None:
        return phrases(parse, bearer, preposition)
    if noun.dep not in ("dobj", "nsubjpass"):
        return []
    return phrases(parse, parse.head(noun), preposition)


def relative_bearer(parse: Parse, noun: Token) -> Token | None:
    """The light verb behind its noun: "the talks that Ruiz *held* with Brandt"."""
    for verb in parse.children(noun, "relcl"):
        doer, thing = parse.child(verb, "nsubj"), parse.child(verb, "dobj")
        is_open = thing is None or thing.lower in ("that", "which")
        is_open = is_open and all(parse.children(prep) for prep in parse.children(verb, "prep"))
        if any(t.lower == "to" for t in parse.children(verb, "aux")):
            continue
        if (verb.lemma, "object") in light_verbs() and doer is not None and doer.tag[0] != "W" and is_open:
            return verb
    return None


def conjuncts(parse: Parse, token: Token) -> list[Token]:
    """The word and what is coordinated with it."""
    before = parse.children(token, "nmod", "compound")
    before += [t for title in before for t in parse.children(title, "nmod")]
    found = [t for t in before if t.text[0].isupper() and parse.child(t, "cc")]
    found.append(token)
    for other in parse.children(token, "conj"):
        if _is_one_with(parse, token, other):
            continue
        if parse.child(token, "case") is not None and parse.child(other, "poss") is not None:
            found += parse.children(other, "poss")
        elif other.is_noun or other.tag.startswith("PRP"):
            found += conjuncts(parse, other)
    return found


def _is_one_with(parse: Parse, token: Token, other: Token) -> bool:
    """ "A kidnapper and killer" is one person."""
    has_article = any(t.lower in ("a", "an") for t in parse.children(token, "det"))
    return has_article and other.tag == "NN" and not parse.child(other, "det", "poss", "nummod")


def governor(parse: Parse, noun: Token) -> Token | None:
    """The verb that a noun hangs on, as subject, object or through prepositions."""
    token = noun
    for _ in range(5):
        head = parse.head(token)
        if head.i == token.i:
            return None
        if head.is_verb:
            return head
        if head.lower == "ahead":
            token = head
            continue
        if (
            head.dep not in ("prep", "pobj", "dobj", "conj", "agent", "attr", "nsubj", "nsubjpass")
            and head.tag != "IN"
        ):
            return None
        token = head
    return None
