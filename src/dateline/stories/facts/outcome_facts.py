"""Whether and how: questions with one answer that pages answer differently (codebook section 9, rule 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model import Fact, Span
from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.claims import Claim, claim_facts, conflicts_only
from dateline.stories.facts.doers import are_of_two_persons, is_of_oneself
from dateline.stories.facts.ideas import Ideas
from dateline.stories.facts.outcomes import Outcome, Question, can_both_be, contrary_of, find_outcomes
from dateline.stories.facts.questions import asked, is_quoted
from dateline.stories.facts.tellings import Clause

_SHARED = {"sentence": 0.4, "rare": 0.7, "cause": 0.0}
_LEAST = 0.1
_SHARED_BESIDE = 1.8
"""Below the opening, where pages tell of many matters."""
_OPENING = 6
_SHARED_BY_ONE_PAGE = 0.2
_SHARED_BY_QUARREL = 0.2
_UNREAL = re.compile(
    r"\b(?:will|would|shall|may|might|could|can|should|must|if|unless|whether|until|or|fears?|feared|likely|possible|possibly"
    r"|to|plans?|planned|expected|expects?|hopes?|hoped|threatened|vowed|promised|wants?|wanted|due|since|called for|urged|proposed)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|is to|are to|was to|were to|is going to|are going to"
    r"|(?:promised|vowed|pledged|plans?|planned|intends?|decided|due|set|about|agreed) to)(?: not| never)?(?: be| also| soon| now| then| let| \w+ly)?\s+$",
    re.IGNORECASE,
)
_IF = re.compile(r"\b(?:if|unless|whether|could|might|may|should|until)\b", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:not|never|no|nobody|none|nor|neither|cannot|without|yet to|failed to|refus\w+|den(?:y|ie[sd]|ying))\b|n['’]t\b",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"\b(?:caus(?:e|es|ed|ing)|because of|due to|traced to|blam(?:e|es|ed|ing)|result(?:ed)? (?:of|from)|set off|triggered|sparked"
    r"|touched off|brought (?:down|about)|led to|started by|made .{2,40}? (?:burst|fail|collapse|explode|fall)|to blame|down to|owing to|behind the"
    r"|reason for|attributed|responsible for|put (?:it |this )?down to|after an?)\b",
    re.IGNORECASE,
)
_IN_PART = re.compile(r"\b(?:else|other than|except|unless|until|since|without|alone)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|our)\b")
_NEXT_WORD = len(" unless")
_BEFORE = 40
_HOURS_APART = 3
_DAY, _HOUR = len("2024-05-08"), len("2024-05-08T12")


@dataclass(frozen=True, eq=False)
class OutcomeClaim(Claim):
    """An answer that a page gives, or gainsays (`is_denied`), with the ideas of the words that give it; `is_early` in headline or opening,
    `is_ahead` of what is to come."""

    asked: Question
    own: Ideas
    is_early: bool
    is_denied: bool = False
    is_headline: bool = False
    is_ahead: bool = False


def outcome_facts(
    pages: Sequence[Sequence[Clause]], about: Aboutness, family_of: Mapping[str, int]
) -> list[Fact]:
    """Facts on questions that pages answer differently, each page in one way only."""
    claims = [_merged(list(_claims(page)), about) for page in pages]
    every = [claim for page in claims for claim in page]

    def score(a: Claim, b: Claim) -> float:
        if not (isinstance(a, OutcomeClaim) and isinstance(b, OutcomeClaim)) or a.asked != b.asked:
            return 0.0
        if a.is_ahead != b.is_ahead or are_of_two_persons(a, b):
            return 0.0
        if not _clash(a, b) or (a.asked.changes and are_hours_apart(a, b)):
            return 0.0
        shared = max(about.of(x, y, a.own | b.own) for x in a.clauses for y in b.clauses)
        is_news = a.is_early and b.is_early
        if (
            shared < (_SHARED[a.asked.scope] if is_news else _SHARED_BESIDE)
            or _is_both(a, every, about)
            or _is_both(b, every, about)
        ):
            return 0.0
        return _LEAST + shared

    return conflicts_only(claim_facts(claims, score, _clash, family_of))


def _merged(claims: Sequence[OutcomeClaim], about: Aboutness) -> list[OutcomeClaim]:
    """Answers that a page gives several times, in sentences that have something in common, as one."""
    found: list[OutcomeClaim] = []
    for claim in claims:
        at = next((n for n, other in enumerate(found) if _is_again(claim, other, about)), None)
        if at is None:
            found.append(claim)
        elif claim.spans[0] not in found[at].spans:
            known = found[at]
            clauses, spans = (*known.clauses, *claim.clauses), (*known.spans, *claim.spans)
            found[at] = replace(
                known,
                clauses=clauses,
                spans=spans,
                own=known.own | claim.own,
                is_early=known.is_early or claim.is_early,
            )
    return found


def _is_again(claim: OutcomeClaim, other: OutcomeClaim, about: Aboutness) -> bool:
    if (claim.asked, claim.normal) != (other.asked, other.normal):
        return False
    if claim.is_denied != other.is_denied:
        return False
    if are_of_two_persons(claim, other):
        return False
    if claim.is_headline or other.is_headline:
        return True
    return any(about.of(claim.clauses[0], known) >= _SHARED_BY_ONE_PAGE for known in other.clauses)


def _clash(a: Claim, b: Claim) -> bool | None:
    """True for two answers, and for one that the other page denies; two denials gainsay nothing."""
    if not (isinstance(a, OutcomeClaim) and isinstance(b, OutcomeClaim)):
        return None
    is_same = can_both_be(a.normal, b.normal)
    if a.is_denied or b.is_denied:
        return is_same and a.is_denied != b.is_denied
    return not is_same


def _is_both(claim: OutcomeClaim, every: Sequence[OutcomeClaim], about: Aboutness) -> bool:
    """Whether the claim's own page answers the question otherwise too, of the same matter: a quarrel that it reports."""
    return any(
        other.article == claim.article
        and (other.asked, other.is_ahead) == (claim.asked, claim.is_ahead)
        and _clash(claim, other)
        and not are_of_two_persons(claim, other)
        and _may_be_of_one_matter(claim, other, about)
        for other in every
    )


def _may_be_of_one_matter(a: OutcomeClaim, b: OutcomeClaim, about: Aboutness) -> bool:
    own = a.own | b.own
    return any(about.of(x, y, own) >= _SHARED_BY_QUARREL for x in a.clauses for y in b.clauses)


def are_hours_apart(a: Claim, b: Claim) -> bool:
    """Whether pages came out on two days, or some hours apart: what they tell may have changed."""
    times = [claim.clauses[0].reading.article.published for claim in (a, b)]
    first, second = (time.value if time else "" for time in times)
    if first[:_DAY] != second[:_DAY]:
        return True
    hours = [value[_DAY + 1 : _HOUR] for value in (first, second)]
    return all(hours) and abs(int(hours[0]) - int(hours[1])) >= _HOURS_APART


def _claims(page: Sequence[Clause]) -> Iterator[OutcomeClaim]:
    """What a page answers, without what is only feared, planned, of another occasion, or somebody's very words: "this visit opens a new page"
    is no report of a visit."""
    opening = list(dict.fromkeys(clause.sentence for clause in page))[:_OPENING]
    for clause in page:
        if clause.is_elsewhen or _FIRST_PERSON.search(clause.text):
            continue
        text = clause.reading.article.text
        for outcome in find_outcomes(clause):
            if is_quoted(clause, outcome.span):
                continue
            before = text[max(clause.span.start, outcome.span.start - _BEFORE) : outcome.span.start]
            is_ahead = _AHEAD.search(before) is not None
            if (outcome.is_base or _UNREAL.search(before)) and not is_ahead:
                continue
            if is_ahead and _IF.search(before):
                continue
            if outcome.needs_cue and not _CUE.search(text, *clause.sentence):
                continue
            negation = _NEGATION.search(before)
            at = outcome.span.start - len(before) + (negation.start() if negation else 0)
            is_of_part = negation and _IN_PART.search(text, outcome.span.end, clause.span.end + _NEXT_WORD)
            if is_of_part or (negation and is_of_oneself(text, clause.sentence.start, at)):
                continue
            claim = _claim(clause, outcome, is_early=clause.sentence in opening)
            contrary = contrary_of(outcome.question.name, outcome.answer) if negation else None
            yield replace(
                claim,
                normal=contrary or outcome.answer,
                is_denied=negation is not None and contrary is None,
                is_ahead=is_ahead,
                is_headline=clause.sentence == opening[0],
            )


def _claim(clause: Clause, outcome: Outcome, *, is_early: bool) -> OutcomeClaim:
    inside = [word.ideas for word in clause.whole if outcome.span.touches(Span(word.start, word.end))]
    return OutcomeClaim(
        outcome.question.kind,
        asked(outcome.question.name.capitalize(), clause),
        outcome.answer,
        (clause,),
        (outcome.span,),
        outcome.question,
        frozenset().union(*inside),
        is_early,
    )
