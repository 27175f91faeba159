"""Whether an act took place, by the words around its trigger (codebook section 6): the outermost word decides."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.clauses import relative_bearer
from dateline.events.light import sharing_verbs
from dateline.events.noun_status import around_noun, bearing_verb
from dateline.events.status_words import status_words, verbs_that_deny
from dateline.events.verb_status import PERFORMATIVE, around_verb, is_ahead, is_past, of_word
from dateline.events.word_sets import word_set
from dateline.model import Parse, Status, Token


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
        verb = relative_bearer(parse, trigger) or bearing_verb(parse, trigger)
        if verb is not None and trigger.dep in ("dobj", "nsubjpass"):
            yield _short_of(parse, verb, of_word(parse, verb))
    while verb is not None:
        yield from around_verb(parse, verb, trigger)
        verb = _next_verb(parse, verb)


def _short_of(parse: Parse, verb: Token, status: Status | None) -> Status | None:
    """ "Prevented an attack": there was none. "A strategy to prevent attacks": there may be some."""
    is_open = verb.tag == "VBG" or any(t.lower == "to" for t in parse.children(verb, "aux"))
    return Status.HYPOTHETICAL if status == Status.DENIED and is_open else status


def _next_verb(parse: Parse, verb: Token) -> Token | None:
    """The next clause outwards that the act is inside of; a coordinated verb shares the frame of the first."""
    if (
        verb.dep == "conj"
        and (verb.tag == parse.head(verb).tag or {verb.tag, parse.head(verb).tag} == {"VB", "VBP"})
        and not parse.child(verb, "nsubj", "nsubjpass", "aux")
    ):
        return parse.head(verb)
    if verb.dep == "advcl" and any(t.lower == "to" for t in parse.children(verb, "aux")):
        head = parse.head(verb)
        return head if head.lemma in word_set("moving") else None
    if _shares_time(parse, verb):
        return parse.head(verb)
    if verb.dep == "acl" and verb.tag != "VB" and parse.head(verb).lemma not in word_set("documents"):
        return None
    if verb.dep in ("xcomp", "ccomp", "pcomp", "acl", "oprd"):
        head = parse.head(verb)
        if head.lemma == "like" and verb.lemma in PERFORMATIVE:
            return None
        if verb.dep == "ccomp" and head.is_verb and (is_past(parse, verb) or not _is_light_or_listed(head)):
            return None if head.lemma not in verbs_that_deny() else head
        if head.is_verb:
            return head
        if head.is_noun or head.tag.startswith("JJ") or head.dep == "prep":
            return _negating_noun_verb(parse, head) if head.dep != "prep" else None
    return None


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
    return head if head.is_verb and head.i != word.i and word.dep in ("acomp", "attr", "dobj") else None
