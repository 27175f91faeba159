"""What a list shows of each story beside its row: the event that it leads with, support, days of its reports, the words that it rests on."""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, case, func, select

from dateline.model import Article, BlockKind, Span, Support
from dateline.model.codec import Record
from dateline.store.database import Database
from dateline.store.grouping.leads import support_of
from dateline.store.queries.events import event_rows
from dateline.store.queries.records import EventRow
from dateline.store.tables import ARTICLES, FACTS, REPORTS, STORIES, STORY_ARTICLES

_AROUND, _LONG = 90, 120
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’']?\s+")
_LAST_SIGN = re.compile(r"[.!?](?=[”\"’']?(?:\s|$))")


@dataclass(frozen=True, slots=True)
class Quoted(Record):
    """The words of a page that report an event, with those of their sentence around them. `paragraph` counts lines of the body, null elsewhere;
    `others` are the reports beside this one."""

    article: str
    outlet: str | None
    published: str | None
    event: str
    language: str
    start: int
    end: int
    text: str
    paragraph: int | None
    others: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Told(Record):
    """What a list shows of a story: `days` counts reports by the running number of their day, `facts` facts by support."""

    lead: EventRow | None
    quoted: Quoted | None
    facts: dict[Support, int]
    days: dict[int, int]

    @property
    def support(self) -> Support:
        """That of the whole story."""
        return support_of(self.facts)


@dataclass(frozen=True, slots=True)
class _ArticleAlone(Record):
    """The part of a reading that holds the page."""

    article: Article


def told_of(database: Database, stories: Sequence[str]) -> dict[str, Told]:
    """What a list shows of some stories, by their ids."""
    with database.reading() as connection:
        leads = lead_events(connection, stories)
        facts, days = support_counts(connection, stories), _days(connection, stories)
        quoted = _quoted(connection, [lead.id for lead in leads.values()])
    return {
        story: Told(lead, quoted.get(lead.id) if lead else None, facts[story], days[story])
        for story in stories
        for lead in [leads.get(story)]
    }


def lead_events(connection: Connection, stories: Sequence[str]) -> dict[str, EventRow]:
    """The event that each story leads with; none for a story without events."""
    columns = STORIES.c
    leads = select(columns.lead).where(columns.id.in_(stories), columns.lead.is_not(None))
    rows = event_rows(connection, list(connection.execute(leads).scalars()))
    return {row.story: row for row in rows}


def support_counts(connection: Connection, stories: Sequence[str]) -> Mapping[str, dict[Support, int]]:
    """How many facts of each support some stories have."""
    columns = FACTS.c
    query = select(columns.story, columns.support, func.count()).where(columns.story.in_(stories))
    found: defaultdict[str, dict[Support, int]] = defaultdict(dict)
    for story, support, count in connection.execute(query.group_by(columns.story, columns.support)):
        found[story][Support(support)] = count
    return found


def _days(connection: Connection, stories: Sequence[str]) -> Mapping[str, dict[int, int]]:
    day = ARTICLES.c.published_ordinal
    query = (
        select(STORY_ARTICLES.c.story, day)
        .join_from(STORY_ARTICLES, ARTICLES, ARTICLES.c.number == STORY_ARTICLES.c.article)
        .where(STORY_ARTICLES.c.story.in_(stories), day.is_not(None))
    )
    found: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for story, ordinal in connection.execute(query):
        found[story][ordinal] += 1
    return found


def _quoted(connection: Connection, events: Sequence[str]) -> dict[str, Quoted]:
    """For each event the words of a report in an outlet's own voice, those that tell most of them."""
    columns = REPORTS.c
    length = columns.evidence_end - columns.evidence_start
    told = case((length > _LONG, _LONG), else_=length)
    query = (
        select(columns.event, columns.article, columns.id, columns.evidence_start, columns.evidence_end)
        .where(columns.event.in_(events))
        .order_by(columns.statement.is_not(None), told.desc(), columns.article, columns.id)
    )
    best: dict[str, Row[*tuple[Any, ...]]] = {}
    count = Counter[str]()
    for row in connection.execute(query):
        best.setdefault(row.event, row)
        count[row.event] += 1
    articles = _articles(connection, {row.article for row in best.values()})
    found = {}
    for event, row in best.items():
        article = articles.get(row.article)
        if article is None:
            continue
        span = Span(row.evidence_start, row.evidence_end)
        found[event] = Quoted(
            article.id,
            article.outlet.name if article.outlet else None,
            article.published.value if article.published else None,
            row.id,
            article.language,
            *span,
            " ".join(span.of(article.text).split()),
            paragraph_at(article, span.start),
            count[event] - 1,
            *_around(article.text, span),
        )
    return found


def _around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after a stretch in its sentence, as far as it fits."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    before = _SENTENCE_END.split(text[start : span.start])[-1]
    rest = text[span.end : end if end >= 0 else len(text)]
    last = _LAST_SIGN.search(rest)
    after = rest[: last.end()] if last and not text[: span.end].endswith((".", "!", "?")) else ""
    return (
        before if len(before) <= _AROUND else "…" + before[-_AROUND:].partition(" ")[2],
        after if len(after) <= _AROUND else after[:_AROUND].rpartition(" ")[0] + "…",
    )


def _articles(connection: Connection, numbers: Iterable[int]) -> dict[int, Article]:
    """Articles by their numbers; one whose reading is damaged is left out, since its row can be shown without its words."""
    columns = ARTICLES.c
    query = select(columns.number, columns.reading).where(columns.number.in_(list(numbers)))
    found = {}
    for number, data in connection.execute(query):
        with suppress(ValueError, zlib.error):
            found[number] = _ArticleAlone.from_json(zlib.decompress(data)).article
    return found


def paragraph_at(article: Article, place: int) -> int | None:
    """The number of the body's line that a place of the text lies in; None where it lies outside the body."""
    number = 0
    for block in sorted(article.blocks, key=lambda block: block.start):
        if block.kind is not BlockKind.BODY:
            continue
        at = block.start
        for line in article.text[block.start : block.end].splitlines(keepends=True):
            number += bool(line.strip())
            if at <= place < at + len(line):
                return number
            at += len(line)
    return None
