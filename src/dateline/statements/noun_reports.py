"""Reports by nouns and adjectives: "her warning that ...", "is confident that ..."."""

from __future__ import annotations

from dateline.model import Parse, Span, Token
from dateline.statements.assertion import cue_of, is_asserted, is_inference
from dateline.statements.clauses import noun_content
from dateline.statements.report import Report
from dateline.statements.speakers import heads, is_speaker, own_name, phrase, subject_of

_BEARERS = frozenset(
    "issue make repeat reiterate renew express voice deliver give have offer share raise drop withdraw keep hold speak "
    "stand retract level add reject".split()
)


def noun_report(parse: Parse, noun: Token) -> list[Report]:
    """A noun of speech or thought with an owner: "her warning that ...", "Ruiz repeated a claim that ..."."""
    found = cue_of(parse, noun, "n")
    if found is None:
        return []
    cue, last = found
    content = noun_content(parse, parse.tokens[last], cue) or noun_content(parse, noun, cue)
    if not content or content[0].start < parse.tokens[last].end:
        return []
    owner = parse.child(noun, "poss")
    start = owner.i + 1 if owner is not None else noun.i
    if owner is None or owner.tag == "PRP$":
        owner = _bearer(parse, noun) or owner
    if owner is None or not is_speaker(parse, owner):
        return []
    first = next((t for t in parse.tokens[start : noun.i + 1] if t.dep != "case"), noun)
    names = tuple(own_name(parse, t) for t in heads(parse, owner))
    speaker = _owner_phrase(parse, owner)
    span = Span(first.start, parse.tokens[last].end)
    return [Report(parse.sentence, cue, span, speaker, names, content, None)]


def _owner_phrase(parse: Parse, owner: Token) -> Span:
    span = phrase(parse, owner)
    mark = parse.child(owner, "case")
    return Span(span.start, mark.start) if mark is not None and mark.end == span.end else span


def _bearer(parse: Parse, noun: Token) -> Token | None:
    """Who makes the claim: "by X", or the subject of "issue", "repeat", "express" and the like."""
    for link in parse.children(noun, "prep", "agent"):
        if link.lower in ("by", "from"):
            return parse.child(link, "pobj")
    verb = parse.head(noun)
    if noun.dep == "pobj" and verb.dep == "prep":
        verb = parse.head(verb)
    if not verb.is_verb or verb.lemma not in _BEARERS or noun.dep not in ("dobj", "pobj"):
        return None
    return subject_of(parse, verb) if is_asserted(parse, verb) else None


def adjective_report(parse: Parse, adjective: Token) -> list[Report]:
    """ "Ruiz is confident that ...", "drivers angry at ...": an attitude, or a verdict."""
    found = cue_of(parse, adjective, "a")
    content = noun_content(parse, adjective, found[0]) if found else ()
    if found is None or not content:
        return []
    verb = adjective if parse.child(adjective, "auxpass", "cop") else parse.head(adjective)
    subject = _bearer_of_quality(parse, adjective, verb)
    if subject is None or subject.lower == "it" or not is_speaker(parse, subject):
        return []
    start = verb.start if verb.lemma == "be" and verb.i < adjective.i else adjective.start
    names = tuple(own_name(parse, t) for t in heads(parse, subject))
    span = Span(start, adjective.end)
    return [
        Report(
            parse.sentence, found[0], span, phrase(parse, subject, without=adjective), names, content, None
        )
    ]


def _bearer_of_quality(parse: Parse, adjective: Token, verb: Token) -> Token | None:
    head = parse.head(adjective)
    if verb.is_noun or head.is_noun:
        return head if head.i < adjective.i else None
    if not (verb.is_verb or verb is adjective) or not is_asserted(parse, verb) or is_inference(parse, verb):
        return None
    return subject_of(parse, verb)
