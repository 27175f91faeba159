"""Reports as weighted terms, and how alike two of them are."""

from __future__ import annotations

from functools import cache
from math import fsum, log, sqrt

from dateline.stories.terms import NAME, NUMBER, NUMBER_SIGN, PLAIN, Report, usual_frequencies

Vector = dict[str, float]
"""Weights by term, of length 1."""

_UNSEEN = 0.002
_COMMON = 0.12
_NAME_WEIGHT = 1.8
_STRONGEST_TERMS = 30


def report_vector(report: Report) -> Vector:
    """The strongest terms of a report. How rare a term is comes from the usual share of news pages that have it, not from
    the pages at hand: a report weighs the same in every batch and on every day.
    """
    usual = usual_frequencies()
    weights: Vector = {}
    for term, count in report.items():
        if term.kind == PLAIN and usual.get(term.stem, 0.0) > _COMMON:
            continue
        key = NUMBER_SIGN + term.stem if term.kind == NUMBER else term.stem
        factor = _NAME_WEIGHT if term.kind == NAME else 1.0
        weights[key] = weights.get(key, 0.0) + factor * (1 + log(count)) * _rarity(term.stem)
    return unit({key: weights[key] for key in strongest_terms(weights)})


@cache
def _rarity(stem: str) -> float:
    return -log(usual_frequencies().get(stem, _UNSEEN))


def unit(weights: Vector) -> Vector:
    """The same direction at length 1, in the order of the keys; empty stays empty."""
    length = sqrt(sum(weights[key] * weights[key] for key in sorted(weights)))
    return {key: weights[key] / length for key in sorted(weights) if weights[key] > 0} if length else {}


def cosine(a: Vector, b: Vector) -> float:
    """From 0, nothing in common, to 1. Of vectors that are not of length 1 the dot product."""
    return fsum(a[key] * b[key] for key in a.keys() & b.keys())


def strongest_terms(vector: Vector) -> list[str]:
    """The terms that weigh most, heaviest first."""
    return sorted(vector, key=lambda key: (-vector[key], key))[:_STRONGEST_TERMS]
