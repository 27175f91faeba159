"""How much: measures and amounts of money that several pages give for one thing, compared (codebook section 9)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from dateline.model import Fact, FactKind, Span
from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.amounts import can_both_hold
from dateline.stories.facts.claims import Claim, claim_facts
from dateline.stories.facts.ideas import Ideas, ideas_of
from dateline.stories.facts.measures import Measure, find_measures
from dateline.stories.facts.tellings import Clause, nearest_acts
from dateline.stories.terms import WORD

_SHARED = 0.8
_SHARED_BY_LONE = 0.5
_SHARED_BY_COMMON_UNITS = 1.8
_SHARED_BY_ACT = 1.0
_COMMON_UNITS = ("percent", "day", "m")
_OTHER_UNIT = 0.08
_AGREE = 2.0
_LIKE_MATTER = 0.45
_MOST_TIMES = 2.0
_CLOSE, _CLOSE_BY_LONE, _CLOSE_BY_COMMON_UNITS = 1.5, 1.1, 2.1


@dataclass(frozen=True, eq=False)
class MeasureClaim(Claim):
    """A claim that is a measure; `unit_ideas` are those of its own words, which say nothing of what is measured."""

    measure: Measure
    unit_ideas: Ideas


def measure_facts(
    pages: Sequence[Sequence[Clause]], about: Aboutness, family_of: Mapping[str, int]
) -> list[Fact]:
    """Facts on what two pages or more measure."""
    claims = [_claims(page) for page in pages]
    lone = {claim for page in claims for claim in page if _is_lone(claim, page)}

    def score(a: Claim, b: Claim) -> float:
        if not (isinstance(a, MeasureClaim) and isinstance(b, MeasureClaim)) or not _may_be_one(a, b, about):
            return 0.0
        return _score(a, b, about, both_lone={a, b} <= lone)

    return list(claim_facts(claims, score, _clash, family_of))


def _claims(page: Sequence[Clause]) -> list[MeasureClaim]:
    """The measures of a page, each value of one unit once, without ages."""
    found: dict[tuple[str, str, bool], MeasureClaim] = {}
    for clause in page:
        text = clause.reading.article.text
        for measure in find_measures(text, *clause.span):
            if text[measure.span.end : measure.span.end + 4].strip(" -").startswith("old"):
                continue
            claim = _claim(clause, measure)
            key = (measure.unit, measure.amount.normal, clause.is_elsewhen)
            found[key] = _with(found[key], claim) if key in found else claim
    return list(found.values())


def _claim(clause: Clause, measure: Measure) -> MeasureClaim:
    words = WORD.findall(measure.span.of(clause.reading.article.text))
    own = frozenset(idea for word in words for idea in ideas_of(word))
    unit = measure.words
    question = f"How much, in {measure.unit}" if measure.is_money else f"How many {unit}"
    question += f" of {measure.what}" if measure.what and not measure.is_money else ""
    return MeasureClaim(
        FactKind.QUANTITY, question, measure.amount.normal, (clause,), (Span(*measure.span),), measure, own
    )


def _with(a: MeasureClaim, b: MeasureClaim) -> MeasureClaim:
    clauses, spans = (*a.clauses, *b.clauses), (*a.spans, *b.spans)
    return MeasureClaim(a.kind, a.question, a.normal, clauses, spans, a.measure, a.unit_ideas | b.unit_ideas)


def _is_lone(claim: MeasureClaim, page: Sequence[MeasureClaim]) -> bool:
    """True for the only amount in its unit that a page gives, but for other occasions."""
    if claim.clauses[0].is_elsewhen:
        return False
    same = [c for c in page if c.measure.unit == claim.measure.unit and not c.clauses[0].is_elsewhen]
    return len(same) == 1


def _may_be_one(a: MeasureClaim, b: MeasureClaim, about: Aboutness) -> bool:
    """The same unit, the same matter or a like one where both name one, the same occasion."""
    first, second = a.measure, b.measure
    if first.unit != second.unit:
        return False
    if (
        first.of
        and second.of
        and first.of != second.of
        and about.likeness(first.what, second.what) < _LIKE_MATTER
    ):
        return False
    return a.clauses[0].is_elsewhen == b.clauses[0].is_elsewhen or can_both_hold(first.amount, second.amount)


def _score(a: MeasureClaim, b: MeasureClaim, about: Aboutness, *, both_lone: bool) -> float:
    without = a.unit_ideas | b.unit_ideas
    ask = about.like if both_lone else about.of
    shared = max(ask(x, y, without) for x in a.clauses for y in b.clauses)
    agree = can_both_hold(a.measure.amount, b.measure.amount)
    if agree:
        return shared and shared + _AGREE
    if _are_of_counterparts(a, b, about, both_lone=both_lone):
        return max(shared, _SHARED)
    if a.measure.unit in _COMMON_UNITS:
        near = max(about.near(x, y, without) for x in a.clauses for y in b.clauses)
        return shared if near >= _least(a, b, shared) else 0.0
    return shared if shared >= (_SHARED_BY_LONE if both_lone else _SHARED) else 0.0


def _are_of_counterparts(a: MeasureClaim, b: MeasureClaim, about: Aboutness, *, both_lone: bool) -> bool:
    """True for amounts of one order in sentences that are each other's closest."""
    first, second = a.measure.amount.value, b.measure.amount.value
    if not first or not second or max(first, second) > _MOST_TIMES * min(first, second):
        return False
    close = max(about.closeness(x, y) for x in a.clauses for y in b.clauses)
    if a.measure.unit in _COMMON_UNITS:
        return close >= _CLOSE_BY_COMMON_UNITS
    return close >= (_CLOSE_BY_LONE if both_lone else _CLOSE)


def _least(a: MeasureClaim, b: MeasureClaim, shared: float) -> float:
    """How much two clauses must share for shares, times and lengths, of which a page has many."""
    if a.measure.subject is not None and a.measure.subject == b.measure.subject:
        return _SHARED_BY_LONE
    if a.measure.unit != "day":
        return _SHARED_BY_COMMON_UNITS
    return _SHARED_BY_LONE if shared >= _SHARED_BY_ACT and _share_act(a, b) else inf


def _share_act(a: MeasureClaim, b: MeasureClaim) -> bool:
    """True where the nearest acts are the same: "sentenced to five years", "a sentence of seven"."""
    acts = [nearest_acts(claim.clauses[0], claim.spans[0].start) for claim in (a, b)]
    return bool(acts[0] & acts[1])


def _clash(a: Claim, b: Claim) -> bool | None:
    if not (isinstance(a, MeasureClaim) and isinstance(b, MeasureClaim)):
        return None
    first, second = a.measure.amount, b.measure.amount
    if can_both_hold(first, second):
        return False
    if a.measure.words != b.measure.words and not a.measure.is_money and _are_near(first.value, second.value):
        return False
    return None if a.clauses[0].is_elsewhen or b.clauses[0].is_elsewhen else True


def _are_near(a: float | None, b: float | None) -> bool:
    """True for measures in two units that may be roundings of each other: "60 days", "two months"."""
    return a is not None and b is not None and abs(a - b) <= _OTHER_UNIT * max(a, b)
