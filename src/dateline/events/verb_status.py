"""What stands around a verb says whether its act took place: auxiliaries, negation, marks and what governs the clause."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.clauses import is_passive
from dateline.events.status_words import status_words
from dateline.events.word_sets import word_set
from dateline.model import BlockKind, Parse, Status, Token

_NEGATIONS = frozenset("not n't never no neither nor cannot hardly scarcely nobody none without".split())
_FUTURE = frozenset({"will", "'ll", "shall", "wo"})
_MAYBE = frozenset({"may", "might", "could", "can", "should", "must", "ought"})
_DOUBT_MARKS = frozenset({"if", "unless", "whether", "lest"})
_SAYING = frozenset("like call phone telephone write speak want wish".split())
_RANKS = frozenset("first second third fourth fifth only last latest next sole another".split())
_NEEDED = frozenset(["need", "necessary", "require"])
PERFORMATIVE = frozenset(
    "thank congratulate apologise apologize ask urge assure praise commend salute".split()
)
"""Verbs that are done by being said: "would like to thank"."""


def around_verb(parse: Parse, verb: Token, trigger: Token) -> Iterator[Status | None]:
    """What the clause of a verb says of the act at the trigger, from the verb outwards."""
    yield _by_auxiliaries(parse, verb)
    if _is_negated(parse, verb, trigger):
        yield Status.DENIED
    for adverb in parse.children(verb, "advmod"):
        yield status_words().get((adverb.lower, "r"))
    marks = {t.lower for t in parse.children(verb, "mark", "advmod")}
    if marks & _DOUBT_MARKS:
        yield Status.HYPOTHETICAL
    if _is_present(parse, verb) and (
        marks & {"before", "until"}
        or (marks & {"when", "once"} and (_under_future(parse, verb) or _has_future_time(parse, verb)))
    ):
        yield Status.PLANNED
    yield _by_governor(parse, verb)


def _is_present(parse: Parse, verb: Token) -> bool:
    """Present or present perfect: "when they meet", "once it has been ratified"."""
    return verb.tag in ("VBP", "VBZ") or any(
        t.tag in ("VBP", "VBZ") for t in parse.children(verb, "aux", "auxpass")
    )


def _under_future(parse: Parse, verb: Token) -> bool:
    """ "Will ... when they meet"."""
    above = next((t for t in parse.ancestors(verb) if t.is_verb), None)
    return above is not None and any(t.lower in _FUTURE | {"would"} for t in parse.children(above, "aux"))


def _by_auxiliaries(parse: Parse, verb: Token) -> Status | None:
    own = parse.children(verb, "aux", "auxpass")
    words = [t.lower for t in own]
    if (
        verb.dep == "conj"
        and not parse.child(verb, "nsubj", "nsubjpass")
        and not [w for w in words if w != "to"]
    ):
        head = parse.head(verb)
        if head.is_verb and (verb.tag == "VB" or (not own and verb.tag == head.tag)):
            return _by_auxiliaries(parse, head)
    if any(w in _MAYBE for w in words):
        return Status.HYPOTHETICAL
    if any(w in _FUTURE for w in words):
        return Status.PLANNED
    if any(w in ("would", "'d") for w in words if verb.tag == "VB"):
        if _is_said_by_speaker(parse, verb):
            return None
        is_firm = _is_reported(parse, verb) or parse.child(verb, "neg") is not None
        return Status.PLANNED if is_firm else Status.HYPOTHETICAL
    if verb.tag == "VBG" and any(t.lemma == "be" for t in own) and _has_future_time(parse, verb):
        return Status.PLANNED
    if "to" in words and verb.dep == "ROOT" and parse.sentence.kind == BlockKind.HEADLINE:
        return Status.PLANNED
    return None


def _is_said_by_speaker(parse: Parse, verb: Token) -> bool:
    """ "I would urge them to leave" urges them."""
    doer = parse.child(verb, "nsubj")
    return verb.lemma in PERFORMATIVE and doer is not None and doer.lower in ("i", "we")


def _is_reported(parse: Parse, verb: Token) -> bool:
    """ "He said they would meet": the future seen from the past."""
    head = parse.head(verb)
    above = parse.head(head) if head.tag.startswith("JJ") else head
    return verb.dep == "ccomp" and above.tag in ("VBD", "VBN") and not parse.child(verb, "advcl")


def is_ahead(parse: Parse, verb: Token) -> bool:
    """Whether an auxiliary puts the verb in the future."""
    return any(t.lower in _FUTURE for t in parse.children(verb, "aux"))


def _has_future_time(parse: Parse, verb: Token) -> bool:
    below = {t.lower for t in parse.subtree(verb)}
    return bool(below & {"tomorrow", "tonight", "next", "later", "soon", "upcoming"})


def _is_negated(parse: Parse, verb: Token, trigger: Token) -> bool:
    """Negated by an adverb, or by "no" at subject or object; a "no" at the trigger itself is counted there."""
    negation = parse.child(verb, "neg")
    if negation is not None and not _is_not_only(parse, negation):
        return True
    if any(
        t.lower in _NEGATIONS
        for t in parse.children(verb, "advmod", "preconj", "det", "cc")
        if t.i < verb.i and t.lower != "nor"
    ):
        return True
    if any(
        "no longer" in f"{t.lower} {parse.tokens[t.i + 1].lower}"
        for t in parse.tokens[:-1]
        if t.head == verb.i or parse.head(t).head == verb.i
    ):
        return True
    doer = parse.child(verb, "nsubj", "nsubjpass")
    thing = parse.child(verb, "dobj")
    return any(
        noun is not None
        and noun.i != trigger.i
        and (
            noun.lower in ("nobody", "none", "nothing", "neither")
            or any(t.lower in ("no", "neither") for t in parse.children(noun, "det"))
        )
        for noun in (doer, thing)
    )


def _is_not_only(parse: Parse, negation: Token) -> bool:
    """ "Not only criticised but expelled" denies nothing."""
    following = parse.tokens[negation.i + 1 : negation.i + 2]
    return any(t.lower in ("only", "just", "merely", "simply") for t in following)


def _by_governor(parse: Parse, verb: Token) -> Status | None:
    """What the word that the clause hangs on says of it."""
    head = parse.head(verb)
    has_to = any(t.lower == "to" for t in parse.children(verb, "aux"))
    if head.i == verb.i or _is_done_by_saying(head, verb, has_to=has_to):
        return None
    if head.lemma == "able" and parse.head(head).tag == "VBD":
        return None
    if head.lemma in ("like", "love", "prefer") and any(
        t.lower in ("would", "'d") for t in parse.children(head, "aux")
    ):
        return Status.HYPOTHETICAL
    measure = _by_measure(parse, head, verb) if has_to else None
    if measure is not None:
        return measure
    if head.lemma == "be" and verb.dep in ("xcomp", "ccomp") and has_to:
        return Status.PLANNED
    if verb.dep in ("xcomp", "ccomp", "advcl", "pcomp", "oprd") or (verb.dep == "acl" and has_to):
        known = of_word(parse, head)
        if known in (Status.HYPOTHETICAL, Status.PLANNED) and verb.dep == "ccomp" and is_past(parse, verb):
            return None
        if known == Status.HYPOTHETICAL and head.lemma in _NEEDED:
            return _of_need(parse, head, verb)
        if known is not None:
            return known
    if verb.dep == "pcomp" and head.dep == "prep":
        found = _by_preposition(parse, head)
        if found is not None:
            return found
    return _by_purpose(parse, head, verb) if has_to else None


def _by_measure(parse: Parse, head: Token, verb: Token) -> Status | None:
    """ "Too weak to attack", "did not go far enough to demand action": not done. "Strong enough to attack": may be."""
    near = [head, *parse.children(head, "advmod"), *parse.children(parse.head(head), "advmod")]
    if any(t.lower == "too" for t in near):
        return Status.DENIED
    if not any(t.lower == "enough" for t in near):
        return None
    above = [t for t in (head, *parse.ancestors(head)) if t.is_verb]
    return Status.DENIED if any(_is_negated(parse, t, verb) for t in above[:2]) else Status.HYPOTHETICAL


def _of_need(parse: Parse, head: Token, act: Token) -> Status | None:
    """ "No need to test", "no longer needed to test": it is not done. Where the parse leads on to "not", that tells it."""
    if any(t.lower == "no" for t in parse.children(head, "det")):
        return Status.DENIED
    verb = head if head.is_verb else parse.head(head)
    if not _is_negated(parse, verb, head):
        return Status.HYPOTHETICAL
    return Status.DENIED if act.dep == "advcl" else None


def _is_done_by_saying(head: Token, verb: Token, *, has_to: bool) -> bool:
    """ "I would like to thank", "called to congratulate"; "the first to leave"."""
    return (head.lemma in _SAYING and verb.lemma in PERFORMATIVE) or (has_to and head.lower in _RANKS)


def _by_preposition(parse: Parse, preposition: Token) -> Status | None:
    """What a preposition before a gerund says: "without meeting", "before leaving", "looking forward to meeting"."""
    word = preposition.lower
    if word == "without":
        return Status.DENIED
    if word == "to" and parse.head(preposition).lemma == "look":
        return Status.HYPOTHETICAL
    if word not in ("before", "of", "for", "about", "from", "on", "including", "like"):
        return None
    head = parse.head(preposition)
    is_told = head.is_verb and is_past(parse, head)
    return of_word(parse, head) or (Status.PLANNED if word == "before" and not is_told else None)


def _by_purpose(parse: Parse, head: Token, verb: Token) -> Status | None:
    """An infinitive of purpose lies ahead, unless its governor tells that it was done."""
    if verb.lemma in word_set("said") and is_past(parse, head) and head.lemma not in word_set("moving"):
        return None
    if head.lemma == "take" and any(t.lemma in word_set("time") for t in parse.children(head, "dobj")):
        return None
    if head.is_noun and any(t.lower in _RANKS or t.tag == "JJS" for t in parse.children(head, "amod")):
        return None
    if verb.dep not in ("advcl", "acl", "xcomp", "relcl") or head.lemma in word_set("realised"):
        return None
    return Status.PLANNED if verb.dep != "xcomp" or head.lemma in word_set("moving") or head.is_noun else None


def is_past(parse: Parse, verb: Token) -> bool:
    """ "The report suggests that they met": who says so hedges, but the act is told as past."""
    return verb.tag == "VBD" or any(t.lemma == "have" for t in parse.children(verb, "aux"))


def of_word(parse: Parse, head: Token) -> Status | None:
    """What a governing verb, noun or adjective says of an act."""
    if head.is_verb:
        found = status_words().get((head.lemma, "v"))
        if found is None and is_passive(parse, head):
            found = status_words().get((head.lower, "a"))
        return found
    return status_words().get((head.lemma, "n" if head.is_noun else "a"))
