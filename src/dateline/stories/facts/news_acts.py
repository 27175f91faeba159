"""The acts that are the news of a page: those of its headline and of the sentence that opens it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.model import BlockKind
from dateline.stories.facts.ideas import Ideas, act_ideas
from dateline.stories.facts.tellings import PHASES, Clause


def news_acts(pages: Sequence[Sequence[Clause]]) -> Mapping[str, Ideas]:
    """By article. What began, ended or goes on is no act."""
    return {page[0].article: _of(page) for page in pages if page}


def _of(page: Sequence[Clause]) -> Ideas:
    article = page[0].reading.article
    body = article.spans_of(BlockKind.BODY)
    opening = next((clause.sentence for clause in page if body and clause.span.start >= body[0].start), None)
    until = opening.end if opening else 0
    ideas = frozenset(idea for clause in page if clause.span.start < until for idea in clause.ideas)
    return (ideas & act_ideas()) - PHASES
