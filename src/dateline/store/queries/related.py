"""Stories that are told in much the same words and names as one, without being the same."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from dateline.store.grouping.members import articles_in, sketches_of, stories_of
from dateline.store.sketch_rows import with_like_words
from dateline.stories.grouping.related import LIKE_TELLING, MOST_RELATED, telling
from dateline.stories.grouping.vectors import Vector, cosine, strongest_terms


def related_to(connection: Connection, story: str) -> tuple[str, ...]:
    """The ids of up to five other stories, nearest first; those whose reports have most strong terms in common are looked at."""
    own = _telling(connection, articles_in(connection, [story]).get(story, []))
    near = with_like_words(connection, strongest_terms(own))
    others = {other for other in stories_of(connection, near).values() if other != story}
    members = articles_in(connection, others)
    alike = [(-cosine(own, _telling(connection, numbers)), other) for other, numbers in members.items()]
    return tuple(other for likeness, other in sorted(alike) if -likeness >= LIKE_TELLING)[:MOST_RELATED]


def _telling(connection: Connection, numbers: Sequence[int]) -> Vector:
    return telling([page.vector for page in sketches_of(connection, numbers)])
