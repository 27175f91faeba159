"""What an export reads out of a collection: pages with their readings, and events with their sides and tellings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.model import Article, Reading, Story
from dateline.store.correcting.applying import ByHand


@dataclass(frozen=True, slots=True)
class Page:
    """An article with all that was read in it. `events` leads from its reports to the events across reports; `by_hand` is what people
    corrected and found right in it."""

    number: int
    reading: Reading
    day: str | None
    family: str | None
    story: str | None
    first_seen: str
    events: Mapping[str, str]
    by_hand: ByHand

    @property
    def article(self) -> Article:
        return self.reading.article


@dataclass(frozen=True, slots=True)
class Side:
    """Who stands on one side of an event. `actor` may be `local:...`, which means nothing outside the event."""

    actor: str | None
    name: str
    state: str | None
    code: str | None

    @property
    def lasting_actor(self) -> str | None:
        """The id, where it holds beyond one page."""
        return None if self.actor is None or self.actor.startswith("local:") else self.actor

    @property
    def sectors(self) -> tuple[str, ...]:
        """The code in threes, without the state."""
        code = (self.code or "").removeprefix(self.state or "")
        return tuple(code[at : at + 3] for at in range(0, len(code), 3))


@dataclass(frozen=True, slots=True)
class Telling:
    """One report of an event: in which article, under which id, and how it is coded there."""

    number: int
    article: str
    report: str
    root: str
    mode: str | None
    cameo: str | None
    score: float
    outlet: str | None


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event across its reports, which come in the order of their articles."""

    id: str
    story: str
    root: str
    mode: str | None
    status: str
    quad: int
    text: str
    date: str | None
    date_precision: str | None
    day: str | None
    place: str | None
    place_id: str | None
    place_precision: str | None
    reports: int
    outlets: int
    independent: int
    corrected: bool
    checked: bool
    source: tuple[Side, ...]
    target: tuple[Side, ...]
    tellings: tuple[Telling, ...]
    contexts: tuple[str, ...] = ()

    @property
    def coded_alike(self) -> tuple[Telling, ...]:
        """The tellings that have the event's own root and mode, which speak for it."""
        return tuple(one for one in self.tellings if (one.root, one.mode) == (self.root, self.mode))

    @property
    def score(self) -> float | None:
        """The score of its root and mode, from the reports."""
        return next((one.score for one in self.coded_alike), None)

    @property
    def cameo(self) -> str | None:
        """The CAMEO code that most of those reports have; of as many the most exact, then the first."""
        codes = [one.cameo for one in self.coded_alike if one.cameo]
        return min(codes, key=lambda code: (-codes.count(code), -len(code), code)) if codes else None

    @property
    def own_day(self) -> str | None:
        """The first day of its own date, where that is as exact as a day."""
        return self.date[:10] if self.date and len(self.date.partition("/")[0]) >= 10 else None

    @property
    def listed_day(self) -> str | None:
        """The day for data sets that want one: its own; else that of its first report, unless its date is another month or year."""
        if self.own_day or self.date is None or self.day is None:
            return self.own_day or self.day
        start, _, end = self.date.partition("/")
        first, last = self.day[: len(start)], self.day[: len(end or start)]
        return self.day if start <= first and last <= (end or start) else None


@dataclass(frozen=True, slots=True)
class ToldStory:
    """A story with the day of its last report and the instants at which its first and last pages came in. `titles` are those of
    its pages.
    """

    story: Story
    first_day: str | None
    last_day: str | None
    first_seen: str
    last_seen: str
    numbers: Mapping[str, int]
    titles: frozenset[str]

    @property
    def has_own_headline(self) -> bool:
        """Whether Dateline made the headline, and did not take it, whole or cut, from a page."""
        headline = " ".join(self.story.headline.split()).casefold()
        return not any(headline in title for title in self.titles)
