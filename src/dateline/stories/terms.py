"""The terms of a report: stems of its words, with names, numbers, the headline and the opening weighing more."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.model import Article, BlockKind
from dateline.stories.stems import stem

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_OPENS_SENTENCE = re.compile(r"[.!?:\n“\"`]")
_BODY_KINDS = (BlockKind.DEK, BlockKind.BODY)
_TITLE_WEIGHT = 2.0
_LEAD_WEIGHT = 1.5
_LEAD_WORDS = 60
NAME, NUMBER, PLAIN = "name", "number", "word"
NUMBER_SIGN = "#"
"""Before the key of a number, which is not the word that looks like it."""


@dataclass(frozen=True, slots=True)
class Term:
    """A stem and what it was seen as: a name, a number or a plain word."""

    stem: str
    kind: str


Report = Mapping[Term, float]
"""A report as its terms, with how often each stands in it."""


@cache
def usual_frequencies() -> dict[str, float]:
    """For common English stems, the share of news pages that have them (counted over 441 openly licensed pages)."""
    table = files("dateline.stories").joinpath("data", "frequencies.csv").read_text(encoding="utf-8")
    return {row["stem"]: int(row["pages_per_thousand"]) / 1000 for row in csv.DictReader(table.splitlines())}


def report_terms(article: Article) -> Report:
    """How often each term stands in headline and body, counted more in the headline and the opening."""
    headline = article.title or ""
    words = _words(headline, _TITLE_WEIGHT, 0)
    for text in _body(article):
        words += _words(text, 1.0, max(0, _LEAD_WORDS - len(words)))
    inside = {form.lower() for form, opens, _ in words if not opens and form[:1].isupper()}
    lower = {form for form, _, _ in words if form[:1].islower()}
    weights: dict[tuple[str, bool], float] = defaultdict(float)
    for form, opens, weight in words:
        weights[form, opens] += weight
    counts: dict[Term, float] = defaultdict(float)
    for (form, opens), weight in weights.items():
        folded = form.lower().replace("’", "'")
        counts[Term(stem(folded), _kind(form, folded, opens, inside, lower))] += weight
    return dict(counts)


def _body(article: Article) -> list[str]:
    spans = article.spans_of(*_BODY_KINDS)
    if not article.spans_of(BlockKind.BODY):
        return [article.text]
    return [span.of(article.text) for span in spans]


def _words(text: str, weight: float, lead: int) -> list[tuple[str, bool, float]]:
    """Each word, whether a sentence opens with it, and what it counts."""
    found, last = [], 0
    for i, match in enumerate(WORD.finditer(text)):
        between = text[last : match.start()]
        opens = i == 0 or (between != " " and _OPENS_SENTENCE.search(between) is not None)
        found.append((match[0], opens, _LEAD_WEIGHT if i < lead else weight))
        last = match.end()
    return found


def _kind(form: str, folded: str, opens: bool, inside: set[str], lower: set[str]) -> str:
    if form[:1].isdigit():
        return NUMBER
    if form[:1].isupper() and folded in inside and (not opens or folded not in lower):
        return NAME
    return PLAIN
