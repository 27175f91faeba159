"""What the word that a clause hangs on says of the act in it: "plans to", "denied that", "too weak to", "without"."""

from __future__ import annotations

from dateline.events.clauses import planned_in, subject
from dateline.events.light import sharing_verbs
from dateline.events.negation import is_negated
from dateline.events.phrases import phrases
from dateline.events.status_words import governing_lemma, status_words
from dateline.events.voice import is_passive
from dateline.events.word_sets import word_set
from dateline.model import WEEKDAYS, Parse, Status, Token

_SAYING = frozenset("like call phone telephone write speak want wish".split())
_RANKS = frozenset("first second third fourth fifth only last latest next sole another".split())
_NEEDED = frozenset(["need", "necessary", "require"])
_ABOUT_ACTS = frozenset("before of for about from on in to against at including like".split())
_WANTING = frozenset({"want", "need"})
"""With a bare participle nothing is told: "wants them released"."""
_INSISTING = frozenset("insist demand urge request recommend propose ask require".split())
_LACKED = frozenset({"need", "want", "require", "lack", "seek"})
"""Whoever is to do it is not there yet: "needs a judge to look into it"."""
_SINGULAR = frozenset({"he", "she", "it"})
"""With these a bare verb is a wish: "insistence that she *meet* him"."""
_IMAGINED = frozenset(
    "narrative impression perception illusion myth fiction fantasy pretense pretence".split()
)
"""What somebody only makes others think."""
_HINTING = frozenset({"suggest", "indicate"})
"""With a future they hedge, and doubt nothing."""
_DECIDING = frozenset({"opt", "decide", "choose"})
_NOT_YET = frozenset({"early", "soon"})
PERFORMATIVE = frozenset(
    "thank congratulate apologise apologize ask urge assure praise commend salute".split()
)
"""Verbs that are done by being said: "would like to thank"."""


def by_governor(parse: Parse, verb: Token) -> Status | None:
    """What the word that the clause hangs on says of it."""
    head, has_to = parse.head(verb), has_infinitive(parse, verb)
    if _is_without_sign(parse, head, verb) or (
        has_to and (_is_little(parse, head) or _is_no_try(parse, head))
    ):
        return Status.DENIED
    if head.i == verb.i or _is_done_by_saying(head, verb, has_to=has_to) or _is_told_by(parse, head, verb):
        return None
    if _is_wished(parse, head) or _is_unsaid(parse, verb) or _is_called_for(parse, head, verb):
        return Status.HYPOTHETICAL
    plan = planned_in(parse, verb)
    if plan is not None:
        return of_word(parse, plan)
    known = has_to and (_by_measure(parse, head, verb) or _by_necessity(parse, head, verb))
    known = known or _by_aspect(parse, head, verb, has_to=has_to)
    if known:
        return known
    is_governed = verb.dep in ("xcomp", "ccomp", "oprd") or (verb.dep == "pcomp" and head.dep != "prep")
    if is_governed or (verb.dep in ("acl", "advcl", "relcl") and has_to):
        known = None if _is_foretold(parse, head, verb) else of_word(parse, head)
        if known in (Status.HYPOTHETICAL, Status.PLANNED) and verb.dep == "ccomp" and is_past(parse, verb):
            return known if head.lemma in _WANTING else None
        if known == Status.HYPOTHETICAL and head.lemma in _NEEDED:
            return _of_need(parse, head, verb)
        if known is not None:
            return known
    if verb.dep == "pcomp" and head.dep == "prep":
        found = _by_preposition(parse, head)
        if found is not None:
            return found
    return _by_purpose(parse, head, verb) if has_to else None


def of_word(parse: Parse, head: Token) -> Status | None:
    """What a governing verb, noun or adjective says of an act."""
    if head.is_verb and head.lemma == "weigh" and any(t.lower == "in" for t in parse.children(head, "prt")):
        return None
    if head.is_verb:
        found = status_words().get((governing_lemma(parse, head), "v"))
        if found is None and is_passive(parse, head):
            found = status_words().get((head.lower, "a"))
        return found
    return status_words().get((head.lemma, "n" if head.is_noun else "a"))


def short_of(parse: Parse, verb: Token, status: Status | None) -> Status | None:
    """ "Prevented an attack": there was none. "A strategy to prevent attacks": there may be some."""
    is_open = verb.tag == "VBG" or has_infinitive(parse, verb)
    return Status.HYPOTHETICAL if status == Status.DENIED and is_open else status


def has_infinitive(parse: Parse, verb: Token) -> bool:
    """Whether "to" stands before the verb."""
    return any(t.lower == "to" for t in parse.children(verb, "aux"))


def is_past(parse: Parse, verb: Token) -> bool:
    """ "The report suggests that they met", "were met": who says so hedges, but the act is told as past."""
    return (
        verb.tag == "VBD"
        or any(t.lemma == "have" for t in parse.children(verb, "aux"))
        or any(t.tag == "VBD" for t in parse.children(verb, "auxpass"))
    )


def _is_foretold(parse: Parse, head: Token, verb: Token) -> bool:
    """ "Reports *suggest* that they will meet"."""
    return head.lemma in _HINTING and any(t.lower in ("will", "'ll") for t in parse.children(verb, "aux"))


def _is_unsaid(parse: Parse, verb: Token) -> bool:
    """What is wanted, or only thought: "created *the impression* that they met"."""
    head = parse.head(verb)
    is_imagined = head.lemma in _IMAGINED and verb.dep in ("acl", "ccomp")
    return (is_imagined and not has_infinitive(parse, verb)) or _is_bare(parse, verb)


def _is_doubted(parse: Parse, verb: Token) -> bool:
    """ "It did not appear that they met": the "not" is of what appears."""
    head = parse.head(verb)
    return verb.dep == "ccomp" and head.lemma in word_set("opinions") and parse.child(head, "neg") is not None


def _is_claim(parse: Parse, verb: Token) -> bool:
    """ "Rejected reports *that they met*"."""
    noun = parse.head(verb)
    if verb.dep not in ("acl", "ccomp") or noun.lemma not in word_set("claims"):
        return False
    if parse.child(verb, "nsubj", "nsubjpass") is None:
        return False
    above = parse.head(noun)
    return noun.dep == "dobj" and above.lemma in word_set("rebutting") and above.tag != "VB"


def _is_without_sign(parse: Parse, head: Token, verb: Token) -> bool:
    """ "Showed *no sign that he left*"."""
    is_told = verb.dep in ("acl", "ccomp") and not has_infinitive(parse, verb)
    return is_told and head.lemma in word_set("signs") and _has_none(parse, head)


def _is_little(parse: Parse, head: Token) -> bool:
    """ "Did *little* to stop them"."""
    return head.lemma == "do" and any(t.lower in ("little", "nothing") for t in parse.children(head, "dobj"))


def _is_no_try(parse: Parse, head: Token) -> bool:
    """ "Saw *no attempt* to invade Malta"; of "made *no attempt*" the verb tells."""
    is_none = head.lemma in word_set("trying") and head.is_noun and _has_none(parse, head)
    return is_none and parse.head(head).lemma not in sharing_verbs()


def _is_told_by(parse: Parse, head: Token, verb: Token) -> bool:
    """ "Was able to leave", "allowed them to leave", "tried to kill", "only to leave": it was done. What a law allows may be done. Where it is not
    allowed, "not" tells it."""
    if head.lemma in word_set("attempting") and verb.lemma in word_set("forceful"):
        return True
    if verb.dep == "advcl" and any(
        t.lower == "only" and t.i < verb.i for t in parse.children(verb, "advmod")
    ):
        return True
    if head.lemma != "able" and head.lemma not in word_set("letting"):
        return False
    above = head if head.is_verb else parse.head(head)
    if head.lemma == "able" or is_negated(parse, above, verb):
        return above.tag == "VBD" or is_negated(parse, above, verb)
    if is_passive(parse, head) or not is_past(parse, head):
        return False
    doer = subject(parse, head)
    return doer is not None and doer.lemma not in word_set("papers") and verb.dep in ("ccomp", "xcomp")


def _is_wished(parse: Parse, head: Token) -> bool:
    would = any(t.lower in ("would", "'d") for t in parse.children(head, "aux"))
    is_missed = head.lemma == "expect" and any(t.lemma == "have" for t in parse.children(head, "aux"))
    return (head.lemma in ("like", "love", "prefer") or is_missed) and would


def _is_called_for(parse: Parse, head: Token, verb: Token) -> bool:
    """ "Pressure grew *for Ruiz to resign*"."""
    if verb.dep != "advcl" or not any(t.lower == "for" for t in parse.children(verb, "mark")):
        return False
    pressure = parse.child(head, "nsubj")
    return pressure is not None and status_words().get((pressure.lemma, "n")) == Status.HYPOTHETICAL


def _is_bare(parse: Parse, verb: Token) -> bool:
    """ "Insisted that the crew *be* released", "the proposal that he *leave*": wanted, not told."""
    own = parse.children(verb, "aux", "auxpass")
    if verb.dep not in ("ccomp", "acl") or not parse.child(verb, "nsubj", "nsubjpass"):
        return False
    if any(t.tag == "MD" or t.lower in ("to", "do", "does", "did") for t in own):
        return False
    doer = parse.child(verb, "nsubj", "nsubjpass")
    if verb.tag == "VBP" and doer is not None and doer.lower in _SINGULAR and not own:
        return True
    is_base = verb.tag == "VBP" and doer is not None and not own and parse.child(doer, "conj") is None
    is_name = doer is not None and doer.tag == "NNP"
    is_one = is_name or (doer is not None and doer.tag == "NN" and parse.head(verb).lemma in _INSISTING)
    if verb.tag == "VB" or (is_base and is_one):
        return any(t.lower == "that" for t in parse.children(verb, "mark"))
    return any(t.lower == "be" for t in own[:1])


def _by_aspect(parse: Parse, head: Token, verb: Token, *, has_to: bool) -> Status | None:
    """ "Is to leave", "is going to leave", "has yet to leave", "stopped leaving", "did not appear to leave"."""
    if head.lemma == "be" and verb.dep in ("xcomp", "ccomp") and has_to:
        return Status.PLANNED
    if head.lemma == "go" and head.tag == "VBG" and verb.dep == "xcomp" and has_to:
        return Status.PLANNED
    if head.lemma == "have" and has_to and any(t.lower == "yet" for t in parse.children(head, "advmod")):
        return Status.DENIED
    if head.lemma in word_set("ceasing") and verb.tag == "VBG" and verb.dep == "xcomp":
        return Status.DENIED
    if _is_doubted(parse, verb) or _is_claim(parse, verb):
        return Status.DENIED
    if (
        verb.dep in ("xcomp", "ccomp")
        and has_to
        and head.lemma in word_set("directing") | word_set("striving")
    ):
        return Status.HYPOTHETICAL
    return Status.HYPOTHETICAL if has_to and _is_called_on(parse, head) else None


def _is_called_on(parse: Parse, head: Token) -> bool:
    """ "Called *on* Malta to act"; not "called Malta *on Monday* to thank it"."""
    calls = head.lemma in word_set("calls_on") | word_set("calls_to")
    whom = [
        t for p in parse.children(head, "prep") if p.lower in ("on", "for", "to") for t in parse.children(p)
    ]
    return calls and any(t.lemma not in WEEKDAYS for t in whom)


def _by_measure(parse: Parse, head: Token, verb: Token) -> Status | None:
    """ "Too weak to attack", "did not go far enough to demand action": not done. "Strong enough to attack", "too early to attack": may be."""
    near = [head, *parse.children(head, "advmod"), *parse.children(parse.head(head), "advmod")]
    if any(t.lower == "too" for t in near):
        return Status.HYPOTHETICAL if head.lemma in _NOT_YET else Status.DENIED
    if not any(t.lower == "enough" for t in near):
        return None
    above = [t for t in (head, *parse.ancestors(head)) if t.is_verb]
    return Status.DENIED if any(is_negated(parse, t, verb) for t in above[:2]) else Status.HYPOTHETICAL


def _by_necessity(parse: Parse, head: Token, verb: Token) -> Status | None:
    """ "It is (not) *necessary* for them to test"."""
    needed = parse.child(head, "acomp") if head.lemma == "be" else None
    return _of_need(parse, needed, verb) if needed is not None and needed.lemma in _NEEDED else None


def _of_need(parse: Parse, head: Token, act: Token) -> Status | None:
    """ "No need to test", "no longer needed to test": it is not done. Where the parse leads on to "not", that tells it."""
    if any(t.lower == "no" for t in parse.children(head, "det")):
        return Status.DENIED
    verb = head if head.is_verb else parse.head(head)
    if not is_negated(parse, verb, head):
        return Status.HYPOTHETICAL
    return Status.DENIED if act.dep == "advcl" else None


def _is_done_by_saying(head: Token, verb: Token, *, has_to: bool) -> bool:
    """ "I would like to thank", "called to congratulate"; "the first to leave"."""
    return (head.lemma in _SAYING and verb.lemma in PERFORMATIVE) or (has_to and head.lower in _RANKS)


def _by_preposition(parse: Parse, preposition: Token) -> Status | None:
    """What a preposition before a gerund says: "without meeting", "before leaving", "looking forward to meeting", "kept them from leaving"."""
    word, head = preposition.lower, parse.head(preposition)
    if word == "without" or (
        word == "of" and any(t.lower == "instead" for t in (head, *_before(parse, preposition)))
    ):
        return Status.DENIED
    known = _by_pair(parse, word, head)
    if known is not None:
        return known
    if word == "from" and head.is_verb and head.lemma in word_set("barring"):
        is_help = parse.head(head).lemma == "help"
        return Status.HYPOTHETICAL if is_help else short_of(parse, head, Status.DENIED)
    is_aside = (word == "in" and preposition.i < head.i) or (word == "about" and head.lemma == "ask")
    if word not in _ABOUT_ACTS or is_aside:
        return None
    is_told = head.is_verb and is_past(parse, head)
    return of_word(parse, head) or (Status.PLANNED if word == "before" and not is_told else None)


def _by_pair(parse: Parse, word: str, head: Token) -> Status | None:
    """What a word and its preposition say together: "no sign of", "believe in", "hold off on", "opt against", "look to", "open to", "call for", "talk about"."""
    if word == "of" and head.lemma in word_set("signs") and _has_none(parse, head):
        return Status.DENIED
    if word == "in" and head.lemma in word_set("opinions"):
        return Status.DENIED if is_negated(parse, head, head) else Status.HYPOTHETICAL
    if word == "on" and head.lemma == "hold" and any(t.lower == "off" for t in parse.children(head, "prt")):
        return Status.DENIED
    if word == "against" and head.lemma in _DECIDING:
        return Status.DENIED
    is_open = (word, head.lemma) in (("to", "look"), ("to", "open")) or (
        word == "for" and head.lemma in word_set("calls_on")
    )
    is_talk = word in ("on", "about", "over") and head.lemma in word_set("talking")
    return Status.HYPOTHETICAL if is_open or is_talk else None


def _has_none(parse: Parse, noun: Token) -> bool:
    return any(t.lower in ("no", "little") for t in parse.children(noun, "det", "amod"))


def _before(parse: Parse, token: Token) -> tuple[Token, ...]:
    return parse.tokens[max(0, token.i - 1) : token.i]


def _by_purpose(parse: Parse, head: Token, verb: Token) -> Status | None:
    """An infinitive of purpose lies ahead, unless its governor tells that it was done."""
    if head.is_noun and parse.head(head).lemma in _LACKED:
        return Status.HYPOTHETICAL
    if any(t.lemma == "have" for t in parse.children(verb, "aux")):
        return None
    under_way = word_set("moving") - word_set("assembling")
    if verb.lemma in word_set("said") and _is_told(parse, head) and head.lemma not in under_way:
        return None
    if head.lemma == "take" and any(t.lemma in word_set("time") for t in parse.children(head, "dobj")):
        return None
    if _is_ranked(parse, head):
        return None
    if verb.dep not in ("advcl", "acl", "xcomp", "relcl") or head.lemma in word_set("realised"):
        return None
    return Status.PLANNED if verb.dep != "xcomp" or head.lemma in word_set("moving") or head.is_noun else None


def _is_ranked(parse: Parse, head: Token) -> bool:
    """ "The first to leave", "one of the earliest members to leave", "was one of the first to leave"."""
    if head.lemma == "be":
        return any(_is_rank(t) for noun in parse.children(head, "attr") for t in parse.subtree(noun))
    if not head.is_noun and head.tag != "CD":
        return False
    nouns = [head, *(phrases(parse, head, "of") if head.tag == "CD" else [])]
    return any(_is_rank(t) for noun in nouns for t in parse.children(noun, "amod"))


def _is_rank(word: Token) -> bool:
    """ "First", "strongest", "456th"."""
    return word.lower in _RANKS or word.tag == "JJS" or word.lower[:1].isdigit()


def _is_told(parse: Parse, verb: Token) -> bool:
    """Past, or a participle beside something past: "marched, *burning* flags to protest"."""
    if verb.tag == "VBG" and verb.dep == "advcl" and not parse.child(verb, "mark", "aux"):
        return is_past(parse, parse.head(verb))
    return is_past(parse, verb)
