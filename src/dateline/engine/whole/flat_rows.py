"""What a reading reports and who says what in it, as rows of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa

from dateline.model import Event, Participant, Party, Reading
from dateline.store.ingest.article_rows import content_of, day_of, event_day
from dateline.store.queries import ReportRow, StatementRow
from dateline.store.queries.frames import arrow_schema
from dateline.syndication import published_day

Values = dict[str, Any]


def _with_story(kind: type[Any], *, without: Sequence[str] = ()) -> Any:
    fields = [field for field in arrow_schema(kind) if field.name not in without]
    return pa.schema([*fields, pa.field("story", pa.string())])


REPORTS = _with_story(ReportRow, without=("event",))
STATEMENTS = _with_story(StatementRow)
"""The columns of the rows of a collection, with the story in place of the event across reports."""


def report_rows(reading: Reading, story: str) -> list[Values]:
    """The reports of events in a page."""
    return [{**_report(reading, event), "story": story} for event in reading.events]


def statement_rows(reading: Reading, story: str) -> list[Values]:
    """The statements in a page."""
    return [{**row, "story": story} for row in _statements(reading)]


def _report(reading: Reading, event: Event) -> Values:
    article = reading.article
    day, _ = event_day(event.date, published_day(article))
    return {
        "article": article.id,
        "id": event.id,
        "root": event.plover,
        "mode": event.mode,
        "status": event.status.value,
        "cameo": event.cameo,
        "quad": event.quad,
        "score": event.score,
        **_side("source", event.source),
        **_side("target", event.target),
        "date": event.date.value if event.date else None,
        "day": day,
        "place": event.place.name if event.place else None,
        "statement": event.statement,
        "evidence_start": event.evidence.start,
        "evidence_end": event.evidence.end,
        "confidence": event.confidence,
        "outlet": article.outlet.name if article.outlet else None,
    }


def _side(side: str, parties: Sequence[Participant]) -> Values:
    return {
        side: [party.name for party in parties],
        f"{side}_actors": [party.actor for party in parties if party.actor],
        f"{side}_states": [party.state for party in parties if party.state],
    }


def _statements(reading: Reading) -> Iterator[Values]:
    article = reading.article
    day, _ = day_of(article)
    for statement in reading.statements:
        speaker, channel = statement.speaker, statement.channel
        yield {
            "article": article.id,
            "id": statement.id,
            "type": statement.type.value,
            "speaker": speaker.name if speaker else None,
            "speaker_actor": speaker.actor if speaker else None,
            "speaker_state": speaker.state if speaker else None,
            **_addressee(statement.addressee),
            "channel": channel.name if channel else None,
            "channel_kind": channel.kind if channel else None,
            "act": statement.act,
            "content": content_of(statement, reading),
            "day": day,
            "outlet": article.outlet.name if article.outlet else None,
        }


def _addressee(party: Party | None) -> Values:
    return {
        "addressee": party.name if party else None,
        "addressee_actor": party.actor if party else None,
    }
