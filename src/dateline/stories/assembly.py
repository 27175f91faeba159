"""Readings into stories: grouped, copies traced, facts and quotations compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.model import ChainEdge, Reading, Story
from dateline.stories.comparison import story_of
from dateline.stories.grouping.decisions import Decision
from dateline.stories.grouping.identity import new_id
from dateline.stories.grouping.related import related_stories, telling
from dateline.stories.grouping.sketches import sketch
from dateline.stories.grouping.stream import group_sketches
from dateline.syndication import find_copies


def group(readings: Sequence[Reading], decisions: Iterable[Decision] = ()) -> list[Story]:
    """The stories of some readings, earliest first; a reading that is alone in its occurrence is a story too.

    The order of the input does not matter, and a reading that is given twice counts once. `decisions` are a user's merges,
    splits and moves, oldest first.
    """
    ordered = in_order(readings)
    sketches = {reading.article.id: sketch(reading.article) for reading in ordered}
    place = {reading.article.id: i for i, reading in enumerate(ordered)}
    groups = sorted(
        sorted(place[article] for article in group) for group in group_sketches(sketches.values(), decisions)
    )
    edges = find_copies([reading.article for reading in ordered])
    members = [[ordered[i] for i in group] for group in groups]
    stories = [_grouped(readings, edges) for readings in members]
    tellings = [telling([sketches[reading.article.id].vector for reading in group]) for group in members]
    links = related_stories(members, tellings)
    return [
        replace(story, related=tuple(stories[k].id for k in near))
        for story, near in zip(stories, links, strict=True)
    ]


def _grouped(readings: Sequence[Reading], edges: Sequence[ChainEdge]) -> Story:
    """A story by the id of its first page, which stays while later ones join."""
    story = story_of(readings, edges)
    return replace(story, id=new_id(story.articles))


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
