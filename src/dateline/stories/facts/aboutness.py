"""How likely two clauses of different pages speak of one thing: the ideas that they share, and words that are alike, by how rare these are on the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from math import log

from dateline.stories.alike_words import AlikeWords
from dateline.stories.facts.counterparts import Counterparts
from dateline.stories.facts.ideas import Ideas
from dateline.stories.facts.tellings import Clause
from dateline.stories.facts.told_sentences import ToldSentence, telling
from dateline.stories.stems import stem

_AROUND = 0.5
_ALIKE = 0.5


class Aboutness:
    """Weighs shared ideas. What half of all sentences have says little of what a clause is about."""

    def __init__(self, pages: Sequence[Sequence[Clause]]) -> None:
        self._pages = pages

    @cached_property
    def _around(self) -> list[Ideas]:
        """The ideas of each sentence; not asked for where there is nothing to compare."""
        return list({(c.article, c.sentence): c.around for page in self._pages for c in page}.values())

    @cached_property
    def _sentences(self) -> int:
        return max(2, len(self._around))

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(idea for ideas in self._around for idea in ideas)

    def weight(self, ideas: Ideas) -> float:
        """The rarer each idea, the more; an idea of only two sentences counts for 1."""
        whole = log(self._sentences / 2) or 1.0
        return sum(max(0.0, log(self._sentences / max(2, self._counts[idea])) / whole) for idea in ideas)

    def near(self, a: Clause, b: Clause, without: Ideas = frozenset()) -> float:
        """By what the two clauses themselves share."""
        return self.weight((a.ideas & b.ideas) - without)

    def of(self, a: Clause, b: Clause, without: Ideas = frozenset()) -> float:
        """By what the clauses share, and for half of what their sentences share."""
        near = (a.ideas & b.ideas) - without
        around = (a.around & b.around) - near - without
        return self.weight(near) + _AROUND * self.weight(around)

    def like(self, a: Clause, b: Clause, without: Ideas = frozenset()) -> float:
        """The same, and for as much as they are alike what words of the clauses share with words of the other's sentence."""
        return self.of(a, b, without) + (self._found(a, b, without) + self._found(b, a, without)) / 2

    def closeness(self, a: Clause, b: Clause) -> float:
        """How close the sentences of two clauses are where each is the other's closest, else 0 (see `Counterparts`)."""
        return self._counterparts.closeness(a, b)

    def sentence_likeness(self, a: ToldSentence, b: ToldSentence) -> float:
        """How close two sentences of different pages are, whether or not others are closer."""
        return self._counterparts.likeness(a, b)

    @cached_property
    def _counterparts(self) -> Counterparts:
        return Counterparts(self._pages, self.weight)

    def likeness(self, a: str, b: str) -> float:
        """How much two words of the pages are alike."""
        return self._alike.of(stem(a.lower()), stem(b.lower()))

    def _found(self, a: Clause, b: Clause, without: Ideas) -> float:
        theirs = [stem(word.form.lower()) for word in b.whole if telling([word]) - a.around - without]
        found = 0.0
        for word in a.words:
            own = telling([word])
            if own and own.isdisjoint(b.around | without):
                best = self._alike.best(stem(word.form.lower()), theirs)
                found += best * self.weight(own) / len(own) if best >= _ALIKE else 0.0
        return found

    @cached_property
    def _alike(self) -> AlikeWords:
        return AlikeWords(
            stem(word.form.lower())
            for word in {word: None for page in self._pages for clause in page for word in clause.words}
            if telling([word])
        )
