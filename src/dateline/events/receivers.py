"""To whom an act is done that its noun only tells of beside another verb: "faced criticism", "is under investigation"."""

from __future__ import annotations

from dateline.events.clauses import direct_object, subject
from dateline.events.meant import is_actor
from dateline.events.phrases import conjuncts, governor, phrases, relative_bearer
from dateline.events.word_sets import word_set
from dateline.model import Mentions, Parse, Token

_UNDERGONE = {("with", "meet"), *(("under", verb) for verb in ("be", "come", "remain", "fall", "stay"))}
"""The preposition and verb of what befalls the subject: "is *under* investigation"."""
_BEFALLEN = frozenset({"subject", "target"})


def receivers(parse: Parse, trigger: Token, mentions: Mentions) -> list[Token]:
    """To whom the act of a noun is done when its verb is one of receiving: "*Ruiz* faced criticism from the union", "the criticism that
    *Ruiz* received", "*Ruiz*'s speech met with criticism", "*Ruiz* drew criticism and praise"."""
    thing = _counted_in(parse, trigger)
    verb = relative_bearer(parse, thing) or parse.head(thing)
    is_object = thing.dep in ("dobj", "conj") or verb.i > trigger.i
    above = parse.head(verb)
    if thing.dep == "pobj" and (verb.lower, above.lemma) in _UNDERGONE:
        verb = above
    elif thing.dep == "pobj" and verb.lower == "of" and above.lemma in _BEFALLEN and above.dep == "attr":
        verb = parse.head(above)
        if parse.child(verb, "neg") is not None:
            return []
    elif not is_object or verb.lemma not in word_set("receiving"):
        return []
    doer = subject(parse, verb)
    near = [] if doer is None else conjuncts(parse, doer)
    actors = [t for t in near if is_actor(mentions, t)]
    return actors or [t for noun in near for t in parse.children(noun, "poss") if is_actor(mentions, t)]


def met_during(parse: Parse, visit: Token) -> list[Token]:
    """ "Will hold talks with *Ruiz* during her visit": the host is who is met."""
    preposition, verb = parse.head(visit), governor(parse, visit)
    if visit.dep != "pobj" or preposition.lower not in ("during", "on") or verb is None:
        return []
    thing = direct_object(parse, verb)
    is_meeting = verb.lemma in ("meet", "talk", "speak") or (
        thing is not None and thing.lemma in word_set("meetings")
    )
    return phrases(parse, thing if thing is not None else verb, "with") if is_meeting else []


def _counted_in(parse: Parse, noun: Token) -> Token:
    """ "A *wave* of criticism" stands where the criticism would."""
    above = parse.head(parse.head(noun))
    is_of = noun.dep == "pobj" and parse.head(noun).lower == "of"
    return above if is_of and above.lemma in word_set("waves") else noun
