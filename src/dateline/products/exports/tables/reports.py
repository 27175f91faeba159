"""A row for each event that an article reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Event, Participant
from dateline.products.exports.contents import Contents
from dateline.products.exports.kinds import Shown
from dateline.products.exports.labels import label_of
from dateline.products.exports.places import Located, located
from dateline.products.exports.schema import Column, Kind, Reference, Table
from dateline.products.exports.tables.placed import place_columns
from dateline.products.exports.tables.sides import side_columns
from dateline.products.exports.tables.wording import BY_HAND, FOUND_RIGHT, LABEL, NOTED, STATUSES
from dateline.products.exports.told import Page, Side
from dateline.store.ingest.article_rows import event_day
from dateline.syndication import published_day


@dataclass(frozen=True, slots=True)
class _Report:
    """An event of a page, and where it lies."""

    page: Page
    event: Event
    place: Located | None

    @property
    def source(self) -> tuple[Side, ...]:
        return tuple(map(_side, self.event.source))

    @property
    def target(self) -> tuple[Side, ...]:
        return tuple(map(_side, self.event.target))

    @property
    def words(self) -> str:
        return self.event.evidence.of(self.page.article.text)

    @property
    def day(self) -> str | None:
        return event_day(self.event.date, published_day(self.page.article))[0]

    @property
    def has_own_day(self) -> bool:
        return event_day(self.event.date, None)[0] is not None


def _records(contents: Contents) -> Iterator[_Report]:
    for page in contents.pages():
        for event in page.reading.events:
            if contents.selection.has_event(page.events.get(event.id)):
                where = event.place
                place = located(where.name, where.id, where.precision) if where else None
                yield _Report(page, event, place)


def _side(participant: Participant) -> Side:
    return Side(participant.actor, participant.name, participant.state, participant.code)


REPORTS: Table[_Report] = Table(
    name="reports",
    title="What each article reports of each event",
    key=("report",),
    records=_records,
    columns=(
        Column(
            "report",
            Kind.TEXT,
            "article and event in it: `ARTICLE#e1`",
            lambda r: f"{r.page.article.id}#{r.event.id}",
        ),
        Column("article", Kind.TEXT, "the article", lambda r: r.page.article.id),
        Column(
            "event",
            Kind.TEXT,
            "the event across reports",
            lambda r: r.page.events.get(r.event.id),
            missing="not yet grouped",
        ),
        Column(
            "root",
            Kind.TEXT,
            "PLOVER root of the act itself, or a type of your own",
            lambda r: r.event.plover,
        ),
        Column("mode", Kind.TEXT, "manner of the act", lambda r: r.event.mode, missing="the words show none"),
        Column("contexts", Kind.LIST, "PLOVER contexts that the words show", lambda r: r.event.contexts),
        Column(
            "cameo",
            Kind.TEXT,
            "CAMEO code, text because of its leading zero",
            lambda r: r.event.cameo,
            missing="a type of your own without a CAMEO family",
        ),
        Column(
            "quad",
            Kind.WHOLE,
            "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict, of the act whatever its status",
            lambda r: r.event.quad,
        ),
        Column(
            "score",
            Kind.NUMBER,
            "from hostile to friendly, of the act whatever its status",
            lambda r: r.event.score,
            unit="-10 to 10",
        ),
        Column(
            "status",
            Kind.TEXT,
            "whether the act took place, by the page's words",
            lambda r: r.event.status.value,
            values=STATUSES,
        ),
        Column("manual_label", Kind.TEXT, LABEL, lambda r: label_of(r.event.plover, r.event.status)),
        *side_columns("source", "who did it", lambda r: r.source),
        *side_columns("target", "to whom it was done", lambda r: r.target),
        Column(
            "date",
            Kind.TEXT,
            "when, by the words: a day, month or year, or `start/end`",
            lambda r: r.event.date.value if r.event.date else None,
            missing="the clause does not say when",
        ),
        Column(
            "day",
            Kind.DAY,
            "the first day of `date`; the day of publication where that is no day",
            lambda r: r.day,
            missing="neither is known to the day",
        ),
        Column("has_own_day", Kind.YES_NO, "whether `day` comes from `date`", lambda r: r.has_own_day),
        *place_columns(lambda r: r.place),
        Column("evidence", Kind.TEXT, "the words that report it", lambda r: r.words, shown=Shown.PASSAGE),
        Column(
            "evidence_start",
            Kind.WHOLE,
            "where they begin in the article's text",
            lambda r: r.event.evidence.start,
            unit="code points",
            shown=Shown.PLACE,
        ),
        Column(
            "evidence_end",
            Kind.WHOLE,
            "where they end",
            lambda r: r.event.evidence.end,
            unit="code points",
            shown=Shown.PLACE,
        ),
        Column(
            "statement",
            Kind.TEXT,
            "the statement that asserts it: `ARTICLE#s1`",
            lambda r: f"{r.page.article.id}#{r.event.statement}" if r.event.statement else None,
            missing="the outlet says so itself",
        ),
        Column(
            "confidence",
            Kind.NUMBER,
            "the share of events with such signs that people found right",
            lambda r: r.event.confidence,
            unit="0 to 1",
        ),
        Column("rule", Kind.TEXT, "the rule that coded it", lambda r: r.event.rule),
        Column("corrected", Kind.YES_NO, BY_HAND, lambda r: r.event.id in r.page.by_hand.corrected),
        Column("checked", Kind.YES_NO, FOUND_RIGHT, lambda r: r.event.id in r.page.by_hand.checked),
        Column(
            "flag", Kind.TEXT, NOTED, lambda r: r.page.by_hand.flags.get(r.event.id), missing="nobody did"
        ),
    ),
    references=(
        Reference("article", "articles"),
        Reference("event", "events"),
        Reference("statement", "statements"),
    ),
)
