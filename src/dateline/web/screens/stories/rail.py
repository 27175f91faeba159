"""What stands beside the list: what is ahead, what is in conflict, what is copied, what is followed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.jobs.alerting import Following, followed
from dateline.store import Collection, EventRow, StoryRow
from dateline.store.queries.story_rail import Clash, ahead, clashes
from dateline.web.links import list_address
from dateline.web.screens.stories.listing import Listing

_MOST = 4
_OFTEN_COPIED = 3
_SHORT = 18


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A fact in conflict: its values, or how many reports stand against how many; since when, and whether that is news to the reader."""

    story: str
    fact: str
    text: str
    words: str
    since: str | None
    is_new: bool


@dataclass(frozen=True, slots=True)
class Followed:
    """An alert, with the address of what it asks for."""

    name: str
    asked: str
    new: int
    address: str


@dataclass(frozen=True, slots=True)
class Rail:
    """What stands beside the list."""

    ahead: tuple[EventRow, ...]
    conflicts: tuple[Disagreement, ...]
    copied: tuple[StoryRow, ...]
    covered: tuple[StoryRow, ...]
    followed: tuple[Followed, ...]
    seen: str


def rail_of(collection: Collection, listing: Listing, seen: str) -> Rail:
    """What stands beside a list; of the stories that match, the newest 1,000 are looked at. What came into conflict after `seen` is news."""
    database, newest = collection.holdings.database, listing.newest
    copied = [row for row in newest if row.independent == 1 and row.reports >= _OFTEN_COPIED]
    copied.sort(key=lambda row: -row.reports)
    covered = sorted(newest, key=lambda row: (-row.independent, -row.reports))
    day = next((row.last_day for row in newest if row.last_day), None)
    return Rail(
        tuple(ahead(database, date.fromisoformat(day).toordinal(), _MOST)) if day else (),
        tuple(_disagreement(one, seen) for one in clashes(database, [row.id for row in newest], _MOST)),
        tuple(copied[:_MOST]),
        tuple(row for row in covered[:_MOST] if row.independent > 1),
        tuple(map(_followed, followed(collection))),
        seen,
    )


def _disagreement(clash: Clash, seen: str) -> Disagreement:
    is_new = clash.since is not None and clash.since > seen
    return Disagreement(clash.story, clash.fact, clash.text, _in_short(clash), clash.since, is_new)


def _in_short(clash: Clash) -> str:
    """The values against one another, where they are short."""
    values = [value for value, _ in clash.sides]
    if values and all(len(value) <= _SHORT for value in values):
        return " against ".join(values[:_MOST])
    reports = sum(count for _, count in clash.sides)
    return f"{reports} reports, {len(values)} accounts" if values else "reports disagree"


def _followed(one: Following) -> Followed:
    address = list_address(
        "/stories",
        q=one.query or None,
        actor=_first(one.filters.get("actor") or one.filters.get("source") or one.filters.get("target")),
        root=_first(one.filters.get("root")),
        status=_first(one.filters.get("status")),
    )
    return Followed(one.name, one.asked, one.new, address)


def _first(values: Sequence[str] | None) -> str | None:
    return values[0] if values else None
