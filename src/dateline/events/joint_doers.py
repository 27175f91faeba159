"""Who does an act together with its subject: "conspired with *Malta* to hack", "joined *Malta* in urging"."""

from __future__ import annotations

from dateline.events.clauses import subject
from dateline.events.phrases import conjuncts, phrases
from dateline.events.word_sets import word_set
from dateline.model import Parse, Token

_DEPTH = 3


def partners(parse: Parse, trigger: Token) -> list[Token]:
    """Words of the others, where a verb of joining governs the act."""
    above = [t for t in parse.ancestors(trigger) if t.is_verb][:_DEPTH]
    for verb in above:
        if verb.lemma not in word_set("joining") or not _is_aim(parse, trigger, verb):
            continue
        doer, own = subject(parse, verb), subject(parse, trigger)
        if doer is None or own is None or doer.i != own.i:
            return []
        others = phrases(parse, verb, "with")
        is_in = any(t.dep == "pcomp" and parse.head(t).lower == "in" for t in (trigger, *above))
        others += parse.children(verb, "dobj") if verb.lemma == "join" and is_in else []
        return [t for other in others for t in conjuncts(parse, other)]
    return []


def _is_aim(parse: Parse, trigger: Token, verb: Token) -> bool:
    """Below the verb as its aim or means: "to hack", "in urging", "by hacking"."""
    below = [trigger, *(t for t in parse.ancestors(trigger) if t.is_verb and t.i > verb.i)]
    return trigger.i > verb.i and all(
        t.dep in ("xcomp", "advcl", "pcomp", "conj") for t in below if t.is_verb
    )
