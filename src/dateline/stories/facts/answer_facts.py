"""Facts on which two pages give different answers to one question, found by what stands around the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice
from math import sqrt

from dateline.model import Fact, FactKind, Position, Stance, Support
from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.answers import Question
from dateline.stories.facts.asked_pairs import AskedPairs, asked_pairs
from dateline.stories.facts.asked_values import AskedValue, asked_values
from dateline.stories.facts.excluding import exclude
from dateline.stories.facts.question_trees import packaged_trees
from dateline.stories.facts.questions import asked
from dateline.stories.facts.tellings import Clause

_SURE = {
    Question.HOW_MANY: 0.8,
    Question.HOW_MUCH: 0.8,
    Question.WHEN: 0.4,
}
"""From how sure on two values are taken for answers to one question, on pages that have a few of their kind."""
_SURE_OF_HOURS = 0.8
"""The same where both are of one day and only their hours differ: a report of one day tells many hours."""
_FEW = 6.0
_MOST = 200
"""Pairs of pages of one story that are compared: each takes some hundredths of a second."""
_KINDS = {
    Question.HOW_MANY: (FactKind.QUANTITY, "How many"),
    Question.HOW_MUCH: (FactKind.QUANTITY, "How much"),
    Question.WHEN: (FactKind.DATE, "When"),
}


@dataclass(frozen=True, eq=False, slots=True)
class Rivals:
    """Answers of two pages to one question of which only one can be true, and how surely they answer one."""

    a: AskedValue
    b: AskedValue
    share: float


def with_answers(
    facts: Sequence[Fact],
    pages: Sequence[Sequence[Clause]],
    about: Aboutness,
    family_of: Mapping[str, int],
) -> list[Fact]:
    """Facts that were found, and the rival answers of independent reports: each joined to the fact that has one of them, or a fact of its own.

    What is said of the words of both pages already stands.
    """
    found = list(facts)
    clauses = {page[0].article: page for page in pages if page}
    for rivals in _surest(_rivals(pages, about, family_of)):
        if not any(_stands(fact, rivals) for fact in found):
            found = _joined(found, rivals, clauses)
    return found


def _rivals(
    pages: Sequence[Sequence[Clause]], about: Aboutness, family_of: Mapping[str, int]
) -> Iterator[Rivals]:
    told = [page for page in pages if page]
    values = {page[0].article: _values(page) for page in told}
    for first, second in islice(combinations(told, 2), _MOST):
        a, b = first[0].article, second[0].article
        if family_of[a] != family_of[b]:
            for pairs in asked_pairs(values[a], values[b], about):
                yield from _of_one_kind(pairs)


def _values(page: Sequence[Clause]) -> list[AskedValue]:
    return list(asked_values(list({clause.told: None for clause in page})))


def _of_one_kind(asked_: AskedPairs) -> Iterator[Rivals]:
    """Of each value the answer on the other page that is surest, where both choose each other and exclude each other."""
    if not any(exclude(asked_.first[i], asked_.second[j]) for i, j in asked_.pairs):
        return
    shares = packaged_trees().both(asked_.signs.of(asked_.pairs))
    rows: dict[int, float] = {}
    columns: dict[int, float] = {}
    for (i, j), share in zip(asked_.pairs, shares, strict=True):
        rows[i] = max(rows.get(i, 0.0), float(share))
        columns[j] = max(columns.get(j, 0.0), float(share))
    for (i, j), share in zip(asked_.pairs, shares, strict=True):
        a, b = asked_.first[i], asked_.second[j]
        is_best = share >= max(rows[i], columns[j], _sure(a, b, asked_))
        if is_best and exclude(a, b):
            yield Rivals(a, b, float(share))


def _sure(a: AskedValue, b: AskedValue, asked_: AskedPairs) -> float:
    """How sure one has to be: the more values there are, the more of them are best by chance, so the odds grow with their number."""
    is_hour = a.question is Question.WHEN and a.days == b.days
    sure = _SURE_OF_HOURS if is_hour else _SURE[a.question]
    odds = sure / (1 - sure)
    odds *= max(1.0, sqrt(len(asked_.first) * len(asked_.second)) / _FEW)
    return odds / (1 + odds)


def _surest(found: Iterator[Rivals]) -> list[Rivals]:
    """The surest first, no words in two."""
    kept: list[Rivals] = []
    for one in sorted(found, key=lambda rivals: (-rivals.share, rivals.a.article, rivals.a.span)):
        if not any(_is_same(one, other) for other in kept):
            kept.append(one)
    return kept


def _is_same(a: Rivals, b: Rivals) -> bool:
    """True where two lie on the same words of both pages."""
    return all(any(x.article == y.article and x.span.touches(y.span) for y in (b.a, b.b)) for x in (a.a, a.b))


def _stands(fact: Fact, rivals: Rivals) -> bool:
    """Whether a fact of two pages lies on the words of both."""
    kind, _ = _KINDS[rivals.a.question]
    return fact.kind is kind and all(_lies_on(fact, value) for value in (rivals.a, rivals.b))


def _lies_on(fact: Fact, value: AskedValue) -> bool:
    return any(
        position.article == value.article and any(value.span.touches(span) for span in position.spans)
        for position in fact.positions
    )


def _joined(facts: Sequence[Fact], rivals: Rivals, clauses: Mapping[str, Sequence[Clause]]) -> list[Fact]:
    """The facts with two rival answers: in the first that has one of them and says nothing of the other page, else as a new one.
    What one page alone was said to give is then said.
    """
    kind, question = _KINDS[rivals.a.question]
    for value, other in ((rivals.a, rivals.b), (rivals.b, rivals.a)):
        for fact in facts:
            told = {position.article for position in fact.positions}
            if fact.kind is kind and other.article not in told and _lies_on(fact, value):
                joined = _with(fact, other, list(clauses))
                rest = [joined if f is fact else f for f in facts]
                return [f for f in rest if not _is_said(f, kind, other)]
    clause = next(c for c in clauses[rivals.a.article] if c.span.touches(rivals.a.span))
    positions = (_position(rivals.a, Stance.REPORTS), _position(rivals.b, Stance.DIFFERS))
    return [*facts, Fact("", kind, asked(question, clause), Support.CONFLICTING, positions)]


def _is_said(fact: Fact, kind: FactKind, value: AskedValue) -> bool:
    """Whether a fact is what one page alone gives, and that a value."""
    alone = fact.support is Support.SINGLE_SOURCE and {p.article for p in fact.positions} == {value.article}
    return alone and fact.kind is kind and _lies_on(fact, value)


def _with(fact: Fact, value: AskedValue, articles: Sequence[str]) -> Fact:
    """A fact with one more position, in the order of the pages."""
    positions = sorted(
        (*fact.positions, _position(value, Stance.DIFFERS)), key=lambda p: articles.index(p.article)
    )
    return replace(fact, support=Support.CONFLICTING, positions=tuple(positions))


def _position(value: AskedValue, stance: Stance) -> Position:
    return Position(value.article, stance, value.text, value.normal, (value.span,))
