"""Reports as weighted terms, and how alike two of them are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt

from dateline.stories.terms import NAME, NUMBER, PLAIN, Report, usual_frequencies

Vector = dict[str, float]
"""Weights by term, of length 1."""

_PRIOR_PAGES = 400
_UNSEEN = 0.002
_COMMON = 0.12
_LARGEST_SHARE = 0.1
_NAME_WEIGHT = 1.8
_STRONGEST_TERMS = 30


def report_vectors(reports: Sequence[Report]) -> list[Vector]:
    """Vectors of a batch. How rare a term is comes from the batch and from the usual share of news pages that have it,
    as if the batch had some hundred pages more; so two pages alone can be compared too. A batch counts for a tenth of all
    pages at most, or the terms of a story that fills the batch would weigh nothing.
    """
    seen: Counter[str] = Counter()
    for report in reports:
        seen.update({term.stem for term in report})
    usual = usual_frequencies()
    pages = len(reports) + _PRIOR_PAGES + 1
    most = _LARGEST_SHARE * pages
    rarity = {
        stem: max(0.0, log(pages / (min(count, most) + _PRIOR_PAGES * usual.get(stem, _UNSEEN) + 1)))
        for stem, count in seen.items()
    }
    return [_vector(report, rarity, usual) for report in reports]


def _vector(report: Report, rarity: Mapping[str, float], usual: Mapping[str, float]) -> Vector:
    weights: Vector = {}
    for term, count in report.items():
        if term.kind == PLAIN and usual.get(term.stem, 0.0) > _COMMON:
            continue
        key = "#" + term.stem if term.kind == NUMBER else term.stem
        factor = _NAME_WEIGHT if term.kind == NAME else 1.0
        weights[key] = weights.get(key, 0.0) + factor * (1 + log(count)) * rarity[term.stem]
    return unit(weights)


def unit(weights: Mapping[str, float]) -> Vector:
    """The same direction at length 1, in the order of the keys; empty stays empty."""
    length = sqrt(sum(weights[key] * weights[key] for key in sorted(weights)))
    return {key: weights[key] / length for key in sorted(weights) if weights[key] > 0} if length else {}


def cosine(a: Vector, b: Vector) -> float:
    """From 0, nothing in common, to 1."""
    if len(b) < len(a):
        a, b = b, a
    return sum(weight * b[key] for key, weight in a.items() if key in b)


def strongest_terms(vector: Vector) -> list[str]:
    """The terms that weigh most, heaviest first."""
    return sorted(vector, key=lambda key: (-vector[key], key))[:_STRONGEST_TERMS]
