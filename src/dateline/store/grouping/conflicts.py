"""Since when a fact is in conflict: kept while its story is told anew, for as long as the reports go on to disagree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dateline.model import Fact, FactKind, Stance, Story, Support
from dateline.store.clock import now
from dateline.store.grouping.story_rows import story_record
from dateline.store.inserting import in_parts
from dateline.store.tables import FACTS, STORIES

Place = tuple[str, int, int]
"""An article, and where words of it begin and end."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A fact in conflict as it was told before; `since` is null where nobody noted when it began."""

    kind: FactKind
    text: str
    places: frozenset[Place]
    since: str | None


def standing_conflicts(connection: Connection, stories: Iterable[str]) -> list[Standing]:
    """The facts in conflict of some stories, before these are told anew."""
    found: list[Standing] = []
    for part in in_parts(sorted(stories)):
        columns = FACTS.c
        rows = connection.execute(
            select(columns.story, columns.id, columns.conflict_since).where(
                columns.story.in_(part), columns.support == Support.CONFLICTING.value
            )
        ).all()
        since = {(row.story, row.id): row.conflict_since for row in rows}
        those = select(STORIES.c.story).where(STORIES.c.id.in_({row.story for row in rows}))
        for data in connection.execute(those).scalars() if rows else ():
            story = story_record(data)
            found += [
                Standing(fact.kind, fact.text, _places(fact), since[story.id, fact.id])
                for fact in story.facts
                if (story.id, fact.id) in since
            ]
    return found


def conflicts_since(story: Story, before: Sequence[Standing]) -> dict[str, str | None]:
    """Since when each fact in conflict is, by its id: as before where it was so already, else from now on."""
    return {fact.id: _since(fact, before) for fact in story.facts if fact.support is Support.CONFLICTING}


def _since(fact: Fact, before: Sequence[Standing]) -> str | None:
    """A fact is known again by words that it shares with one of its kind, else by its text."""
    places = _places(fact)
    alike = [one for one in before if one.kind is fact.kind]
    same = [one for one in alike if one.places & places] or [one for one in alike if one.text == fact.text]
    if not same:
        return now()
    return None if any(one.since is None for one in same) else min(one.since for one in same if one.since)


def _places(fact: Fact) -> frozenset[Place]:
    return frozenset(
        (position.article, span.start, span.end)
        for position in fact.positions
        if position.stance is not Stance.OMITS
        for span in position.spans
    )
