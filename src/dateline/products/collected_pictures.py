"""Pictures of what a collection holds: its events that some filters let through, two actors, or the facts of a story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from dateline.knowledge import Knowledge
from dateline.products.pictures import (
    Gazette,
    Picture,
    dyad_picture,
    map_picture,
    network_picture,
    timeline_picture,
)
from dateline.products.story_matrix import story_matrix
from dateline.store import Collection, EventRow
from dateline.store.queries.conditions import values_of

Asked = Mapping[str, Any]
"""Filters, as `Collection.events` takes them."""


class PictureKind(StrEnum):
    """What a picture of events shows."""

    TIMELINE = "timeline"
    NETWORK = "network"
    MAP = "map"


_TITLES = {
    PictureKind.TIMELINE: "Timeline",
    PictureKind.NETWORK: "Who deals with whom",
    PictureKind.MAP: "Where",
}


def picture_of_events(
    collection: Collection,
    kind: PictureKind,
    asked: Asked,
    *,
    title: str | None = None,
    most: int | None = None,
) -> Picture:
    """Events in time, between actors, or on the map.

    Args:
        title: by default what is shown, and of whom.
        most: the newest so many events alone.
    """
    events = _events(collection, asked, most)
    title = title or _titled(kind, asked)
    if kind is PictureKind.MAP:
        return map_picture(events, Gazette(Knowledge.load()), title=title)
    return (network_picture if kind is PictureKind.NETWORK else timeline_picture)(events, title=title)


def picture_of_two(
    collection: Collection,
    between: tuple[str, str],
    asked: Asked,
    *,
    title: str | None = None,
    most: int | None = None,
) -> Picture:
    """What two actors did to one another over time, each given as a filter takes them."""
    one, other = map(_called, between)
    return dyad_picture(_events(collection, {**asked, "between": between}, most), one, other, title=title)


def picture_of_story(collection: Collection, story: str, *, title: str | None = None) -> Picture:
    """The facts of a story by outlet.

    Raises:
        CollectionError: `unknown`.
    """
    found = collection.story(story)
    return story_matrix(found, [collection.reading(article) for article in found.articles], title=title)


def _events(collection: Collection, asked: Asked, most: int | None) -> Iterable[EventRow]:
    rows = collection.events(**asked)
    return rows if most is None else rows.limit(most)


def _called(who: str) -> str:
    """The name of a state or actor that was given by its code or id; else the words that were given."""
    knowledge = Knowledge.load()
    found = knowledge.entity(knowledge.registry.states.get(who, who))
    return found.name if found else who


def _titled(kind: PictureKind, asked: Asked) -> str:
    """What is shown, and of whom or what."""
    given = [
        _called(value)
        for name in ("actor", "source", "target", "about")
        for value in values_of(asked.get(name))
    ]
    return f"{_TITLES[kind]}: {', '.join(given)}" if given else _TITLES[kind]
