"""From a collection and a story that is to be told, to what is told of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.products.alerts.records import AlertedEvent, AlertedPage, AlertedQuotation, AlertedStory
from dateline.store import ArticleRow, EventRow, ReportRow, StatementRow, StoryRow
from dateline.store.asking import Asking
from dateline.store.queries.events import events
from dateline.store.queries.filters import Filters
from dateline.store.queries.stories import stories

_MOST_EVENTS = 5
_MOST_QUOTATIONS = 3
_MOST_PAGES = 10
_MOST_LETTERS = 400


@dataclass(frozen=True, slots=True)
class Told:
    """A story to be told, why, and the ids of the pages that are the occasion."""

    story: str
    change: str
    articles: tuple[str, ...]


def compose(collection: Asking, told: Told, asked: Filters, *, with_related: bool) -> AlertedStory:
    """What is told of a story: its counts, the events that were asked for with their words, who is quoted, and the pages.

    Args:
        asked: which events count; without any of them all do, those of the occasion first.

    Raises:
        CollectionError: `unknown`, when the story is no more.
    """
    story = collection.story(told.story)
    articles = {row.id: row for row in collection.articles(story=story.id)}
    occasions = [article for article in told.articles if article in articles]
    related = _rows_of(collection, story.related) if with_related else ()
    return AlertedStory(
        id=story.id,
        change=told.change,
        headline=story.headline,
        reports=story.reports,
        outlets=story.outlets,
        independent=story.independent,
        events=tuple(_events(collection, story.id, asked, articles, occasions)),
        quotations=tuple(_quotations(collection, story.id, articles, occasions)),
        pages=tuple(_page(articles[article]) for article in occasions[:_MOST_PAGES]),
        related=related,
    )


def _events(
    collection: Asking,
    story: str,
    asked: Filters,
    articles: Mapping[str, ArticleRow],
    occasions: Sequence[str],
) -> list[AlertedEvent]:
    reports: dict[str, list[ReportRow]] = {}
    for report in collection.reports(story=story):
        if report.event is not None and report.article in articles:
            reports.setdefault(report.event, []).append(report)
    own = Filters(story=story)
    database = collection.holdings.database
    found = [row for row in events(database, replace(asked, story=story)) if row.id in reports]
    found = found or [row for row in events(database, own) if row.id in reports]

    def is_rest(event: EventRow) -> bool:
        return not any(report.article in occasions for report in reports[event.id])

    found.sort(key=lambda event: (is_rest(event), -event.independent, -event.reports, event.id))
    return [
        _event(collection, event, reports[event.id], articles, occasions) for event in found[:_MOST_EVENTS]
    ]


def _event(
    collection: Asking,
    event: EventRow,
    reports: Sequence[ReportRow],
    articles: Mapping[str, ArticleRow],
    occasions: Sequence[str],
) -> AlertedEvent:
    report = _plainest(event, reports, occasions)
    text = collection.reading(report.article).article.text
    return AlertedEvent(
        id=event.id,
        text=event.text,
        root=event.root,
        status=event.status,
        source=event.source,
        target=event.target,
        place=event.place,
        date=event.date,
        reports=event.reports,
        outlets=event.outlets,
        independent=event.independent,
        words=_cut(text[report.evidence_start : report.evidence_end]),
        outlet=report.outlet,
        article=report.article,
        link=_link(articles[report.article]),
    )


def _plainest(event: EventRow, reports: Sequence[ReportRow], occasions: Sequence[str]) -> ReportRow:
    """The report that says most nearly what is told of the event; of those alike, one on a page of the occasion."""

    def differs(report: ReportRow) -> tuple[bool, bool, bool, bool]:
        has_other_source = bool(event.source) and set(event.source).isdisjoint(report.source)
        has_other_target = bool(event.target) and set(event.target).isdisjoint(report.target)
        is_other_act = (report.root, report.status) != (event.root, event.status)
        return is_other_act, has_other_source, has_other_target, report.article not in occasions

    return min(reports, key=differs)


def _quotations(
    collection: Asking, story: str, articles: Mapping[str, ArticleRow], occasions: Sequence[str]
) -> list[AlertedQuotation]:
    found: dict[str, StatementRow] = {}
    for statement in collection.statements(story=story, type="direct"):
        if statement.article in occasions:
            found.setdefault(statement.content, statement)
    named_first = sorted(found.values(), key=lambda statement: statement.speaker is None)
    return [
        AlertedQuotation(
            statement.speaker,
            _cut(statement.content),
            statement.outlet,
            statement.article,
            _link(articles[statement.article]),
        )
        for statement in named_first[:_MOST_QUOTATIONS]
    ]


def _rows_of(collection: Asking, ids: Sequence[str]) -> tuple[StoryRow, ...]:
    if not ids:
        return ()
    rows = {row.id: row for row in stories(collection.holdings.database, Filters(story=ids))}
    return tuple(rows[id] for id in ids if id in rows)


def _page(row: ArticleRow) -> AlertedPage:
    return AlertedPage(row.id, row.title, row.outlet, row.day, _link(row))


def _link(row: ArticleRow) -> str | None:
    return row.address if row.address.startswith(("http://", "https://")) else None


def _cut(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _MOST_LETTERS else f"{flat[: _MOST_LETTERS - 1]}…"
