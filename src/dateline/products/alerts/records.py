"""What an alert tells, as records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from dateline.model import Record
from dateline.store import StoryRow


@dataclass(frozen=True, slots=True)
class AlertedPage(Record):
    """A page for which a story is told. `link` is null where the page has no address on the web."""

    article: str
    title: str | None
    outlet: str | None
    day: str | None
    link: str | None


@dataclass(frozen=True, slots=True)
class AlertedEvent(Record):
    """An event of a story, with the words of one page that it rests on."""

    id: str
    text: str
    root: str
    status: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    place: str | None
    date: str | None
    reports: int
    outlets: int
    independent: int
    words: str
    outlet: str | None
    article: str
    link: str | None


@dataclass(frozen=True, slots=True)
class AlertedQuotation(Record):
    """Somebody's words, as a page quotes them."""

    speaker: str | None
    words: str
    outlet: str | None
    article: str
    link: str | None


@dataclass(frozen=True, slots=True)
class AlertedStory(Record):
    """A story as it is told. `change` is `new`, or `update` when it was told before and has another independent report since. `related` are
    filled in a digest."""

    id: str
    change: str
    headline: str
    reports: int
    outlets: int
    independent: int
    events: tuple[AlertedEvent, ...]
    quotations: tuple[AlertedQuotation, ...]
    pages: tuple[AlertedPage, ...]
    related: tuple[StoryRow, ...]


@dataclass(frozen=True, slots=True)
class AlertMessage(Record):
    """One message of an alert. `id` stays the same when it is sent again; `kind` is `at-once`, `daily` or `test`; `asked` is what the alert asks
    for; `most_covered` is filled in a digest."""

    SCHEMA: ClassVar[str] = "dateline.alert_message/1"

    id: str
    alert: str
    kind: str
    asked: str
    made: str
    stories: tuple[AlertedStory, ...]
    most_covered: tuple[StoryRow, ...]
