"""What stands around a verb says whether its act took place: auxiliaries, negation, marks and what governs the clause."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.governing_words import PERFORMATIVE, by_governor, has_infinitive, of_word
from dateline.events.negation import is_negated
from dateline.events.phrases import governor
from dateline.events.status_words import status_words
from dateline.events.word_sets import word_set
from dateline.model import BlockKind, Parse, Status, Token

_FUTURE = frozenset({"will", "'ll", "shall", "wo"})
_MAYBE = frozenset({"may", "might", "could", "can", "should", "must", "ought"})
_ABLE = frozenset({"can", "ca", "could"})
"""With "not" no doubt is left: "could not attack"."""
_SUPPOSED = frozenset({"would", "could", "might"})
_OPEN = frozenset({"possible", "conceivable"})
_SUPPOSING = frozenset({"say", "suppose", "imagine"})
""" "*Say* Malta left": the parse takes it for an auxiliary."""
_DOUBT_MARKS = frozenset({"if", "unless", "whether", "lest"})


def around_verb(parse: Parse, verb: Token, trigger: Token) -> Iterator[Status | None]:
    """What the clause of a verb says of the act at the trigger, from the verb outwards."""
    told = _by_auxiliaries(parse, verb)
    if not is_negated(parse, verb, trigger):
        yield told
    elif any(t.lower in _ABLE for t in parse.children(verb, "aux")):
        yield Status.DENIED
    else:
        yield from (told, Status.DENIED)
    for adverb in parse.children(verb, "advmod"):
        yield status_words().get((adverb.lower, "r"))
    marks = {t.lower for t in parse.children(verb, "mark", "advmod")}
    is_granted = marks == {"if", "even"} and not _is_open(parse, verb)
    if marks & _DOUBT_MARKS and not is_granted:
        yield Status.HYPOTHETICAL
    if _is_present(parse, verb) and (
        marks & {"before", "until"}
        or (marks & {"when", "once"} and (_under_future(parse, verb) or _has_future_time(parse, verb)))
    ):
        yield Status.PLANNED
    if _is_inverted(parse, verb) or _is_of_anyone(parse, verb) or _is_meanwhile(parse, verb):
        yield Status.HYPOTHETICAL
    if _is_of_wished(parse, verb) or _is_choice(parse, verb) or _is_command(parse, verb):
        yield Status.HYPOTHETICAL
    yield by_governor(parse, verb)
    yield _by_possibility(parse, verb) or _by_shared_governor(parse, verb)


def _by_shared_governor(parse: Parse, verb: Token) -> Status | None:
    """ "It is possible that they leave and *we stay*": the second clause stands under the same words. Of "either they leave or *we stay*" neither
    is told."""
    first = parse.head(verb)
    if verb.dep != "conj" or not first.is_verb or parse.child(verb, "nsubj", "nsubjpass") is None:
        return None
    if parse.child(first, "preconj") is not None and any(
        t.lower == "or" for t in parse.children(first, "cc")
    ):
        return Status.HYPOTHETICAL
    return _by_possibility(parse, first) or (Status.HYPOTHETICAL if _is_before_doubt(parse, first) else None)


def _by_possibility(parse: Parse, clause: Token) -> Status | None:
    """ "It is *possible* that they leave"."""
    is_under = clause.dep == "ccomp" and _is_before_doubt(parse, parse.head(clause))
    return Status.HYPOTHETICAL if is_under else None


def _is_before_doubt(parse: Parse, verb: Token) -> bool:
    return any(t.lemma in _OPEN for t in parse.tokens[verb.i + 1 : verb.i + 2])


def _is_of_wished(parse: Parse, verb: Token) -> bool:
    """ "Will seek *a deal in which they leave*", "would spare *states that agreed* to it": of something that is not there yet."""
    noun = parse.head(verb)
    above = governor(parse, noun) if verb.dep == "relcl" else None
    if above is None or parse.children(noun, "poss", "nummod"):
        return False
    determiners = [t.lower for t in parse.children(noun, "det")]
    is_any = all(word in ("a", "an", "any") for word in determiners) and (
        bool(determiners) or noun.tag == "NNS"
    )
    ahead = {t.lower for t in parse.children(above, "aux")} & (_SUPPOSED | _FUTURE)
    tags = ("VBZ", "VBP", "VBD") if "would" in ahead else ("VBZ", "VBP")
    is_wished = bool(ahead) or of_word(parse, above) in (Status.PLANNED, Status.HYPOTHETICAL)
    return is_any and is_wished and verb.tag in tags and not parse.children(verb, "aux")


def _is_command(parse: Parse, verb: Token) -> bool:
    """ "*Call* off this visit", "*let* Malta and Belize stand together": nobody has done it yet."""
    head = parse.head(verb)
    asked = head if verb.dep in ("ccomp", "xcomp") and head.lemma == "let" else verb
    is_bare = asked.tag == "VB" and not parse.children(asked, "nsubj", "nsubjpass", "aux", "auxpass", "mark")
    is_main = asked.dep in ("ROOT", "conj", "ccomp") and (asked.dep == "ROOT" or asked.lemma == "let")
    return is_bare and is_main and parse.sentence.kind != BlockKind.HEADLINE


def _is_choice(parse: Parse, verb: Token) -> bool:
    """ "A decision to keep *or drop* the deal"."""
    first = parse.head(verb) if verb.dep == "conj" else verb
    is_either = any(t.lower == "or" for t in parse.children(first, "cc")) and has_infinitive(parse, first)
    return is_either and parse.head(first).lemma in word_set("choosing")


def _is_open(parse: Parse, verb: Token) -> bool:
    """ "Even if they *could* leave", "even if they agree, it *may* fail": it has not come so far."""
    around = [*parse.children(verb, "aux"), *parse.children(parse.head(verb), "aux")]
    return any(t.lower in _MAYBE | _FUTURE | _SUPPOSED for t in around)


def _is_present(parse: Parse, verb: Token) -> bool:
    """Present or present perfect: "when they meet", "once it has been ratified"."""
    return verb.tag in ("VBP", "VBZ") or any(
        t.tag in ("VBP", "VBZ") for t in parse.children(verb, "aux", "auxpass")
    )


def _is_inverted(parse: Parse, verb: Token) -> bool:
    """ "*Had they left*, we would have met"."""
    doer = parse.child(verb, "nsubj", "nsubjpass")
    return (
        verb.dep in ("advcl", "ccomp")
        and doer is not None
        and any(
            t.lower in ("had", "were", "should") and t.i < doer.i
            for t in parse.children(verb, "aux", "auxpass")
        )
    )


def _is_of_anyone(parse: Parse, verb: Token) -> bool:
    """ "*People who ask* for help must wait", "anyone who joins them": a rule tells of nobody."""
    noun = parse.head(verb)
    if verb.dep != "relcl" or verb.tag not in ("VBP", "VBZ") or noun.lower not in word_set("anyone"):
        return False
    return not parse.children(noun, "det", "nummod", "poss", "amod") or noun.lower == "those"


def _is_meanwhile(parse: Parse, verb: Token) -> bool:
    """ "If he travels there *while visiting* Malta, he *would* face them"."""
    if verb.dep != "advcl" or verb.tag != "VBG" or not parse.child(verb, "mark"):
        return False
    words = {t.lower for t in parse.children(parse.head(verb), "aux")}
    return bool(words & _SUPPOSED) and "have" not in words


def _under_future(parse: Parse, verb: Token) -> bool:
    """ "Will ... when they meet", "would like to discuss it when they meet"."""
    above = [t for t in parse.ancestors(verb) if t.is_verb]
    near = above[: 2 if above and any(t.lower == "to" for t in parse.children(above[0], "aux")) else 1]
    return any(t.lower in _FUTURE | {"would"} for word in near for t in parse.children(word, "aux"))


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
    if own and own[0].tag == "VB" and own[0].lemma in _SUPPOSING:
        return Status.HYPOTHETICAL
    if any(w in _MAYBE for w in words):
        return Status.PLANNED if _is_aim(parse, verb) else Status.HYPOTHETICAL
    if any(w in _FUTURE for w in words):
        return Status.PLANNED
    if "would" in words and "have" in words:
        return Status.HYPOTHETICAL
    if any(w in ("would", "'d") for w in words if verb.tag == "VB" or "be" in words):
        if _is_said_by_speaker(parse, verb) or _is_looked_back_on(parse, verb):
            return None
        is_need = verb.lemma == "have" and parse.child(verb, "xcomp") is not None
        is_firm = not is_need and (_is_reported(parse, verb) or parse.child(verb, "neg") is not None)
        return Status.PLANNED if is_firm else Status.HYPOTHETICAL
    if verb.tag == "VBG" and any(t.lemma == "be" for t in own) and _has_future_time(parse, verb):
        return Status.PLANNED
    is_title = parse.sentence.kind == BlockKind.HEADLINE or parse.child(verb, "nsubj") is not None
    if "to" in words and verb.dep == "ROOT" and is_title:
        return Status.PLANNED
    return None


def _is_aim(parse: Parse, verb: Token) -> bool:
    """ "Left *so that* they could meet": it lies ahead as what is told does."""
    marks = [t.lower for t in parse.children(verb, "mark")]
    return marks == ["so", "that"] and verb.dep == "advcl"


def _is_said_by_speaker(parse: Parse, verb: Token) -> bool:
    """ "I would urge them to leave" urges them."""
    doer = parse.child(verb, "nsubj")
    return verb.lemma in PERFORMATIVE and doer is not None and doer.lower in ("i", "we")


def _is_looked_back_on(parse: Parse, verb: Token) -> bool:
    """ "He *would later* thank them" tells what he did."""
    is_open = parse.child(verb, "advcl", "neg") is not None
    return (
        verb.dep == "ROOT" and not is_open and any(t.lower == "later" for t in parse.children(verb, "advmod"))
    )


def _is_reported(parse: Parse, verb: Token) -> bool:
    """ "He said they would meet": the future seen from the past."""
    head = parse.head(verb)
    above = parse.head(head) if head.tag.startswith("JJ") else head
    conditions = [t for clause in parse.children(verb, "advcl") for t in parse.children(clause, "mark")]
    is_open = any(t.lower in _DOUBT_MARKS for t in conditions)
    is_content = verb.dep == "ccomp" or (verb.dep == "xcomp" and parse.child(verb, "nsubj") is not None)
    return is_content and above.tag in ("VBD", "VBN") and not is_open


def is_ahead(parse: Parse, verb: Token) -> bool:
    """Whether an auxiliary puts the verb in the future."""
    return any(t.lower in _FUTURE for t in parse.children(verb, "aux"))


def _has_future_time(parse: Parse, verb: Token) -> bool:
    below = {t.lower for t in parse.subtree(verb)}
    return bool(below & {"tomorrow", "tonight", "next", "later", "soon", "upcoming"})
