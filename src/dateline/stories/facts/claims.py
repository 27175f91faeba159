"""What pages say of one thing, found in their words and not carried by an event: claims joined across pages into facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.model import Fact, FactKind, Position, Span, Stance, Support
from dateline.stories.facts.tellings import Clause


@dataclass(frozen=True, eq=False)
class Claim:
    """A value that a page gives for something, with all the places where it gives it. `question` says what it answers, `normal` the
    value in its normal form; `spans` belong to `clauses` one by one.
    """

    kind: FactKind
    question: str
    normal: str
    clauses: tuple[Clause, ...]
    spans: tuple[Span, ...]

    @property
    def article(self) -> str:
        return self.clauses[0].article

    @property
    def value(self) -> str:
        return self.spans[0].of(self.clauses[0].reading.article.text)


Score = Callable[[Claim, Claim], float]
"""How surely two claims of different pages are of one thing; 0 where they are not to be compared."""

Clash = Callable[[Claim, Claim], bool | None]
"""True: cannot both hold. False: they agree. None: neither."""


def joined_claims(pages: Sequence[Sequence[Claim]], score: Score) -> list[list[Claim]]:
    """Claims of one thing, the surest pairs first, at most one of each page; those that stand alone are left out."""
    claims = [claim for page in pages for claim in page]
    pairs = [
        (rating, i, j)
        for (i, a), (j, b) in combinations(enumerate(claims), 2)
        if a.article != b.article and (rating := score(a, b)) > 0
    ]
    home = list(range(len(claims)))
    members = {i: [i] for i in home}
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        a, b = sorted((home[i], home[j]))
        pages_of = [claims[k].article for k in (*members[a], *members[b])]
        if a == b or len(set(pages_of)) < len(pages_of):
            continue
        members[a] += members.pop(b)
        home = [a if at == b else at for at in home]
    return [[claims[k] for k in sorted(group)] for group in members.values() if len(group) > 1]


def claim_fact(group: Sequence[Claim], clash: Clash, family_of: Mapping[str, int]) -> Fact | None:
    """The fact of claims of one thing: conflicting or corroborated by independent reports; None where it is neither."""
    pairs = [
        (a, b, clash(a, b)) for a, b in combinations(group, 2) if family_of[a.article] != family_of[b.article]
    ]
    apart = any(verdict for _, _, verdict in pairs)
    if not apart and not any(verdict is False for _, _, verdict in pairs):
        return None
    standard = min(
        group, key=lambda claim: sum(bool(clash(claim, other)) for other in group if other is not claim)
    )
    positions = tuple(
        _position(claim, differs=claim is not standard and bool(clash(standard, claim))) for claim in group
    )
    support = Support.CONFLICTING if apart else Support.CORROBORATED
    return Fact("", standard.kind, standard.question, support, positions)


def claim_facts(
    pages: Sequence[Sequence[Claim]], score: Score, clash: Clash, family_of: Mapping[str, int]
) -> Iterator[Fact]:
    """The facts of all claims, in the order of the first page that makes them."""
    for group in joined_claims(pages, score):
        fact = claim_fact(group, clash, family_of)
        if fact is not None:
            yield fact


def conflicts_only(facts: Iterator[Fact]) -> list[Fact]:
    """The facts on which pages differ."""
    return [fact for fact in facts if fact.support is Support.CONFLICTING]


def _position(claim: Claim, *, differs: bool) -> Position:
    stance = Stance.DIFFERS if differs else Stance.REPORTS
    return Position(claim.article, stance, claim.value, claim.normal, claim.spans)
