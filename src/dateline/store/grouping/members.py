"""Articles as grouping and the rows of stories need them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, select

from dateline.model import Reading
from dateline.store.correcting.applying import ByHand, Seed
from dateline.store.correcting.log import corrections_of
from dateline.store.correcting.reading_back import corrected_readings
from dateline.store.inserting import in_parts
from dateline.store.sketch_rows import sketch_of, with_like_terms
from dateline.store.tables import ARTICLES, STORY_ARTICLES
from dateline.stories import Sketch
from dateline.stories.grouping.likeness import WINDOW_DAYS

_NOTHING = ByHand()


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a story: `arrival` and `lineage` are those of its first version. `by_hand` is what people corrected in it, and `seeds` tells of an
    article with corrections from what the ids of its events come."""

    number: int
    id: str
    arrival: int
    lineage: str
    ordinal: int | None
    by_hand: ByHand = _NOTHING
    seeds: Mapping[str, Seed] = field(default_factory=dict)


def members_of(connection: Connection, ids: Sequence[str]) -> dict[str, Member]:
    """The articles of some ids."""
    columns = ARTICLES.c
    found: dict[str, Member] = {}
    for part in in_parts(list(ids)):
        rows = connection.execute(
            select(
                columns.number, columns.id, columns.arrival, columns.lineage, columns.published_ordinal
            ).where(columns.id.in_(part))
        )
        found |= {row.id: Member(*row) for row in rows}
    return found | _with_corrections(connection, list(found.values()))


def _with_corrections(connection: Connection, members: Sequence[Member]) -> dict[str, Member]:
    """Those of some articles that have corrections, with these."""
    has = corrections_of(connection, (member.lineage for member in members))
    those = {member.number: member for member in members if member.lineage in has}
    told = corrected_readings(connection, list(those))
    return {
        member.id: replace(member, by_hand=told[number].by_hand, seeds=told[number].seeds)
        for number, member in those.items()
    }


def readings_of(connection: Connection, numbers: Sequence[int]) -> dict[int, Reading]:
    """The readings of some articles as people corrected them, by their numbers."""
    return {number: told.reading for number, told in corrected_readings(connection, numbers).items()}


def sketches_of(connection: Connection, numbers: Iterable[int]) -> list[Sketch]:
    """The sketches of some articles, in the order of their numbers."""
    columns = ARTICLES.c
    found = {
        row.number: sketch_of(row.id, row.sketch)
        for part in in_parts(sorted(numbers))
        for row in connection.execute(
            select(columns.number, columns.id, columns.sketch).where(columns.number.in_(part))
        )
    }
    return [found[number] for number in sorted(found)]


def on_days_near(connection: Connection, day: int) -> set[int]:
    """The articles of the days around one, with all that share a story with these."""
    columns = ARTICLES.c
    near = columns.published_ordinal.between(day - WINDOW_DAYS, day + WINDOW_DAYS)
    found = connection.execute(select(columns.number).where(columns.is_current, near)).scalars()
    return with_company(connection, list(found))


def found_by_terms(connection: Connection, page: Sketch) -> set[int]:
    """The articles that only their terms lead to, with all that share a story with these: for a page without a date any, for one
    with a date those without.
    """
    found = with_like_terms(connection, page, undated_only=page.day is not None)
    return with_company(connection, found)


def has_undated(connection: Connection) -> bool:
    """Whether any article has no date."""
    undated = select(ARTICLES.c.number).where(ARTICLES.c.published_ordinal.is_(None)).limit(1)
    return connection.execute(undated).first() is not None


def with_company(connection: Connection, numbers: Sequence[int]) -> set[int]:
    """Articles with all that share a story with them."""
    stories = set(stories_of(connection, numbers).values())
    return {
        *numbers,
        *(number for members in articles_in(connection, stories).values() for number in members),
    }


def stories_of(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """The story of each article that has one."""
    columns = STORY_ARTICLES.c
    return {
        row.article: row.story
        for part in in_parts(list(numbers))
        for row in connection.execute(select(columns.article, columns.story).where(columns.article.in_(part)))
    }


def articles_in(connection: Connection, stories: Iterable[str]) -> Mapping[str, list[int]]:
    """The numbers of the articles of some stories, in their order there."""
    columns = STORY_ARTICLES.c
    found: dict[str, list[int]] = {}
    for part in in_parts(sorted(stories)):
        rows = connection.execute(
            select(columns.story, columns.article)
            .where(columns.story.in_(part))
            .order_by(columns.story, columns.place)
        )
        for story, article in rows:
            found.setdefault(story, []).append(article)
    return found
