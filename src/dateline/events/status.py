"""Whether an act took place, by the words around its trigger (codebook section 6): the outermost word decides."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from dateline.events.clauses import governor, is_passive
from dateline.events.light import sharing_verbs
from dateline.model import BlockKind, Parse, Status, Token

_NEGATIONS = frozenset("not n't never no neither nor cannot hardly scarcely nobody none without".split())
_FUTURE = frozenset({"will", "'ll", "shall", "wo"})
_MAYBE = frozenset({"may", "might", "could", "can", "should", "must", "ought"})
_DOUBT_MARKS = frozenset({"if", "unless", "whether", "lest"})
_INHERITING = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "conj", "attr", "appos", "pcomp", "prep"})
_AHEAD = frozenset({"before", "ahead", "for", "toward", "towards", "until", "pending"})
_PERFORMATIVE = frozenset(
    "thank congratulate apologise apologize ask urge assure praise commend salute".split()
)
_ABOUT_ACTS = frozenset(
    (
        "discuss condemn criticise criticize denounce end address investigate review mention recall answer explain defend stop "
        "undermine use watch follow survive oppose support honor honour respect leave quit describe see know understand study "
        "cover report examine blame justify celebrate mark remember resolve settle ease lift override overturn reverse sustain uphold block"
    ).split()
)
_SAYING = frozenset("like call phone telephone write speak want wish".split())
_RANKS = frozenset("first second third fourth fifth only last latest next sole another".split())
_TAKING_PLACE = frozenset("happen occur proceed begin start resume continue commence convene open".split())
_AND_WORD = {"take": ("place",), "go": ("ahead", "forward", "on")}
_MOVING = frozenset(
    "travel fly go arrive come head leave depart gather convene assemble return move race rush set".split()
)
_NEEDED = frozenset(["need", "necessary", "require"])
_REALISED = frozenset(
    (
        "manage begin start continue proceed help force cause come go use get let make see watch dare "
        "stop resume lead allow enable serve vote move act rush work step unite join combine"
    ).split()
)


@cache
def status_words() -> dict[tuple[str, str], Status]:
    """(lemma, `v` `n` `a` or `r`) -> what it does to an act that hangs on it."""
    table = files("dateline.events").joinpath("data/status.csv").read_text("utf-8")
    known = {status.value: status for status in Status}
    rows = csv.DictReader(table.splitlines())
    return {(row["lemma"], row["pos"]): known[row["class"]] for row in rows if row["class"] in known}


def status_of(parse: Parse, trigger: Token) -> Status:
    """The status of the act at a trigger."""
    found = Status.HAPPENED
    for level in _levels(parse, trigger):
        found = _stack(found, level)
    return found


def _stack(inner: Status, outer: Status | None) -> Status:
    """A word further out decides; what is only possible is not made certain by what is denied about it."""
    if outer is None:
        return inner
    if outer == Status.DENIED and inner == Status.HYPOTHETICAL:
        return inner
    if outer == Status.DENIED and inner == Status.DENIED:
        return Status.HAPPENED
    if outer == Status.PLANNED and inner in (Status.HYPOTHETICAL, Status.DENIED):
        return inner
    return outer


def _levels(parse: Parse, trigger: Token) -> Iterator[Status | None]:
    """What each clause says about the act, from the trigger outwards."""
    verb: Token | None = trigger
    if not trigger.is_verb:
        yield from _around_noun(parse, trigger)
        verb = _bearing_verb(parse, trigger)
        if verb is not None and trigger.dep in ("dobj", "nsubjpass"):
            yield _unless_happened(_of_word(parse, verb))
    while verb is not None:
        yield from _around_verb(parse, verb, trigger)
        verb = _next_verb(parse, verb)


# nouns


def _around_noun(parse: Parse, noun: Token) -> Iterator[Status | None]:
    for modifier in parse.children(noun, "amod", "compound", "advmod", "nmod"):
        yield status_words().get((modifier.lemma, "a")) or status_words().get((modifier.lower, "a"))
    if any(t.lower in ("no", "neither") for t in parse.children(noun, "det")):
        yield Status.DENIED
    head = parse.head(noun)
    if noun.dep == "pobj" and (head.lower in _AHEAD or parse.head(head).lower == "ahead"):
        yield _ahead(parse, head)
    if (
        noun.dep in ("pobj", "pcomp")
        and head.lower in ("of", "for", "to", "about", "on", "against")
        and parse.head(head).is_noun
    ):
        yield status_words().get((parse.head(head).lemma, "n"))
    if noun.dep == "pobj" and head.lower == "for":
        yield _plans_for(parse, head)
    if noun.dep in ("compound", "nmod"):
        yield status_words().get((head.lemma, "n"))
    if noun.dep == "pobj" and head.lower == "without":
        yield Status.DENIED


def _plans_for(parse: Parse, preposition: Token) -> Status | None:
    """ "Plans are underway for a meeting", "pushed for a deal"."""
    if parse.head(preposition).is_verb and parse.head(preposition).lemma != "be":
        return _unless_happened(_of_word(parse, parse.head(preposition)))
    verb = next((t for t in parse.ancestors(preposition) if t.is_verb), None)
    plans = parse.child(verb, "nsubj") if verb is not None and verb.lemma == "be" else None
    return status_words().get((plans.lemma, "n")) if plans is not None else None


def _ahead(parse: Parse, preposition: Token) -> Status | None:
    """ "Ahead of a meeting", "flew there for a summit": it lies ahead of what is told."""
    if (
        preposition.lower in ("ahead", "before", "until", "pending")
        or parse.head(preposition).lower == "ahead"
    ):
        return Status.PLANNED
    head = parse.head(preposition)
    return Status.PLANNED if head.is_verb and head.lemma in _MOVING else None


def _bearing_verb(parse: Parse, noun: Token) -> Token | None:
    """The verb whose status a noun shares: "will hold talks", "the visit was called off", not "discussed the invasion"."""
    if noun.dep not in _INHERITING:
        return None
    verb = governor(parse, noun)
    if verb is None or (verb.lemma in status_words_denying() and noun.dep != "nsubj"):
        return verb
    if (
        noun.dep == "pobj"
        and parse.head(noun).lower in ("of", "ahead")
        and parse.head(noun).head == noun.head
    ):
        return None
    thing_of_it = noun.dep in ("dobj", "nsubjpass", "attr") or (
        noun.dep == "pobj"
        and parse.head(noun).lower in ("in", "for", "at", "into", "on", "to", "with", "through")
    )
    if _is_light(verb) and thing_of_it:
        return verb
    if noun.dep in ("nsubjpass", "dobj") and status_words().get((verb.lemma, "v")) is not None:
        return verb
    if noun.dep == "nsubj" and _takes_place(parse, verb):
        return verb
    if noun.dep == "dobj" and verb.tag == "VB" and verb.lemma not in _ABOUT_ACTS:
        return verb
    return None


@cache
def status_words_denying() -> frozenset[str]:
    """Verbs whose object did not take place: cancel, call off, avert, prevent."""
    return frozenset(
        lemma for (lemma, pos), status in status_words().items() if pos == "v" and status == Status.DENIED
    )


# verbs


def _around_verb(parse: Parse, verb: Token, trigger: Token) -> Iterator[Status | None]:
    yield _by_auxiliaries(parse, verb)
    if _is_negated(parse, verb, trigger):
        yield Status.DENIED
    for adverb in parse.children(verb, "advmod"):
        yield status_words().get((adverb.lower, "r"))
    marks = {t.lower for t in parse.children(verb, "mark", "advmod")}
    if marks & _DOUBT_MARKS:
        yield Status.HYPOTHETICAL
    if verb.tag in ("VBP", "VBZ") and (
        marks & {"before", "until"}
        or (marks & {"when", "once"} and (_under_future(parse, verb) or _has_future_time(parse, verb)))
    ):
        yield Status.PLANNED
    yield _by_governor(parse, verb)


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
        if head.is_verb and (verb.tag == "VB" or not own):
            return _by_auxiliaries(parse, head)
    if any(w in _MAYBE for w in words):
        return Status.HYPOTHETICAL
    if any(w in _FUTURE for w in words):
        return Status.PLANNED
    if any(w in ("would", "'d") for w in words if verb.tag == "VB"):
        is_firm = _is_reported(parse, verb) or parse.child(verb, "neg") is not None
        return Status.PLANNED if is_firm else Status.HYPOTHETICAL
    if verb.tag == "VBG" and any(t.lemma == "be" for t in own) and _has_future_time(parse, verb):
        return Status.PLANNED
    if "to" in words and verb.dep == "ROOT" and parse.sentence.kind == BlockKind.HEADLINE:
        return Status.PLANNED
    return None


def _is_reported(parse: Parse, verb: Token) -> bool:
    """ "He said they would meet": the future seen from the past."""
    head = parse.head(verb)
    above = parse.head(head) if head.tag.startswith("JJ") else head
    return verb.dep == "ccomp" and above.tag in ("VBD", "VBN") and not parse.child(verb, "advcl")


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
    if head.lemma == "be" and verb.dep in ("xcomp", "ccomp") and has_to:
        return Status.PLANNED
    if verb.dep in ("xcomp", "ccomp", "advcl", "pcomp", "oprd") or (verb.dep == "acl" and has_to):
        known = _of_word(parse, head)
        if known in (Status.HYPOTHETICAL, Status.PLANNED) and verb.dep == "ccomp" and _is_past(parse, verb):
            return None
        if known == Status.HYPOTHETICAL and head.lemma in _NEEDED:
            return _of_need(parse, head, verb)
        if known is not None:
            return _unless_happened(known)
    if verb.dep == "pcomp" and head.dep == "prep":
        found = _by_preposition(parse, head)
        if found is not None:
            return found
    return _by_purpose(parse, head, verb) if has_to else None


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
    return (head.lemma in _SAYING and verb.lemma in _PERFORMATIVE) or (has_to and head.lower in _RANKS)


def _by_preposition(parse: Parse, preposition: Token) -> Status | None:
    """What a preposition before a gerund says: "without meeting", "before leaving", "looking forward to meeting"."""
    word = preposition.lower
    if word == "without":
        return Status.DENIED
    if word == "to" and parse.head(preposition).lemma == "look":
        return Status.HYPOTHETICAL
    if word not in ("before", "of", "for", "about", "from", "on"):
        return None
    return _of_word(parse, parse.head(preposition)) or (Status.PLANNED if word == "before" else None)


def _by_purpose(parse: Parse, head: Token, verb: Token) -> Status | None:
    """An infinitive of purpose lies ahead, unless its governor tells that it was done."""
    if head.is_noun and any(t.lower in _RANKS or t.tag == "JJS" for t in parse.children(head, "amod")):
        return None
    if verb.dep not in ("advcl", "acl", "xcomp", "relcl") or head.lemma in _REALISED:
        return None
    return Status.PLANNED if verb.dep != "xcomp" or head.lemma in _MOVING or head.is_noun else None


def _unless_happened(status: Status | None) -> Status | None:
    """What "continued" and "tried" say of an act changes nothing."""
    return None if status == Status.HAPPENED else status


def _is_past(parse: Parse, verb: Token) -> bool:
    """ "The report suggests that they met": who says so hedges, but the act is told as past."""
    return verb.tag == "VBD" or any(t.lemma == "have" for t in parse.children(verb, "aux"))


def _of_word(parse: Parse, head: Token) -> Status | None:
    if head.is_verb:
        found = status_words().get((head.lemma, "v"))
        if found is None and is_passive(parse, head):
            found = status_words().get((head.lower, "a"))
        return found
    return status_words().get((head.lemma, "n" if head.is_noun else "a"))


def _next_verb(parse: Parse, verb: Token) -> Token | None:
    """The next clause outwards that the act is inside of; a coordinated verb shares the frame of the first."""
    if (
        verb.dep == "conj"
        and verb.tag == parse.head(verb).tag
        and not parse.child(verb, "nsubj", "nsubjpass", "aux")
    ):
        return parse.head(verb)
    if verb.dep == "advcl" and any(t.lower == "to" for t in parse.children(verb, "aux")):
        head = parse.head(verb)
        return head if head.lemma in _MOVING else None
    if verb.dep in ("xcomp", "ccomp", "pcomp", "acl", "oprd"):
        head = parse.head(verb)
        if head.lemma == "like" and verb.lemma in _PERFORMATIVE:
            return None
        if verb.dep == "ccomp" and head.is_verb and (_is_past(parse, verb) or not _is_light_or_listed(head)):
            return None if head.lemma not in status_words_denying() else head
        if head.is_verb:
            return head
        if head.is_noun or head.tag.startswith("JJ") or head.dep == "prep":
            return _negating_noun_verb(parse, head) if head.dep != "prep" else None
    return None


def _takes_place(parse: Parse, verb: Token) -> bool:
    """ "The visit took place", "went ahead"; not "the visit went over well"."""
    words = _AND_WORD.get(verb.lemma, ())
    return verb.lemma in _TAKING_PLACE or any(t.lower in words for t in parse.children(verb))


def _is_light(verb: Token) -> bool:
    return verb.lemma in sharing_verbs()


def _is_light_or_listed(verb: Token) -> bool:
    return _is_light(verb) or (verb.lemma, "v") in status_words()


def _negating_noun_verb(parse: Parse, word: Token) -> Token | None:
    head = parse.head(word)
    return head if head.is_verb and head.i != word.i and word.dep in ("acomp", "attr", "dobj") else None
