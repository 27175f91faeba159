"""What stands around a noun says whether its act took place."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.governing_words import of_word, short_of
from dateline.events.light import sharing_verbs
from dateline.events.phrases import governor
from dateline.events.status_words import governing_lemma, status_words, verbs_that_deny
from dateline.events.word_sets import word_set
from dateline.model import Parse, Status, Token

_INHERITING = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "conj", "attr", "appos", "pcomp", "prep"})
_AHEAD = frozenset({"before", "ahead", "for", "toward", "towards", "until", "pending"})
_SAID = frozenset("offer request invitation demand call proposal threat promise appeal".split())
_ARGUING = frozenset({"argue", "lobby", "push", "campaign", "plead"})
"""What they do it for is only wanted: "*argued for* the arrest of"."""
_PROCESSES = frozenset(
    "investigation inquiry probe trial negotiation talk campaign offensive protest".split()
)
_ON_TOP = {"nsubjpass": ("aim", "design", "intend", "mean"), "dobj": ("press",)}
"""Verbs that tell of an act as given: "the visit was *aimed* at trade", "*pressed* her attack"."""
_WOULD = frozenset("would could might may".split())
_AND_WORD = {"take": ("place",), "go": ("ahead", "forward", "on")}


def around_noun(parse: Parse, noun: Token) -> Iterator[Status | None]:
    """What its modifiers, its preposition and the noun above it say, one by one."""
    if _is_supposed(parse, noun):
        yield Status.HYPOTHETICAL
    for modifier in parse.children(noun, "amod", "compound", "advmod", "nmod"):
        yield status_words().get((modifier.lemma, "a")) or status_words().get((modifier.lower, "a"))
    determiners = {t.lower for t in parse.children(noun, "det")}
    if determiners & {"no", "neither"}:
        yield Status.DENIED
    if (
        "any" in determiners
        and not any(t.lower == "more" for t in parse.children(noun, "amod"))
        and not _is_refused(parse, noun)
        and "all" not in determiners | {t.lower for t in parse.children(noun, "conj", "amod")}
    ):
        yield Status.HYPOTHETICAL
    yield from _by_place(parse, lead_noun(parse, noun))


def _is_refused(parse: Parse, noun: Token) -> bool:
    """ "Without making *any* concessions", "did not make *any*": there are none."""
    verb = governor(parse, noun)
    if verb is None:
        return False
    is_denied = parse.child(verb, "neg") is not None or parse.head(verb).lower == "without"
    return is_denied or (noun.dep == "dobj" and governing_lemma(parse, verb) in verbs_that_deny())


def lead_noun(parse: Parse, noun: Token) -> Token:
    """The noun whose place in the clause an act shares: the first of coordinated ones ("calls for the *arrest* and conviction"), or the one
    that says that it is done ("postponed the *imposition* of tariffs")."""
    while noun.dep == "conj" and parse.head(noun).is_noun and not parse.head(noun).is_proper:
        noun = parse.head(noun)
    above = parse.head(parse.head(noun))
    if noun.dep == "pobj" and parse.head(noun).lower == "of" and above.lemma in word_set("making"):
        return above
    return noun


def _by_place(parse: Parse, noun: Token) -> Iterator[Status | None]:
    """What its preposition and the noun above it say."""
    head = parse.head(noun)
    if noun.dep == "pobj" and head.lower == "from" and parse.head(head).lemma in word_set("barring"):
        yield short_of(parse, parse.head(head), Status.DENIED)
    if noun.dep == "pobj" and (head.lower in _AHEAD or parse.head(head).lower == "ahead"):
        yield _ahead(parse, head)
    if noun.dep == "pobj" and parse.head(head).lemma in word_set("lying_before"):
        yield Status.PLANNED
    if (
        noun.dep in ("pobj", "pcomp")
        and head.lower in ("of", "for", "to", "about", "on", "against")
        and parse.head(head).is_noun
        and not _is_one_more(parse, head)
        and parse.head(head).lemma != "reason"
    ):
        yield status_words().get((parse.head(head).lemma, "n"))
    if noun.dep == "pobj" and head.lower in ("for", "on"):
        yield _plans_for(parse, head)
    if (
        noun.dep == "pobj"
        and head.lower == "to"
        and "forward" in (parse.head(head).lower, *_adverbs(parse, head))
    ):
        yield Status.PLANNED
    if noun.dep in ("compound", "nmod"):
        yield status_words().get((head.lemma, "n"))
    if noun.dep == "pobj" and head.lower == "without":
        yield Status.DENIED


def _is_one_more(parse: Parse, preposition: Token) -> bool:
    """ "A sign of her decision to leave and *of* the inquiry": the decision is not of it."""
    before = parse.tokens[max(0, preposition.i - 1) : preposition.i]
    return any(t.dep == "cc" for t in before) and any(
        t.lower == preposition.lower for t in parse.tokens[: preposition.i - 1]
    )


def _adverbs(parse: Parse, preposition: Token) -> list[str]:
    """ "Looked *forward* to their visit"."""
    return [t.lower for t in parse.children(parse.head(preposition), "advmod")]


def _is_supposed(parse: Parse, noun: Token) -> bool:
    """ "*An* attack would end the talks", "*raids* on Malta would cost votes": none is told of."""
    is_any = any(t.lower in ("a", "an", "another") for t in parse.children(noun, "det"))
    around = [t.lower for t in parse.children(parse.head(noun), "aux")]
    known_by = ("det", "poss", "nummod") if "have" in around else ("det", "poss", "amod", "nummod")
    is_any = is_any or (noun.tag == "NNS" and not parse.children(noun, *known_by))
    return is_any and noun.dep == "nsubj" and any(word in _WOULD for word in around)


def _plans_for(parse: Parse, preposition: Token) -> Status | None:
    """ "Plans are underway for a meeting", "pushed for a deal", "agreed on an inquiry"."""
    if preposition.lower == "on":
        return Status.PLANNED if parse.head(preposition).lemma == "agree" else None
    if parse.head(preposition).is_verb and parse.head(preposition).lemma != "be":
        if parse.head(preposition).lemma in word_set("calls_on") | _ARGUING:
            return Status.HYPOTHETICAL
        return of_word(parse, parse.head(preposition))
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
    is_there = head.lemma == "arrive" and any(
        t.lemma in word_set("journeys") for t in parse.children(preposition, "pobj")
    )
    return Status.PLANNED if head.is_verb and head.lemma in word_set("moving") and not is_there else None


def bearing_verb(parse: Parse, noun: Token) -> Token | None:
    """The verb whose status a noun shares: "will hold talks", "the visit was called off", not "discussed the invasion"."""
    if noun.dep not in _INHERITING:
        return None
    verb = governor(parse, noun)
    if noun.lemma in _SAID and (
        parse.head(noun).lower == "at"
        or (verb is not None and governing_lemma(parse, verb) in verbs_that_deny())
    ):
        return None
    if verb is not None and noun.lemma in word_set("done_by_word") and _is_announced(parse, verb):
        return None
    if verb is not None and (verb.lemma in _ON_TOP.get(noun.dep, ()) or _is_given(parse, noun, verb)):
        return None
    if verb is None or (governing_lemma(parse, verb) in verbs_that_deny() and noun.dep != "nsubj"):
        return verb
    if (
        noun.dep == "pobj"
        and parse.head(noun).lower in ("of", "ahead")
        and parse.head(noun).head == noun.head
    ):
        return None
    thing_of_it = noun.dep in ("dobj", "nsubjpass", "attr") or (
        noun.dep == "pobj"
        and parse.head(noun).head == verb.i
        and not (verb.lemma == "be" and parse.child(verb, "neg") is not None)
        and not (parse.head(noun).lower == "to" and parse.child(verb, "dobj") is not None)
        and parse.head(noun).lower in ("in", "for", "at", "into", "on", "to", "with", "through")
    )
    if verb.lemma in sharing_verbs() | word_set("receiving") and thing_of_it:
        return verb
    if (
        noun.dep in ("nsubjpass", "dobj")
        and status_words().get((governing_lemma(parse, verb), "v")) is not None
    ):
        return verb
    if noun.dep == "nsubj" and (_takes_place(parse, verb) or _is_to_come(parse, noun, verb)):
        return verb
    if noun.dep == "dobj" and verb.tag == "VB" and verb.lemma not in word_set("about_acts"):
        return None if _is_under_way(parse, noun) else verb
    return None


def _is_under_way(parse: Parse, noun: Token) -> bool:
    """ "Join *the talks*", "obstruct *her inquiry*": they go on."""
    is_given = any(t.dep == "poss" or t.lower == "the" for t in parse.children(noun, "det", "poss"))
    return noun.lemma in _PROCESSES and is_given


def _is_given(parse: Parse, noun: Token, verb: Token) -> bool:
    """ "The trouble was not *the Maltese raid*" but something else: the raid is given."""
    is_other = verb.lemma == "be" and noun.dep == "attr" and parse.child(verb, "neg") is not None
    return is_other and any(t.lower == "the" for t in parse.children(noun, "det"))


def _is_announced(parse: Parse, verb: Token) -> bool:
    """ "Announced a *suspension*"; not "will announce", "is expected to announce", "did not announce" it."""
    is_told = verb.tag in ("VBD", "VBN", "VBZ", "VBP", "VBG") and parse.child(verb, "neg") is None
    return verb.lemma in word_set("announcing") and is_told


def _is_to_come(parse: Parse, noun: Token, verb: Token) -> bool:
    """ "The *talks* will turn on trade" are ahead; an invasion that "will cost lives" need not be."""
    is_date = noun.lemma in word_set("journeys") or noun.lemma in word_set("meetings")
    return is_date and any(t.lower in ("will", "shall") for t in parse.children(verb, "aux"))


def _takes_place(parse: Parse, verb: Token) -> bool:
    """ "The visit took place", "went ahead"; not "the visit went over well"."""
    words = _AND_WORD.get(verb.lemma, ())
    return verb.lemma in word_set("taking_place") or any(t.lower in words for t in parse.children(verb))
