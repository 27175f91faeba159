"""Who does what a clause tells: the last person named or meant before the word for it."""

from __future__ import annotations

from dateline.model import ActorKind, Mention, Span
from dateline.stories.facts.claims import Claim
from dateline.stories.facts.tellings import Clause
from dateline.stories.facts.told_sentences import names_of


def are_of_two_persons(a: Claim, b: Claim) -> bool:
    """True where one person is said to have done it and another not to: the persons that stand before the acts differ, and neither
    is named where the other is.
    """
    return all(
        _are_apart(_doer(x, i), y.clauses[j], _doer(y, j))
        for x, y in ((a, b), (b, a))
        for i in range(len(x.spans))
        for j in range(len(y.spans))
    )


def _are_apart(doer: Mention | None, clause: Clause, other: Mention | None) -> bool:
    return doer is not None and other is not None and not names_of(doer) & (names_of(other) | clause.ideas)


def _doer(claim: Claim, at: int) -> Mention | None:
    """The last person named or meant before the word for the act, in its clause."""
    clause, span = claim.clauses[at], claim.spans[at]
    before = Span(clause.span.start, max(clause.span.start, span.start))
    return next(
        (
            m
            for m in reversed(clause.reading.mentions)
            if before.covers(m.span) and m.kind is ActorKind.PERSON
        ),
        None,
    )
