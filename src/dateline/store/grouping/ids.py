"""Ids of stories and events that hold while these grow, merge and split.

An id comes from the page that was there first, whatever came in with it, so it does not depend on where a batch ended. When two
stories merge, the older keeps its id; when one splits, the part with its first page does. A new version of a page stands for the first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

from dateline.store.correcting.applying import Seed
from dateline.store.grouping.members import Member
from dateline.stories.events.occurrences import Occurrence
from dateline.stories.events.reports import EventReport
from dateline.stories.grouping.identity import story_id

_ID_LENGTH = 16


def id_of_story(members: Sequence[Member]) -> str:
    """The id of a story of some articles."""
    return story_id([min(members, key=lambda member: member.arrival).lineage])


def id_of_event(event: Occurrence, members: Mapping[str, Member]) -> str:
    """The id of an event: from its first report by arrival, and which of that page's events of one root it is."""

    def place(report: EventReport) -> tuple[int, int]:
        return members[report.article].arrival, report.event.trigger.start

    first = min(event.reports, key=place)
    root, which = members[first.article].seeds.get(first.event.id) or _seed(first)
    seed = f"{members[first.article].lineage}\n{root}\n{which}"
    return "event:" + sha256(seed.encode()).hexdigest()[:_ID_LENGTH]


def _seed(report: EventReport) -> Seed:
    root = report.event.plover
    alike = [other for other in report.reading.events if other.plover == root]
    return root, alike.index(report.event)
