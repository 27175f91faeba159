"""Facts of which reports differ."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from dateline.model import Stance, Support
from dateline.model.codec import Record
from dateline.store.database import Database
from dateline.store.tables import FACTS, POSITIONS, STORIES


@dataclass(frozen=True, slots=True)
class Conflict(Record):
    """A fact with the different values that reports give."""

    story: str
    headline: str
    fact: str
    text: str
    values: tuple[str, ...]


def conflicts(database: Database, most: int) -> list[Conflict]:
    """Facts of which reports differ, those of the latest stories first."""
    facts, stories, positions = FACTS.c, STORIES.c, POSITIONS.c
    query = (
        select(stories.id, stories.headline, facts.id, facts.text)
        .join_from(STORIES, FACTS, facts.story == stories.id)
        .where(stories.support == Support.CONFLICTING.value, facts.support == Support.CONFLICTING.value)
        .order_by(stories.last_ordinal.desc(), stories.id, facts.place)
        .limit(most)
    )
    found = []
    with database.reading() as connection:
        for story, headline, fact, text in connection.execute(query).all():
            told = select(positions.value).where(
                positions.story == story,
                positions.fact == fact,
                positions.stance != Stance.OMITS.value,
                positions.value.is_not(None),
            )
            values = dict.fromkeys(connection.execute(told.order_by(positions.place)).scalars())
            found.append(Conflict(story, headline, fact, text, tuple(str(value) for value in values)))
    return found
