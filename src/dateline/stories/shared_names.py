"""Whether two reports name the same people and places: one kind of event elsewhere is another story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.stories.terms import NAME, Term

_FEWEST_NAMES = 2
_HARDLY_ANY = 0.1
_NONE_SHARED = 0.5
_HARDLY_SHARED = 0.7


@dataclass(frozen=True, slots=True)
class NamedTerms:
    """The stems of a report's names, and all its stems."""

    names: frozenset[str]
    stems: frozenset[str]


def named_terms(report: Mapping[Term, float]) -> NamedTerms:
    """The names of a report, as far as capital letters show them."""
    names = frozenset(term.stem for term in report if term.kind == NAME)
    return NamedTerms(names, frozenset(term.stem for term in report))


def names_factor(a: NamedTerms, b: NamedTerms) -> float:
    """How much less alike two reports are when they have no names in common: 1 where they have some, or name nobody."""
    if min(len(a.names), len(b.names)) < _FEWEST_NAMES:
        return 1.0
    shared = max(len(a.names & b.stems) / len(a.names), len(b.names & a.stems) / len(b.names))
    if shared == 0:
        return _NONE_SHARED
    return _HARDLY_SHARED if shared < _HARDLY_ANY else 1.0
