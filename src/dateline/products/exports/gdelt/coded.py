"""Events that GDELT has room for: those that happened, on a day, with a CAMEO code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.model import BlockKind, Event, Status
from dateline.products.exports.contents import Contents
from dateline.products.exports.ids import number_of
from dateline.products.exports.job import Job
from dateline.products.exports.told import Page, Telling, ToldEvent

NOT_HAPPENED = "events that did not happen: planned, denied or hypothetical"
NO_DAY = "events without a day: their date is a month or year, or neither they nor their reports have any"
NO_CODE = "events without a CAMEO code"
NO_REPORT = "events whose reports the filters left out"


@dataclass(frozen=True)
class Mention:
    """A report of an event, with its page."""

    telling: Telling
    page: Page

    @cached_property
    def event(self) -> Event:
        """The event as the page's reading has it."""
        return next(event for event in self.page.reading.events if event.id == self.telling.report)

    @property
    def is_in_lead(self) -> bool:
        """Whether it stands in the headline or the first paragraph."""
        article = self.page.article
        lead = [*article.spans_of(BlockKind.HEADLINE, BlockKind.DEK), *article.spans_of(BlockKind.BODY)[:1]]
        return any(span.touches(self.event.evidence) for span in lead)

    @property
    def identifier(self) -> str:
        """The address of the page; its id, where it has none."""
        return self.page.article.url or self.page.article.id

    @property
    def seen(self) -> str:
        """When the page came in, as 14 digits."""
        return "".join(letter for letter in self.page.first_seen if letter.isdigit())[:14]


@dataclass(frozen=True)
class CodedEvent:
    """An event with all that GDELT's columns need."""

    event: ToldEvent
    day: str
    cameo: str
    contents: Contents

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Its reports, with their pages."""
        return tuple(Mention(telling, self.contents.page(telling.number)) for telling in self.event.tellings)

    @property
    def number(self) -> int:
        return number_of(self.event.id)

    @cached_property
    def first_seen(self) -> str:
        """When the first page that reports it came in."""
        return min(mention.seen for mention in self.mentions)

    @cached_property
    def first(self) -> Mention:
        """The report that came in first."""
        return min(self.mentions, key=lambda mention: mention.seen)


def coded_events(job: Job) -> Iterator[CodedEvent]:
    """The events that have room, in the order of the collection; the others are counted by their reason."""
    for event in job.contents.events():
        reason = _reason(event)
        if reason:
            job.left_out[reason] += 1
        elif event.listed_day and event.cameo:
            yield CodedEvent(event, event.listed_day, event.cameo, job.contents)


def _reason(event: ToldEvent) -> str | None:
    if event.status != Status.HAPPENED:
        return NOT_HAPPENED
    if not event.tellings:
        return NO_REPORT
    if event.listed_day is None:
        return NO_DAY
    return None if event.cameo else NO_CODE


def uncounted(job: Job) -> Job:
    """The same job with a count of its own, for a second walk over the events."""
    return Job(job.contents, job.rights, job.about, Counter())
