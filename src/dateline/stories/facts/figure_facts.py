"""Figures that a story has once, such as the magnitude of its earthquake, given differently by pages (codebook section 9)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dateline.events import NUMBER_WORDS, SCALES
from dateline.model import Fact, FactKind, Span
from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.amounts import HEDGE, Amount, bounds, can_both_hold, find_amounts
from dateline.stories.facts.claims import Claim, claim_facts, conflicts_only
from dateline.stories.facts.measures import find_measures
from dateline.stories.facts.role_facts import sentence_openers
from dateline.stories.facts.tellings import Clause

_SHARED = 0.35
_LEAST = 0.1
_NUMBERS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_UNIT = (
    r"per\ ?cent|percentage\ points|%|years?|months?|weeks?|days?|hours?|euros?|dollars?|pounds?|km/h|kph|mph"
    r"|(?:kilomet(?:re|er)s|miles)\ (?:an|per)\ hour"
)
_FIGURE = rf"""(?P<figure>{HEDGE}(?:[A-Z]{{0,3}}[$€£¥]\s?)?(?:(?<![\w.,])\d[\d,]*(?:\.\d+)?|(?<![\w-])(?:{_NUMBERS})(?:[-\ ](?:{_NUMBERS}))?(?!\w))
    (?:[\ -]?(?:{"|".join(SCALES)}|bn|mn|m|k)(?!\w))?(?:[\ -]?(?:{_UNIT})(?!\w))?)"""
_PLAIN = re.compile(r"\d[\d,]*(?:\.\d+)?")
_DENIED = re.compile(
    r"\b(?:not|no|never|nobody|may|might|could|would|if|whether|demand\w*|deny|denie[sd]|usual\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
_DAY = len("2024-05-08")


class Question(NamedTuple):
    """What is asked; whether a story has one such figure, or the sentences must have something in common; whether it may grow."""

    name: str
    is_of_story: bool
    is_running: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True, eq=False)
class FigureClaim(Claim):
    """What a page gives for a question, in a unit ("" for a bare number)."""

    asked: Question
    amount: Amount
    unit: str


def figure_facts(
    pages: Sequence[Sequence[Clause]], about: Aboutness, family_of: Mapping[str, int]
) -> list[Fact]:
    """Facts on questions to which pages give different figures, neither of which the other page knows."""

    def score(a: Claim, b: Claim) -> float:
        if not (isinstance(a, FigureClaim) and isinstance(b, FigureClaim)):
            return 0.0
        if (a.asked.name, a.unit) != (b.asked.name, b.unit) or _is_known(a, b) or _is_known(b, a):
            return 0.0
        shared = _LEAST + max(about.of(x, y) for x in a.clauses for y in b.clauses)
        return shared if a.asked.is_of_story or shared >= _SHARED else 0.0

    claims = [_claims(page) for page in pages]
    return conflicts_only(claim_facts(claims, score, _clash, family_of))


def _clash(a: Claim, b: Claim) -> bool | None:
    if not (isinstance(a, FigureClaim) and isinstance(b, FigureClaim)):
        return None
    return not (can_both_hold(a.amount, b.amount) or _is_update(a, b))


def _is_update(a: FigureClaim, b: FigureClaim) -> bool:
    """Whether a figure that may grow is higher on the page of a later time."""
    times = [claim.clauses[0].reading.article.published for claim in (a, b)]
    if not (a.asked.is_running and times[0] and times[1]):
        return False
    first, second = times[0].value, times[1].value
    if min(len(first), len(second)) == _DAY:
        first, second = first[:_DAY], second[:_DAY]
    early, late = (a, b) if first < second else (b, a)
    return first != second and late.amount.high > early.amount.low


def _is_known(a: FigureClaim, b: FigureClaim) -> bool:
    """Whether the page of `b` has the figure of `a` too, for whatever."""
    text = b.clauses[0].reading.article.text
    given = [n.value for n in find_amounts(text, 0, len(text))]
    given += [float(n.group().rstrip(",").replace(",", "")) for n in _PLAIN.finditer(text)]
    given += [m.amount.value for m in find_measures(text, 0, len(text)) if m.unit == a.unit]
    return a.amount.value in given


def _claims(page: Sequence[Clause]) -> list[FigureClaim]:
    """The figures of a page, but for questions to which it gives several."""
    found: dict[str, list[FigureClaim]] = {}
    for claim in _asked(page):
        found.setdefault(claim.asked.name, []).append(claim)
    return [
        _together(claims) for claims in found.values() if len({(c.amount.value, c.unit) for c in claims}) == 1
    ]


def _together(claims: Sequence[FigureClaim]) -> FigureClaim:
    """One figure that a page gives in several places."""
    clauses = tuple(clause for claim in claims for clause in claim.clauses)
    return replace(claims[0], clauses=clauses, spans=tuple(span for claim in claims for span in claim.spans))


def _asked(page: Sequence[Clause]) -> Iterator[FigureClaim]:
    for clause in sentence_openers(page):
        text = clause.reading.article.text
        for asked in _questions() if not clause.is_elsewhen else ():
            for match in asked.pattern.finditer(text, *clause.sentence):
                span = Span(*match.span("figure"))
                told = _amount(text, span)
                before = text[max(clause.sentence.start, match.start() - 25) : span.start]
                if told is not None and not _DENIED.search(before):
                    amount, unit = told
                    yield FigureClaim(
                        FactKind.QUANTITY, asked.name, amount.normal, (clause,), (span,), asked, amount, unit
                    )


def _amount(text: str, span: Span) -> tuple[Amount, str] | None:
    """The amount of a figure with its unit."""
    measure = next(iter(find_measures(text, *span)), None)
    if measure is not None:
        return measure.amount, measure.unit
    amount = next(iter(find_amounts(text, *span)), None)
    plain = _PLAIN.search(text, *span)
    if amount is None and plain is not None:
        value = float(plain.group().rstrip(",").replace(",", ""))
        amount = Amount(*bounds(value, ""), value, span)
    return (amount, "") if amount is not None and amount.value is not None else None


@cache
def _questions() -> list[Question]:
    table = files("dateline.stories").joinpath("data", "figures.csv").read_text(encoding="utf-8")
    return [
        Question(row["question"], row["scope"] == "story", row["running"] == "yes", _pattern(row["pattern"]))
        for row in csv.DictReader(table.splitlines())
    ]


def _pattern(written: str) -> re.Pattern[str]:
    """A pattern of the table, in which {N} is the figure; blanks are blanks there."""
    words = written.replace(" ", r"\ ").replace("{N}", _FIGURE)
    return re.compile(rf"(?<!\w){words}", re.IGNORECASE | re.VERBOSE)
