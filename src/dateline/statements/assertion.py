"""Whether a cue is there, and whether the page asserts that someone said or thought so (codebook section 4, rule 10)."""

from __future__ import annotations

from dateline.model import Parse, Token
from dateline.statements.cues import Cue, cue_table, lemma_of_form
from dateline.statements.speakers import is_source, is_usual_for, subject_of

_ARTICLES = frozenset({"a", "an", "the"})
_DOUBTFUL = frozenset({"could", "may", "might", "should", "must", "can", "ca"})
_NO_CLAUSE = frozenset({"amod", "compound", "nsubj", "csubj"})
_CONTINUING = frozenset({"go", "continue", "proceed", "begin", "start", "come"})
_READING = frozenset("suggest indicate show mean imply seem appear sign signal underline look".split())


def cue_of(parse: Parse, token: Token, pos: str) -> tuple[Cue, int] | None:
    """The longest cue at a word, and the index of its last token."""
    lemma = token.lower if pos == "a" else token.lemma
    if pos == "v":
        lemma = lemma_of_form().get(token.lower, token.lemma)
    particle = parse.child(token, "prt") if pos == "v" else None
    if pos == "v" and any(t.lower == "back" for t in parse.children(token, "advmod")):
        return None
    for cue in cue_table().of(pos, lemma):
        if particle is not None and particle.lower not in (cue.rest or ("out",)):
            continue
        last = _last_word(parse, token, cue)
        if last is not None:
            return cue, last
    return None


def _last_word(parse: Parse, token: Token, cue: Cue) -> int | None:
    last = token.i
    for word in cue.rest:
        nearby = parse.tokens[last + 1 : token.i + 5]
        match = next((t for t in nearby if t.lower == word and (t.head == token.i or t.i == last + 1)), None)
        if match is None:
            return None
        last = match.i
    return last


def is_asserted(parse: Parse, verb: Token) -> bool:
    """False for speech that is negated, only possible, or still to come as an infinitive."""
    if verb.dep in _NO_CLAUSE or _is_epithet(parse, verb):
        return False
    if verb.dep == "conj" and parse.head(verb).dep in _NO_CLAUSE:
        return False
    auxiliaries = [*parse.children(verb, "aux", "neg", "advmod")]
    if any(
        t.dep == "neg" or t.lower in ("never", "not", "n't", "n’t") or t.lower in _DOUBTFUL
        for t in auxiliaries
    ):
        return False
    if any(t.lower == "to" for t in parse.children(verb, "aux")):
        head = parse.head(verb)
        goes_on = verb.dep == "xcomp" and head.lemma in _CONTINUING
        return (goes_on or is_usual_for(parse, verb) is not None) and is_asserted(parse, head)
    is_joined = verb.dep == "conj" and not parse.child(verb, "nsubj", "aux")
    if is_joined and verb.tag in ("VB", "VBP") and "VB" in (verb.tag, parse.head(verb).tag):
        return False
    mark = parse.child(verb, "mark")
    return mark is None or mark.lower not in ("if", "whether", "unless")


def is_so_much(parse: Parse, adjective: Token) -> bool:
    """ "So stunned by the loss that many wept": the clause is the result, not what is felt."""
    return any(t.lower == "so" for t in parse.children(adjective, "advmod"))


def _is_epithet(parse: Parse, verb: Token) -> bool:
    """ "Calling the alleged plot a disgrace", "a training and advising role": a participle between an article and its noun."""
    first = verb.i
    if first > 1 and parse.tokens[first - 1].tag == "CC":
        first -= 2
    before, after = parse.tokens[:first][-1:], parse.tokens[verb.i + 1 : verb.i + 2]
    if not before or not after or not after[0].is_noun:
        return False
    return (verb.tag == "VBN" and before[0].tag == "DT") or (
        verb.tag == "VBG" and before[0].lower in _ARTICLES
    )


def is_inference(parse: Parse, verb: Token) -> bool:
    """ "The trip suggests that she is confident": the author's reading, not her attitude."""
    token = verb
    while token.dep in ("ccomp", "conj", "xcomp", "acl", "advcl") and token.head != token.i:
        token = parse.head(token)
        if token.lemma in _READING:
            subject = subject_of(parse, token)
            return subject is None or not is_source(subject)
    return False
