"""Readings into stories (codebook section 8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Article, Reading, Story
from dateline.stories.clusters import average_link
from dateline.stories.comparison import story_of
from dateline.stories.likeness import likenesses
from dateline.stories.related import related_stories, telling
from dateline.stories.terms import Report, report_terms
from dateline.stories.twins import split_twins
from dateline.stories.vectors import Vector, report_vectors
from dateline.syndication import find_copies

SAME_STORY = 0.21
"""The mean likeness above which clusters of reports are one story; one value for every source."""

_LEAST_LIKENESS = 0.05


def group(readings: Sequence[Reading]) -> list[Story]:
    """The stories of some readings, earliest first; a reading that is alone in its occurrence is a story too.

    The order of the input does not matter, and a reading that is given twice counts once.
    """
    ordered = in_order(readings)
    articles = [reading.article for reading in ordered]
    terms = [report_terms(article) for article in articles]
    vectors = report_vectors(terms)
    groups = _groups(articles, terms, vectors)
    edges = find_copies(articles)
    stories = [story_of([ordered[i] for i in members], edges) for members in groups]
    links = related_stories(
        [[ordered[i] for i in members] for members in groups],
        [telling([vectors[i] for i in members]) for members in groups],
    )
    return [
        replace(story, related=tuple(stories[k].id for k in near))
        for story, near in zip(stories, links, strict=True)
    ]


def compare(a: Reading, b: Reading) -> Story:
    """Two readings as one story, whether or not they would have been grouped."""
    ordered = in_order((a, b))
    return story_of(ordered, find_copies([reading.article for reading in ordered]))


def in_order(readings: Sequence[Reading]) -> list[Reading]:
    """By time of publication, undated last, then id; each article once."""
    unique = {reading.article.id: reading for reading in readings}

    def key(reading: Reading) -> tuple[str, str]:
        published = reading.article.published
        return (published.value if published else "~", reading.article.id)

    return sorted(unique.values(), key=key)


def _groups(
    articles: Sequence[Article], terms: Sequence[Report], vectors: Sequence[Vector]
) -> list[list[int]]:
    alike = likenesses(articles, terms, vectors, _LEAST_LIKENESS)
    clusters = average_link(len(articles), alike, SAME_STORY)
    return sorted(part for cluster in clusters for part in split_twins(cluster, vectors, terms))
