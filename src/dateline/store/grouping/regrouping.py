"""Stories worked out anew where pages came or went, in the transaction in which they did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from dateline.model import Reading
from dateline.store.correcting.log import story_decisions
from dateline.store.grouping.conflicts import Standing, conflicts_since, standing_conflicts
from dateline.store.grouping.ids import id_of_story
from dateline.store.grouping.members import (
    Member,
    articles_in,
    found_by_terms,
    has_undated,
    members_of,
    on_days_near,
    readings_of,
    sketches_of,
    stories_of,
    with_company,
)
from dateline.store.grouping.rollup_rows import Bucket, apply_changes, buckets
from dateline.store.grouping.story_rows import delete_stories, rows_of_story, write_story
from dateline.store.ingest.months import note_months
from dateline.store.inserting import in_parts
from dateline.store.tables import EVENT_PARTICIPANTS, EVENTS, FACTS
from dateline.stories import Grouping, ToldStory, in_order, told_story
from dateline.syndication import find_copies

_MOST_HELD = 30_000
"""Pages that are held in memory between batches; beyond that they are loaded again as they are needed."""

_MOST_READINGS = 1_000


class Regrouping:
    """Keeps the stories of a collection while its writer has the lock. Pages that may get company stay in memory."""

    def __init__(self) -> None:
        self._grouping = Grouping()
        self._days: set[int] = set()
        self._readings: dict[int, Reading] = {}
        self._begun = False
        self._has_decisions = False

    def settle(
        self, connection: Connection, added: Sequence[int], removed: Mapping[int, str] | None = None
    ) -> None:
        """Brings the stories up to date.

        Args:
            added: numbers of articles that came in.
            removed: numbers and ids of those that went, or that a later version took the place of.
        """
        gone = removed or {}
        if gone and self._has_decisions:
            self._begun = False  # decisions are about versions that others take the place of
        self._begin(connection)
        self._take_out(connection, gone)
        self._take_in(connection, added, gone)
        self._rewrite(connection, self._grouping.changed(), gone)

    def _begin(self, connection: Connection) -> None:
        if self._begun and len(self._grouping) <= _MOST_HELD:
            return
        decisions = story_decisions(connection)
        self._grouping, self._has_decisions = Grouping(decisions), bool(decisions)
        self._days.clear()
        self._begun = True

    def _take_out(self, connection: Connection, gone: Mapping[int, str]) -> None:
        self._hold(connection, with_company(connection, list(gone)) - gone.keys())
        for id_ in gone.values():
            if id_ in self._grouping:
                self._grouping.remove(id_)

    def _take_in(self, connection: Connection, added: Sequence[int], gone: Mapping[int, str]) -> None:
        pages = sketches_of(connection, added)
        out = {*added, *gone}
        for day in sorted({page.day for page in pages if page.day is not None} - self._days):
            self._hold(connection, on_days_near(connection, day) - out)
            self._days.add(day)
        if has_undated(connection):
            for page in pages:
                self._hold(connection, found_by_terms(connection, page) - out)
        for page in pages:
            self._grouping.add(page)

    def _hold(self, connection: Connection, numbers: Iterable[int]) -> None:
        """Lets pages that are there already be found; that alone changes no story."""
        for page in sketches_of(connection, numbers):
            self._grouping.add(page, is_news=False)

    def _rewrite(
        self, connection: Connection, groups: Sequence[Sequence[str]], gone: Mapping[int, str]
    ) -> None:
        affected = list(groups)
        while True:
            members = members_of(connection, [article for group in affected for article in group])
            held = stories_of(connection, [*(member.number for member in members.values()), *gone])
            before = articles_in(connection, held.values())
            lost = {held[number] for number in gone if number in held}
            changed = [group for group in affected if not _is_as_before(group, members, before, lost)]
            over = lost | {held[members[a].number] for g in changed for a in g if members[a].number in held}
            seen = {member.number for member in members.values()} | gone.keys()
            left = {number for story in over for number in before[story]} - seen
            if not left:
                break
            affected += self._groups_of(connection, left)
        note_months(connection, [*seen, *(number for story in over for number in before[story])])
        changes = _negative(_counted(connection, over))
        standing = standing_conflicts(connection, over)
        delete_stories(connection, over)
        for group in changed:
            changes.update(self._write(connection, [members[article] for article in group], standing))
        apply_changes(connection, changes)

    def _groups_of(self, connection: Connection, numbers: Iterable[int]) -> list[list[str]]:
        """The stories of pages that were left behind by others."""
        ids = [page.article for page in sketches_of(connection, numbers)]
        return [list(group) for group in {tuple(self._grouping.group_of(article)) for article in ids}]

    def _write(
        self, connection: Connection, members: Sequence[Member], standing: Sequence[Standing]
    ) -> Counter[Bucket]:
        readings = self._load(connection, [member.number for member in members])
        return _write(connection, members, readings, standing)

    def _load(self, connection: Connection, numbers: Sequence[int]) -> list[Reading]:
        missing = [number for number in numbers if number not in self._readings]
        if len(self._readings) + len(missing) > _MOST_READINGS:
            self._readings = {n: self._readings[n] for n in numbers if n in self._readings}
        self._readings |= readings_of(connection, missing)
        return [self._readings[number] for number in numbers]

    def forget_readings(self, numbers: Iterable[int]) -> None:
        """What these articles say has changed, or is gone."""
        for number in numbers:
            self._readings.pop(number, None)


def retell(connection: Connection, numbers: Sequence[int]) -> None:
    """Tells the stories of some articles anew, which say something else now; who is in them stays."""
    stories = sorted(set(stories_of(connection, numbers).values()))
    changes = _negative(_counted(connection, stories))
    for story in stories:
        (inside,) = articles_in(connection, [story]).values()
        readings = list(readings_of(connection, inside).values())
        note_months(connection, inside)
        standing = standing_conflicts(connection, [story])
        delete_stories(connection, [story])
        members = members_of(connection, [reading.article.id for reading in readings])
        changes.update(_write(connection, list(members.values()), readings, standing))
    apply_changes(connection, changes)


def tell(readings: Sequence[Reading], members: Sequence[Member]) -> ToldStory:
    """The story of some articles, under the id that it has in a collection."""
    ordered = in_order(readings)
    told = told_story(ordered, find_copies([reading.article for reading in ordered]))
    return replace(told, story=replace(told.story, id=id_of_story(members)))


def _write(
    connection: Connection,
    members: Sequence[Member],
    readings: Sequence[Reading],
    standing: Sequence[Standing],
) -> Counter[Bucket]:
    """Writes the story of some articles, and tells in which buckets its events are counted. `standing` are the facts that were in conflict before."""
    told = tell(readings, members)
    by_id = {member.id: member for member in members}
    rows = rows_of_story(told, by_id, {reading.article.id: reading for reading in readings})
    since = conflicts_since(told.story, standing)
    rows[FACTS] = [{**row, "conflict_since": since.get(str(row["id"]))} for row in rows[FACTS]]
    write_story(connection, told, by_id, rows)
    return buckets(rows[EVENTS], rows[EVENT_PARTICIPANTS])


def _is_as_before(
    group: Sequence[str],
    members: Mapping[str, Member],
    before: Mapping[str, Sequence[int]],
    lost: Container[str],
) -> bool:
    own = [members[article] for article in group]
    story = id_of_story(own)
    return story not in lost and set(before.get(story, ())) == {member.number for member in own}


def _counted(connection: Connection, stories: Iterable[str]) -> Counter[Bucket]:
    """In which buckets the events of some stories are counted."""
    found: Counter[Bucket] = Counter()
    for part in in_parts(sorted(stories)):
        events = connection.execute(select(EVENTS).where(EVENTS.c.story.in_(part))).mappings().all()
        inside = select(EVENTS.c.id).where(EVENTS.c.story.in_(part))
        parties = connection.execute(
            select(EVENT_PARTICIPANTS).where(EVENT_PARTICIPANTS.c.event.in_(inside))
        ).mappings()
        found += buckets(map(dict, events), map(dict, parties))
    return found


def _negative(counts: Mapping[Bucket, int]) -> Counter[Bucket]:
    return Counter({bucket: -count for bucket, count in counts.items()})
