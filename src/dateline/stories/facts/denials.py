"""Whether an act took place, by the words of the pages: one says that it did, another that it did not (codebook section 9, rule 2)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dateline.events import day_of, find_times, resolve_time
from dateline.model import Fact, FactKind, Span
from dateline.stories.events.days import days_of
from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.claims import Claim, claim_facts, conflicts_only
from dateline.stories.facts.doers import are_of_two_persons, is_of_oneself
from dateline.stories.facts.ideas import Ideas, act_ideas, base_stem, is_past_form
from dateline.stories.facts.questions import asked
from dateline.stories.facts.tellings import Clause
from dateline.stories.facts.told_sentences import Told
from dateline.stories.wordlists import word_list

_SHARED = 0.75
_OF_THE_ACT = 0.5
_DENIED = re.compile(
    r"\b(?:has|have|had|was|were|did)(?: not|n['’]t| never)(?: yet| so far)?(?: been)?(?: yet)?\s+(?!only\b)(?=[a-z])"
    r"|\b(?:has|have|had) yet to(?: be)?\s+(?=[a-z])"
    r"|\bfailed to (?=[a-z])",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:no one|nobody|none|no (?!one\b)(?:[a-z]+ )?(?!(?:i|he|she|it|we|you|they)\b)[a-z]+)(?: of [\w ]{1,30}?)?"
    r" (?:has|have|had|was|were)(?: yet)?(?: been)?\s+(?=[a-z])",
    re.IGNORECASE,
)
_WILL_NOT = re.compile(
    r"\b(?:(?:will|would)(?: not| never)|won['’]t|wouldn['’]t)(?: be)?\s+(?=[a-z])"
    r"|\b(?:no one|nobody|none|no [a-z]+) (?:will|would)(?: be)?\s+(?=[a-z])",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"\b(?:will|would|is to|are to|plans? to|intends? to)(?: also| soon)?(?: be)?\s+(?!not\b|never\b|be\b|have\b)(?=[a-z])",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:not|never|no|nobody|none|nor|neither|cannot|without)\b|n['’]t\b", re.IGNORECASE)
_IN_PART = re.compile(r"\b(?:else|other than|except|unless|until|without|alone)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|whether|could|might|may)\b", re.IGNORECASE)
_OF_ALL = re.compile(r"(?:no one|nobody) ", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|our)\b")
_FINAL = re.compile(r"(?:was|were|did)\b(?!.*\byet\b)", re.IGNORECASE)
_UNREAL = re.compile(
    r"\b(?:will|would|shall|may|might|could|can|should|must|to|if|unless|whether|not|never|n['’]t|no|nobody|none|without|fail(?:ed|s)?"
    r"|plans?|planned|expected|due|expects?|hopes?|hoped|threatened|vowed|promised|wants?|wanted|refused|denied|denies|until|or|yet|cannot)\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\b(?:remain(?:s|ed)|stay(?:s|ed)|(?:is|was) still) (?:in (?:office|power|charge|the job|his job|her job)|at (?:his|her|the|their) post|on the job)\b",
    re.IGNORECASE,
)
_REMOVAL = frozenset(("=dismiss", "=resign"))
_STAYED = re.compile(
    r"\b(?:remain(?:s|ed)|stay(?:s|ed)|(?:is|was|were|are) still) (?:in|at|on)\b", re.IGNORECASE
)
_DEPARTURE = frozenset(("=depart",))
_TOO_COMMON = frozenset(
    (
        "=demand",
        "=accept",
        "=claim",
        "=hold",
        "=continue",
        "=blame",
        "=begin",
        "=number",
        "=search",
        "=vote",
        "=attend",
    )
)
_REACH = 3
_CLOSE = 1.1
_NEXT_WORD = len(" unless")
_FEWEST_LETTERS = 4


@dataclass(frozen=True, eq=False)
class StateClaim(Claim):
    """That an act took place, or did not. `acts` are the ideas of the word for it; `is_ahead` marks what is to be or not to be done, `is_of_all` what was done to nobody at all,
    `is_final` what was not done, and not only not yet.
    """

    acts: Ideas
    is_denied: bool
    is_ahead: bool = False
    is_of_all: bool = False
    is_final: bool = False


def denial_facts(
    pages: Sequence[Sequence[Clause]], about: Aboutness, family_of: Mapping[str, int]
) -> list[Fact]:
    """Facts on acts that one page denies and another, that knew no less, tells as done."""
    denied = [_denials(page) for page in pages]
    wanted = frozenset(act for page in denied for claim in page for act in claim.acts)
    done = [_assertions(page, wanted) for page in pages] if wanted else []
    pages_of = [(*_merged(no), *_merged(yes)) for no, yes in zip(denied, done, strict=False)]

    def score(a: Claim, b: Claim) -> float:
        if not (isinstance(a, StateClaim) and isinstance(b, StateClaim)) or (
            a.is_denied == b.is_denied or a.is_ahead != b.is_ahead
        ):
            return 0.0
        shared = max(_shared(a, b, about), _of_counterparts(a, b, about))
        no, yes = (a, b) if a.is_denied else (b, a)
        if shared < _SHARED or _is_later_news(yes, no) or are_of_two_persons(a, b):
            return 0.0
        own = [other for page in pages_of for other in page if other.article in (a.article, b.article)]
        return 0.0 if any(_is_told_both_ways(claim, own, about) for claim in (a, b)) else shared

    return conflicts_only(claim_facts(pages_of, score, _clash, family_of))


def _merged(claims: Sequence[StateClaim]) -> list[StateClaim]:
    """Claims of one page on one act together, so that it is compared once."""
    found: dict[tuple[Ideas, bool], StateClaim] = {}
    for claim in claims:
        own = claim.acts, claim.is_ahead
        key = next((k for k in found if k[0] & claim.acts and k[1] == claim.is_ahead), own)
        known = found.get(key)
        if known is None:
            found[key] = claim
        elif claim.spans[0] not in known.spans:
            clauses, spans = (*known.clauses, *claim.clauses), (*known.spans, *claim.spans)
            found[key] = replace(known, clauses=clauses, spans=spans, acts=known.acts | claim.acts)
    return list(found.values())


def _clash(a: Claim, b: Claim) -> bool | None:
    if not (isinstance(a, StateClaim) and isinstance(b, StateClaim)):
        return None
    return a.is_denied != b.is_denied


def _shared(a: StateClaim, b: StateClaim, about: Aboutness) -> float:
    """How much two claims share beside the act; 0 where the acts have no idea in common."""
    if not a.acts & b.acts:
        return 0.0
    if a.is_of_all or b.is_of_all:
        return _SHARED
    beside = max(about.like(x, y, a.acts | b.acts) for x in a.clauses for y in b.clauses)
    return beside + _OF_THE_ACT * about.weight(a.acts & b.acts) if beside else 0.0


def _of_counterparts(a: StateClaim, b: StateClaim, about: Aboutness) -> float:
    """Enough for one act in sentences that are each other's closest."""
    if not a.acts & b.acts:
        return 0.0
    close = max(about.closeness(x, y) for x in a.clauses for y in b.clauses)
    return _SHARED if close >= _CLOSE else 0.0


def _is_told_both_ways(claim: StateClaim, others: Sequence[Claim], about: Aboutness) -> bool:
    """True where the claim's own page says the contrary too: a quarrel that a page reports is no conflict between pages."""
    return any(
        isinstance(other, StateClaim)
        and other.article == claim.article
        and (other.is_denied, other.is_ahead) == (not claim.is_denied, claim.is_ahead)
        and _shared(claim, other, about) >= _SHARED
        for other in others
    )


def _is_later_news(yes: StateClaim, no: StateClaim) -> bool:
    """True where the act is told as done by a page that came out later, and not for a time before the denial."""
    done, denied = _time(yes.clauses[0]), _time(no.clauses[0])
    if not done or not denied or done <= denied or (no.is_final and done[:10] == denied[:10]):
        return False
    clause = yes.clauses[0]
    published = day_of(done)
    for words in find_times(clause.reading.article.text, *clause.sentence):
        days = days_of(resolve_time(words, published, is_future=False))
        limit = day_of(denied)
        if days and limit and days[1] < limit.toordinal():
            return False
    return True


def _time(clause: Clause) -> str:
    published = clause.reading.article.published
    return published.value if published else ""


def _denials(page: Sequence[Clause]) -> list[StateClaim]:
    """What a page says not to have been done, but for what somebody only denies of himself: that is a quarrel that it reports."""
    found = []
    for clause in page:
        if clause.is_elsewhen:
            continue
        text = clause.reading.article.text
        for match in (*_DENIED.finditer(text, *clause.span), *_NOBODY.finditer(text, *clause.span)):
            claim = _state(clause, match)
            if claim is not None and not is_of_oneself(text, clause.sentence.start, match.start()):
                found.append(claim)
        ahead = [_state(clause, match) for match in _WILL_NOT.finditer(text, *clause.span)]
        found += [replace(claim, is_ahead=True, normal="not planned") for claim in ahead if claim is not None]
        for pattern, acts in ((_KEPT, _REMOVAL), (_STAYED, _DEPARTURE)):
            found += [_denial(clause, Span(*m.span()), acts) for m in pattern.finditer(text, *clause.span)]
    return found


def _state(clause: Clause, match: re.Match[str]) -> StateClaim | None:
    """The denial of the first word after a negation that stands for an act; none where only a part of it is denied ("met nobody else")."""
    if _IN_PART.search(clause.reading.article.text, match.end(), clause.span.end + _NEXT_WORD):
        return None
    for word in [w for w in clause.words if w.start >= match.end()][:_REACH]:
        if acts := _acts(word):
            claim = _denial(clause, Span(match.start(), word.end), acts)
            is_of_all = _OF_ALL.match(match.group()) is not None
            return replace(claim, is_of_all=is_of_all, is_final=_FINAL.match(match.group()) is not None)
    return None


def _denial(clause: Clause, span: Span, acts: Ideas) -> StateClaim:
    question = asked("Whether", clause)
    return StateClaim(FactKind.STATUS, question, "denied", (clause,), (span,), acts, True)


@cache
def _attitudes() -> frozenset[str]:
    return frozenset(base_stem(word) for word in word_list("attitude"))


def _acts(word: Told) -> Ideas:
    """The groups of a word that are acts; of a verb that is in none its stem. What somebody only expects or wants is no act."""
    if base_stem(word.form) in _attitudes():
        return frozenset()
    groups = word.ideas & act_ideas()
    if groups or not is_past_form(word.form):
        return groups - _TOO_COMMON
    return frozenset(idea for idea in word.ideas if len(idea) >= _FEWEST_LETTERS)


def _assertions(page: Sequence[Clause], wanted: Ideas) -> list[StateClaim]:
    """What a page in its own voice says to have been done, or to be to come, of some acts."""
    found = []
    for clause in page:
        text = clause.reading.article.text
        if clause.is_elsewhen or _FIRST_PERSON.search(clause.text):
            continue
        for word in clause.words:
            acts = _acts(word) & wanted
            if acts and is_past_form(word.form) and not _UNREAL.search(text, clause.span.start, word.start):
                found.append(_assertion(clause, Span(word.start, word.end), acts))
        for match in _WILL.finditer(text, *clause.span):
            verb = next((word for word in clause.words if word.start >= match.end()), None)
            if _NEGATION.search(text, clause.span.start, match.start()) or _IF.search(clause.text):
                continue
            if verb is not None and (acts := _acts(verb) & wanted):
                claim = _assertion(clause, Span(match.start(), verb.end), acts)
                found.append(replace(claim, is_ahead=True, normal="planned"))
    return found


def _assertion(clause: Clause, span: Span, acts: Ideas) -> StateClaim:
    question = asked("Whether", clause)
    return StateClaim(FactKind.STATUS, question, "happened", (clause,), (span,), acts, False)
