"""Whether an act took place, by the words around its trigger (codebook section 6): the outermost word decides."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.coordination import first_conjunct
from dateline.events.governing_words import PERFORMATIVE, has_infinitive, is_past, of_word, short_of
from dateline.events.light import sharing_verbs
from dateline.events.negation import is_shared
from dateline.events.noun_status import around_noun, bearing_verb, lead_noun
from dateline.events.phrases import relative_bearer
from dateline.events.status_words import governing_lemma, status_words, verbs_that_deny
from dateline.events.verb_status import around_verb, is_ahead
from dateline.events.word_sets import word_set
from dateline.model import Parse, Status, Token

_CLOSED = frozenset({"continue", "keep", "enough"})
"""What will go on is going on (codebook section 6, rule 1); "not enough to" has told all."""

_PERCEIVED = frozenset({"see", "hear", "watch"})


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
        yield from around_noun(parse, trigger)
        lead = lead_noun(parse, trigger)
        verb = relative_bearer(parse, trigger) or bearing_verb(parse, lead)
        if verb is not None and lead.dep in ("dobj", "nsubjpass"):
            yield short_of(parse, verb, of_word(parse, verb))
    while verb is not None:
        yield from around_verb(parse, verb, trigger)
        if _is_purpose_of_wish(parse, verb):
            yield Status.HYPOTHETICAL
        verb = _next_verb(parse, verb)


def _is_purpose_of_wish(parse: Parse, verb: Token) -> bool:
    """ "Asked that they leave *to calm* the town": what is only wished has a purpose that is only wished."""
    if verb.dep != "advcl" or not has_infinitive(parse, verb) or not parse.head(verb).is_verb:
        return False
    return Status.HYPOTHETICAL in around_verb(parse, parse.head(verb), verb)


def _next_verb(parse: Parse, verb: Token) -> Token | None:
    """The next clause outwards that the act is inside of; a coordinated verb shares the frame of the first."""
    if _goes_on(parse, verb):
        return parse.head(verb)
    if verb.dep == "ccomp" and _is_cut_off(parse, verb):
        return None
    if verb.dep == "advcl" and has_infinitive(parse, verb):
        head = parse.head(verb)
        return head if head.lemma in word_set("moving") | word_set("realised") else None
    if _shares_time(parse, verb):
        return parse.head(verb)
    if verb.dep not in ("xcomp", "ccomp", "pcomp", "acl", "oprd") or _is_told_apart(parse, verb):
        return None
    return _above(parse, verb)


def _is_cut_off(parse: Parse, verb: Token) -> bool:
    """ "This is our *promise*: the inquiry will be fair": two sentences in one."""
    return any(t.text in (":", ";") for t in parse.tokens[verb.i : parse.head(verb).i])


def _is_told_apart(parse: Parse, verb: Token) -> bool:
    """ "The rebels *attacking* the port", "glad that they left", "could be seen leaving", "would like to thank": what is around does not matter."""
    head = parse.head(verb)
    if verb.dep == "acl" and verb.tag != "VB" and not _is_written(parse, verb):
        return True
    if verb.tag == "VBG" and head.lemma in _PERCEIVED:
        return True
    if head.lemma in word_set("factive") | _CLOSED and not parse.child(head, "neg"):
        return True
    return head.lemma == "like" and verb.lemma in PERFORMATIVE


def _above(parse: Parse, verb: Token) -> Token | None:
    """The verb that governs a clause, itself or by its noun or adjective."""
    head = parse.head(verb)
    if verb.dep == "pcomp" and head.lower == "from" and parse.head(head).lemma in word_set("barring"):
        return parse.head(head)
    if _is_caused(parse, verb):
        return head
    if verb.dep == "pcomp" and head.lower == "without" and parse.head(head).is_verb:
        return parse.head(head)
    if verb.dep == "pcomp" and head.lower == "by" and parse.head(head).is_verb:
        return parse.head(head)
    if verb.dep == "ccomp" and head.is_verb and (is_past(parse, verb) or not _is_light_or_listed(head)):
        return None if governing_lemma(parse, head) not in verbs_that_deny() else head
    if head.is_verb:
        return head
    is_clause_of_word = (head.is_noun or head.tag.startswith("JJ")) and head.dep != "prep"
    return _negating_noun_verb(parse, head) if is_clause_of_word else None


def _goes_on(parse: Parse, verb: Token) -> bool:
    """A coordinated verb without a subject or auxiliary of its own; what "but" sets against a denial is not denied."""
    head = parse.head(verb)
    own = [t for t in parse.children(verb, "aux") if not (t.lower == "to" and has_infinitive(parse, head))]
    if verb.dep != "conj" or own or parse.child(verb, "nsubj", "nsubjpass"):
        return False
    if head.is_verb and first_conjunct(parse, verb) is not head:
        return False
    after_has = {verb.tag, head.tag} == {"VBN", "VBD"} and any(
        t.lemma == "have" for t in parse.children(head, "aux")
    )
    is_alike = verb.tag == head.tag or {verb.tag, head.tag} == {"VB", "VBP"} or after_has
    return is_alike and (is_shared(parse, verb) or parse.child(head, "neg") is None)


def _is_caused(parse: Parse, verb: Token) -> bool:
    """ "Will not cause them *to leave*": as much took place as the verb above says."""
    own = parse.children(verb, "aux")
    is_bare = verb.tag == "VB" and all(t.lower == "to" for t in own) and not parse.child(verb, "mark")
    return verb.dep == "ccomp" and is_bare and parse.head(verb).is_verb


def _is_written(parse: Parse, verb: Token) -> bool:
    """ "Sent a letter *asking* them to leave"."""
    return verb.tag == "VBG" and parse.head(verb).lemma in word_set("documents")


def _shares_time(parse: Parse, verb: Token) -> bool:
    """ "Will table a resolution *asking* them to leave"."""
    is_participle = verb.dep == "advcl" and verb.tag == "VBG" and verb.head < verb.i
    return (
        is_participle and not parse.child(verb, "mark", "nsubj", "aux") and is_ahead(parse, parse.head(verb))
    )


def _is_light_or_listed(verb: Token) -> bool:
    return verb.lemma in sharing_verbs() or (verb.lemma, "v") in status_words()


def _negating_noun_verb(parse: Parse, word: Token) -> Token | None:
    head = parse.head(word)
    if not head.is_verb or head.i == word.i:
        return None
    is_its_own = word.dep in ("acomp", "attr") or (word.dep == "dobj" and _is_light_or_listed(head))
    return head if is_its_own else None
