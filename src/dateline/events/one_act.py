"""One act, one event: which of the triggers in a sentence only repeat, promise or ask for the act of another."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events.clauses import agent
from dateline.events.frames import Frame
from dateline.events.phrases import governor
from dateline.events.word_sets import word_set
from dateline.model import Parse, Token

_CONTENT_NOT_CODED = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT"})
_CONTENT = ("xcomp", "ccomp", "pcomp", "advcl", "acl")
_BEARING_PREPOSITIONS = frozenset({"in", "at", "on", "with"})
_STOPPING = frozenset("suspend halt freeze stop pause curb limit reduce".split())
Matches = Sequence[tuple[Token, Frame]]


def is_content(parse: Parse, trigger: Token, matches: Matches) -> bool:
    """Whether the act is what another act promises, asks, refuses or threatens (codebook section 5, rule 6)."""
    by_token = {token.i: frame for token, frame in matches if token.i != trigger.i}
    inner = trigger
    for outer in parse.ancestors(trigger):
        frame = by_token.get(outer.i)
        if frame is not None and frame.plover in _CONTENT_NOT_CODED and _is_inside(parse, trigger, inner):
            return True
        if outer.dep in ("relcl", "parataxis"):
            return False
        is_joined = inner.dep == "conj" and parse.child(inner, "nsubj", "nsubjpass") is None
        if not is_joined or inner.tag == outer.tag:
            inner = outer
    return False


def _is_inside(parse: Parse, trigger: Token, inner: Token) -> bool:
    is_phrase = inner.dep in ("dobj", "prep", "dative")
    is_to_do = trigger.dep == "relcl" and any(t.lower == "to" for t in parse.children(trigger, "aux"))
    is_content = trigger.dep in _CONTENT or is_to_do
    return inner.dep in _CONTENT or (is_phrase and (not trigger.is_verb or is_content))


def is_borne(parse: Parse, trigger: Token, frame: Frame, matches: Matches) -> bool:
    """Whether a noun only repeats the act of its verb: "attend a summit" is one act, and "looked like a warning" none."""
    if trigger.is_verb:
        return _is_purpose(parse, trigger, frame, matches)
    preposition = parse.head(trigger).lower if trigger.dep == "pobj" else ""
    if _is_likened(parse, trigger) or (preposition == "from" and frame.plover == "ACCUSE"):
        return True
    verb = governor(parse, trigger)
    if verb is not None and verb.lemma in _STOPPING and trigger.dep in ("dobj", "nsubjpass"):
        return True
    is_object = trigger.dep in ("dobj", "nsubjpass") or preposition in _BEARING_PREPOSITIONS
    outer = [f for t, f in matches if is_object and verb is not None and t.i == verb.i]
    if trigger.dep == "nsubjpass" and all(f.plover == "REJECT" for f in outer) and _has_no_doer(parse, verb):
        return False
    return any(f.plover == frame.plover or _lists(f, parse, trigger) for f in outer)


def _has_no_doer(parse: Parse, verb: Token | None) -> bool:
    """ "The *talks* were called off", nobody says by whom: what is told is that they were not held."""
    return verb is not None and agent(parse, verb) is None


def _is_likened(parse: Parse, noun: Token) -> bool:
    """ "Looked like a warning", "saw the ban as an attack on farmers": what something is taken for."""
    if noun.dep != "pobj":
        return False
    word = parse.head(noun).lower
    is_any = any(t.lower in ("a", "an") for t in parse.children(noun, "det"))
    above = parse.head(parse.head(noun))
    above = parse.head(above) if above.lower == "as" else above
    return word == "like" or (word == "as" and is_any and above.lemma in word_set("taking_for"))


def _is_purpose(parse: Parse, verb: Token, frame: Frame, matches: Matches) -> bool:
    """ "Held a march to *protest* the cuts": the infinitive says what the act is for, and is none of its own."""
    if not any(t.lower == "to" for t in parse.children(verb, "aux")) or verb.dep not in _CONTENT:
        return False
    outer = parse.head(verb)
    same = [t for t, f in matches if f.plover == frame.plover and t.i != verb.i]
    return any(t.i == outer.i or (not t.is_verb and governor(parse, t) is outer) for t in same)


def _lists(frame: Frame, parse: Parse, noun: Token) -> bool:
    """Whether a frame asks for just this noun, or for what stands before it: "lifted sanctions" and "ended *mediation* efforts" are one act."""
    words = {noun.lemma, *(t.lemma for t in parse.children(noun, "compound"))}
    return any(not words.isdisjoint(need.values) for need in frame.needs if not need.negated)
