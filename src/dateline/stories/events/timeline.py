"""What happened when, in a story or a storyline, from the dates that the texts give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model import DatePrecision, Reading, Span, Status, Story
from dateline.model.codec import Record
from dateline.stories.comparison import family_numbers
from dateline.stories.events.days import days_of
from dateline.stories.events.occurrences import Occurrence
from dateline.stories.events.reports import EventReport
from dateline.stories.facts.comparison import story_occurrences
from dateline.stories.labels.event_labels import event_text


@dataclass(frozen=True, slots=True)
class Telling(Record):
    """The words of an article that date an event; those that report it, where its date is elsewhere."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Moment(Record):
    """An event on its day. `date` is an ISO day, month, year or `start/end`, as exact as `precision` says; `story` the id of the story
    that tells it. An event that reports date differently has a moment for each date.
    """

    date: str
    precision: DatePrecision
    text: str
    status: Status
    story: str
    tellings: tuple[Telling, ...]


def timeline(stories: Sequence[Story], readings: Sequence[Reading]) -> list[Moment]:
    """The dated events of some stories, earliest first; of equal days the longer stretch first. Undated events are left out.

    `readings` holds at least the readings of the stories.
    """
    by_id = {reading.article.id: reading for reading in readings}
    moments = [
        moment
        for story in stories
        for occurrence in story_occurrences(
            [by_id[article] for article in story.articles], family_numbers(story.articles, story.chain)
        )
        for moment in _moments(occurrence, story.id)
    ]
    return sorted(moments, key=_place)


def _moments(occurrence: Occurrence, story: str) -> Iterator[Moment]:
    by_date: dict[str, list[EventReport]] = {}
    for report in occurrence.reports:
        if report.event.date is not None and days_of(report.event.date) is not None:
            by_date.setdefault(report.event.date.value, []).append(report)
    for date, reports in by_date.items():
        tellings = dict.fromkeys(_telling(report) for report in reports)
        when = reports[0].event.date
        if when is not None:
            yield Moment(
                date, when.precision, event_text(occurrence), occurrence.status, story, tuple(tellings)
            )


def _telling(report: EventReport) -> Telling:
    when = report.event.date
    return Telling(report.article, when.span if when and when.span else report.event.evidence)


def _place(moment: Moment) -> tuple[str, int, str, str]:
    start, _, end = moment.date.partition("/")
    return start, -len(end or start), moment.text, moment.story
