"""Reports by nouns and adjectives: "her warning that ...", "is confident that ..."."""

from __future__ import annotations

from dateline.model import Parse, Span, Token
from dateline.statements.assertion import cue_of, is_asserted, is_inference, is_so_much
from dateline.statements.clauses import noun_content
from dateline.statements.cues import Cue
from dateline.statements.report import Report
from dateline.statements.speakers import heads, is_speaker, own_name, phrase, subject_of

_BEARERS = frozenset(
    "issue make repeat reiterate renew express voice deliver give have offer share raise drop withdraw keep hold speak "
    "stand retract level add reject step increase intensify escalate ramp sharpen press defend maintain continue begin resume soften "
    "temper".split()
)
_FROM_OTHERS = frozenset("have enjoy win gain secure lose attract draw seek need receive get".split())
_GIVEN_TO = frozenset("support backing confidence trust".split())


_UNDERGOING = frozenset({"under", "amid", "despite", "against"})
_SHARED = frozenset("common popular widespread general frequent usual prevailing conventional".split())


def noun_report(parse: Parse, noun: Token) -> list[Report]:
    """A noun of speech or thought with an owner: "her warning that ...", "Ruiz repeated a claim that ..."."""
    found = cue_of(parse, noun, "n")
    if found is None:
        return []
    cue, last = found
    if _is_shared(parse, noun, cue):
        return _commonly_said(parse, noun, cue)
    content = noun_content(parse, parse.tokens[last], cue) or noun_content(parse, noun, cue)
    if not content or content[0].start < parse.tokens[last].end:
        return []
    owner = parse.child(noun, "poss")
    start = owner.i + 1 if owner is not None else noun.i
    if owner is None or (owner.tag == "PRP$" and noun.dep != "pobj"):
        owner = _bearer(parse, noun) or owner
    if owner is None or not is_speaker(parse, owner):
        return []
    first = next((t for t in parse.tokens[start : noun.i + 1] if t.dep != "case"), noun)
    names = tuple(own_name(parse, t) for t in heads(parse, owner))
    speaker = _owner_phrase(parse, owner)
    span = Span(first.start, parse.tokens[last].end)
    return [Report(parse.sentence, cue, span, speaker, names, content, None)]


def _is_shared(parse: Parse, noun: Token, cue: Cue) -> bool:
    """ "A common refrain is that ...": nobody's words, everybody's."""
    is_subject = noun.dep == "nsubj" and parse.head(noun).lemma == "be" and "clause" in cue.patterns
    return is_subject and any(t.lower in _SHARED for t in parse.children(noun, "amod"))


def _commonly_said(parse: Parse, noun: Token, cue: Cue) -> list[Report]:
    clause = parse.child(parse.head(noun), "ccomp")
    if clause is None or not is_asserted(parse, parse.head(noun)):
        return []
    return [Report(parse.sentence, cue, noun.span, None, (), (parse.subtree_span(clause),), None)]


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
    if verb.lemma in _FROM_OTHERS and noun.lemma in _GIVEN_TO:
        return None
    if noun.dep == "pobj" and verb.dep == "prep":
        verb = parse.head(verb) if verb.lower not in _UNDERGOING else verb
    if not verb.is_verb or verb.lemma not in _BEARERS or noun.dep not in ("dobj", "pobj"):
        return None
    return subject_of(parse, verb) if is_asserted(parse, verb) else None


def adjective_report(parse: Parse, adjective: Token) -> list[Report]:
    """ "Ruiz is confident that ...", "drivers angry at ...": an attitude, or a verdict."""
    found = cue_of(parse, adjective, "a")
    verb = adjective if parse.child(adjective, "auxpass", "cop") else parse.head(adjective)
    content = noun_content(parse, adjective, found[0]) or _occasion(parse, verb, found[0]) if found else ()
    if found is None or not content or is_so_much(parse, adjective):
        return []
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


def _occasion(parse: Parse, verb: Token, cue: Cue) -> tuple[Span, ...]:
    """ "When the shrine was sold, elders were outraged": what someone feels so about."""
    if cue.klass != "feel" or not cue.prepositions:
        return ()
    clauses = [t for t in parse.children(verb, "advcl") if _opens_with_when(parse, t)]
    return (parse.subtree_span(clauses[0]),) if clauses else ()


def _opens_with_when(parse: Parse, clause: Token) -> bool:
    return any(t.lower == "when" for t in parse.children(clause, "advmod", "mark"))


def _bearer_of_quality(parse: Parse, adjective: Token, verb: Token) -> Token | None:
    head = parse.head(adjective)
    if verb.is_noun or head.is_noun:
        return head if head.i < adjective.i and head.is_proper else None
    if not (verb.is_verb or verb is adjective) or not is_asserted(parse, verb) or is_inference(parse, verb):
        return None
    return subject_of(parse, verb)
