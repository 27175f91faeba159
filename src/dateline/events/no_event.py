"""Words of a frame that bear no event all the same, by what stands around them."""

from __future__ import annotations

from dateline.events.clauses import agent, direct_object
from dateline.events.frames import Frame
from dateline.events.phrases import phrases
from dateline.events.voice import is_passive
from dateline.events.word_sets import word_set
from dateline.model import Parse, Token

_REFLEXIVE = frozenset("commit blow chain ally turn give surrender align".split())
_LAWS = frozenset({"bill", "law", "legislation", "amendment", "measure"})
_AGREED = frozenset({"would", "should", "must", "shall"})
_ONES_OWN = frozenset({"defend", "justify"})


def is_no_event(frame: Frame, parse: Parse, trigger: Token) -> bool:
    """Whether the word at which a frame holds tells of no act between two."""
    return any(rule(frame, parse, trigger) for rule in _NO_EVENT)


def _is_to_oneself(frame: Frame, parse: Parse, verb: Token) -> bool:
    """Suicide, self-defence and the like."""
    if frame.lemma in _REFLEXIVE:
        return False
    return any(t.lower.endswith(("self", "selves")) for t in parse.children(verb, "dobj"))


def _is_general(frame: Frame, parse: Parse, verb: Token) -> bool:
    """What can be done to anybody, by nobody in particular: "presidents can be charged"."""
    words = {t.lower for t in parse.children(verb, "aux")}
    if words & {"can", "ca"} and any(t.lower == "you" for t in parse.children(verb, "nsubj")):
        return True
    return (
        "can" in words
        and frame.plover in ("ACCUSE", "SANCTION", "COERCE")
        and is_passive(parse, verb)
        and agent(parse, verb) is None
    )


def _is_vow_against(frame: Frame, parse: Parse, verb: Token) -> bool:
    """ "Vowed not to let them in", "promised that the port would never reopen" is no agreement."""
    clauses = parse.children(verb, "xcomp", "ccomp") if frame.plover == "AGREE" else []
    return any(parse.child(clause, "neg") is not None for clause in clauses)


def _is_about_oneself(frame: Frame, parse: Parse, trigger: Token) -> bool:
    """ "A negotiation with themselves", "defended her decision"."""
    if any(t.lower.endswith(("self", "selves")) for t in phrases(parse, trigger, "with")):
        return True
    thing = direct_object(parse, trigger) if frame.lemma in _ONES_OWN and trigger.is_verb else None
    return thing is not None and any(t.tag == "PRP$" for t in parse.children(thing, "poss"))


def _is_interview(frame: Frame, parse: Parse, verb: Token) -> bool:
    """ "She said when asked to consider it", "pressed on the matter, he said": a reporter's question is no request."""
    is_open = (
        frame.plover == "REQUEST" and verb.is_verb and is_passive(parse, verb) and agent(parse, verb) is None
    )
    if not is_open or verb.dep != "advcl":
        return False
    return (
        any(t.lower in ("when", "if", "as") for t in parse.children(verb, "advmod", "mark"))
        or verb.tag == "VBN"
    )


def _is_opinion(frame: Frame, parse: Parse, verb: Token) -> bool:
    """ "Agreed in part with what she wrote" is no agreement of two."""
    if frame.lemma != "agree" or not verb.is_verb or parse.child(verb, "xcomp", "ccomp"):
        return False
    return any(parse.child(prep, "pcomp") is not None for prep in parse.children(verb, "prep"))


def _is_to_blame(frame: Frame, parse: Parse, verb: Token) -> bool:
    """ "Both sides are *to blame*": they blame nobody."""
    is_open = frame.lemma == "blame" and verb.is_verb and direct_object(parse, verb) is None
    return (
        is_open
        and parse.head(verb).lemma == "be"
        and any(t.lower == "to" for t in parse.children(verb, "aux"))
    )


def _is_shared_opinion(frame: Frame, parse: Parse, verb: Token) -> bool:
    """ "Agree that a war *will have* its price": they think alike, and promise nothing."""
    told = parse.children(verb, "ccomp") if frame.lemma == "agree" else []
    told = [t for t in told if not any(aux.lower in _AGREED for aux in parse.children(t, "aux"))]
    return any(t.lemma in ("be", "have", "need") for t in told)


def _is_former(frame: Frame, parse: Parse, verb: Token) -> bool:
    """ "Recently *resigned* director Leo Brandt": who left an office, in a list of names."""
    after = parse.tokens[verb.i + 1 :][:1] if frame.mode == "resign" and verb.is_verb else ()
    return any(t.is_proper and t.lemma not in word_set("time") for t in after)


def _is_reception(frame: Frame, parse: Parse, verb: Token) -> bool:
    """ "The plan was *met* with doubt": nobody was."""
    return (
        frame.lemma == "meet"
        and verb.is_verb
        and is_passive(parse, verb)
        and bool(phrases(parse, verb, "with"))
    )


def _is_query(frame: Frame, parse: Parse, verb: Token) -> bool:
    """ "Questions that he wants to *ask* Ruiz" are no request."""
    if frame.lemma != "ask" or not verb.is_verb:
        return False
    nouns = [*parse.children(verb, "dobj"), *(t for t in parse.ancestors(verb) if t.is_noun)]
    return any(t.lemma == "question" for t in nouns[:3])


def _is_proverb(_: Frame, parse: Parse, verb: Token) -> bool:
    """ "*A neighbour who asks* does not wait": of any such one."""
    noun, above = parse.head(verb), parse.head(parse.head(verb))
    is_now = verb.tag in ("VBZ", "VBP") and not parse.children(verb, "aux")
    is_any = any(t.lower in ("a", "an", "any", "every") for t in parse.children(noun, "det"))
    return verb.dep == "relcl" and is_now and is_any and noun.dep == "nsubj" and _is_present(parse, above)


def _is_present(parse: Parse, verb: Token) -> bool:
    helpers = parse.children(verb, "aux")
    return verb.tag in ("VBZ", "VBP") or (
        verb.tag == "VB" and any(t.lower in ("do", "does") for t in helpers)
    )


def _is_errand(frame: Frame, parse: Parse, verb: Token) -> bool:
    """ "Visited *the restaurant*" has no host."""
    thing = direct_object(parse, verb) if frame.mode == "visit" and verb.is_verb else None
    return thing is not None and not thing.is_proper and thing.lemma in word_set("premises")


def _is_told_words(frame: Frame, parse: Parse, verb: Token) -> bool:
    """ "Told the host, “Not yet!”" asks for nothing: only "told him *to* wait" does."""
    if frame.lemma != "tell" or frame.plover != "REQUEST":
        return False
    clauses = parse.children(verb, "xcomp", "ccomp", "advcl")
    return not any(t.lower == "to" for clause in clauses for t in parse.children(clause, "aux"))


def _is_bill(frame: Frame, parse: Parse, verb: Token) -> bool:
    """ "A bill *seeking* help for growers" says what it is for."""
    is_purpose = frame.plover == "REQUEST" and verb.dep == "acl" and verb.tag == "VBG"
    return is_purpose and parse.head(verb).lemma in _LAWS


def _is_modifier(_: Frame, parse: Parse, verb: Token) -> bool:
    """ "Has enough *pledged* delegates": the parse takes it for the verb."""
    if (
        verb.tag not in ("VBN", "VBD")
        or verb.i in (0, len(parse.tokens) - 1)
        or parse.child(verb, "aux", "auxpass")
    ):
        return False
    before, behind = parse.tokens[verb.i - 1], parse.tokens[verb.i + 1]
    return (before.tag in ("DT", "PRP$", "CD") and behind.tag in ("NN", "NNS")) or (
        before.lower == "enough" and behind.tag == "NNS"
    )


def _is_on_anybody(frame: Frame, parse: Parse, noun: Token) -> bool:
    """ "Attacks on *any* of us are attacks on all": a saying tells of none."""
    if frame.plover != "ASSAULT" or noun.is_verb or parse.child(noun, "det", "poss", "nummod") is not None:
        return False
    victims = [*phrases(parse, noun, "on"), *phrases(parse, noun, "against")]
    return any(t.lower in ("any", "every") for victim in victims for t in parse.children(victim, "det"))


_NO_EVENT = (
    _is_modifier,
    _is_on_anybody,
    _is_errand,
    _is_bill,
    _is_told_words,
    _is_proverb,
    _is_query,
    _is_reception,
    _is_shared_opinion,
    _is_former,
    _is_to_blame,
    _is_opinion,
    _is_to_oneself,
    _is_general,
    _is_vow_against,
    _is_about_oneself,
    _is_interview,
)
