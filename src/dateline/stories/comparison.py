"""Readings of one occurrence, compared: the story record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import ChainEdge, Reading, Story
from dateline.stories.chain import outlet_count, story_chain
from dateline.stories.events.occurrences import Occurrence
from dateline.stories.facts.comparison import story_facts, story_occurrences
from dateline.stories.grouping.identity import story_id
from dateline.stories.labels.headlines import story_headline
from dateline.stories.quotations.aligned import align_quotations
from dateline.syndication import families


@dataclass(frozen=True, slots=True)
class ToldStory:
    """A story with its events, in the order in which the pages first tell them, and the family of copies of each article."""

    story: Story
    events: tuple[Occurrence, ...]
    family_of: dict[str, int]


def story_of(readings: Sequence[Reading], edges: Sequence[ChainEdge]) -> Story:
    """The story that some readings tell. `edges` may hold edges of other articles, which are left out."""
    return told_story(readings, edges).story


def told_story(readings: Sequence[Reading], edges: Sequence[ChainEdge]) -> ToldStory:
    """The same, with what it was made from."""
    ids = [reading.article.id for reading in readings]
    chain = story_chain(readings, edges)
    family_of = family_numbers(ids, chain)
    found = story_occurrences(readings, family_of)
    story = Story(
        id=story_id(ids),
        headline=story_headline(readings, found, family_of),
        articles=tuple(ids),
        reports=len(ids),
        outlets=outlet_count([reading.article for reading in readings]),
        independent=len(set(family_of.values())),
        chain=chain,
        facts=story_facts(readings, found, family_of),
        quotations=align_quotations(readings, chain),
        related=(),
    )
    return ToldStory(story, tuple(found), family_of)


def family_numbers(article_ids: Sequence[str], chain: Sequence[ChainEdge]) -> dict[str, int]:
    """The number of the family of copies that each article belongs to."""
    groups = families(article_ids, chain)
    return {article: number for number, family in enumerate(groups) for article in family}
