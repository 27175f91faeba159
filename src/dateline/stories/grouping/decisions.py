"""What a user decided about stories: merged, split, moved. Later runs respect it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

from dateline.model.codec import Record


class DecisionKind(StrEnum):
    """What was done."""

    MERGE = "merge"
    SPLIT = "split"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Decision(Record):
    """One decision, as it stands in the log.

    `merge`: `articles` and `others` are one story. `split`: `articles` are one story, and another one than `others`. `move`:
    `articles` join the story of `others` and leave that of `left`. `by`, `at` and `why` say who decided, when and for what reason.
    """

    kind: DecisionKind
    articles: tuple[str, ...]
    others: tuple[str, ...]
    left: tuple[str, ...] = ()
    by: str | None = None
    at: str | None = None
    why: str | None = None

    @property
    def named(self) -> list[str]:
        """All articles that it is about."""
        return [*self.articles, *self.others, *self.left]

    def with_articles(self, ids: Mapping[str, str]) -> Decision:
        """The same about articles of other ids; those that `ids` lacks stay."""

        def renamed(articles: Sequence[str]) -> tuple[str, ...]:
            return tuple(ids.get(article, article) for article in articles)

        return replace(
            self, articles=renamed(self.articles), others=renamed(self.others), left=renamed(self.left)
        )


class Rulings:
    """What a log of decisions asks of pairs of articles; of two decisions about one pair the later holds."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._together: dict[str, dict[str, bool]] = {}
        for decision in decisions:
            self._rule(decision)

    def __bool__(self) -> bool:
        return bool(self._together)

    def with_(self, article: str) -> list[str]:
        """Articles that share the story of this one by decision."""
        return sorted(other for other, same in self._together.get(article, {}).items() if same)

    def part(self, a: Sequence[str], b: Sequence[str]) -> bool:
        """True when a decision keeps two groups of articles apart."""
        if not self._together:
            return False
        mine = set(b)
        return any(
            not same and other in mine for one in a for other, same in self._together.get(one, {}).items()
        )

    def _rule(self, decision: Decision) -> None:
        same = decision.kind is not DecisionKind.SPLIT
        for article in decision.articles:
            for other in decision.left:
                self._set(article, other, same=False)
            for other in decision.others:
                self._set(article, other, same=same)
        for a, b in combinations(decision.articles, 2):
            self._set(a, b, same=True)

    def _set(self, a: str, b: str, *, same: bool) -> None:
        if a != b:
            self._together.setdefault(a, {})[b] = same
            self._together.setdefault(b, {})[a] = same
