"""Who does what a clause tells: the last person named or meant before the word for it; and who only denies it of himself."""

from __future__ import annotations

import re

from dateline.model import ActorKind, Mention, Span
from dateline.stories.facts.claims import Claim
from dateline.stories.facts.tellings import Clause
from dateline.stories.facts.told_sentences import names_of

_OF_ONESELF = re.compile(
    r"\b(?:said|says|told \w+|insisted|insists|maintained|claimed|claims|argued|denied|stated|wrote|testified|acknowledged)(?: \w+)?(?: that)? (?:it|he|she|they)\s+(?:(?:has|had|have|did|was|were|is|are)\s+)?$"
    r"|\b(?:I|we)\s+(?:(?:have|had|did|was|were|am|are)\s+)?$",
    re.IGNORECASE,
)


def is_of_oneself(text: str, start: int, end: int) -> bool:
    """True where what comes before a negation makes it a denial of oneself: a quarrel that the page reports."""
    return _OF_ONESELF.search(text, start, end) is not None


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
