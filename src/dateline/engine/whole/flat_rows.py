"""What a reading reports and who says what in it, as rows of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from dateline.model import Participant, Reading
from dateline.store.ingest.article_rows import rows_of
from dateline.store.queries import ReportRow, StatementRow
from dateline.store.queries.frames import arrow_schema
from dateline.store.tables import REPORTS as REPORTS_KEPT
from dateline.store.tables import STATEMENTS as STATEMENTS_KEPT

Values = dict[str, Any]
_ANY = 0
"""Stands for the number that an article has in a collection; a run has none."""
_KEPT_AS = {
    "speaker": "speaker_name",
    "addressee": "addressee_name",
    "channel": "channel_name",
    "date": "date_value",
    "place": "place_name",
}
"""The names of columns in the tables of a collection, where they are others than in its lists."""


def _with_story(kind: type[Any], *, without: Sequence[str] = ()) -> Any:
    fields = [field for field in arrow_schema(kind) if field.name not in without]
    return pa.schema([*fields, pa.field("story", pa.string())])


REPORTS = _with_story(ReportRow, without=("event",))
STATEMENTS = _with_story(StatementRow)
"""The columns of the rows of a collection, with the story in place of the event across reports."""


def report_rows(reading: Reading, story: str) -> list[Values]:
    """The reports of events in a page."""
    kept = rows_of(_ANY, reading)[REPORTS_KEPT]
    return [
        _flat(row, REPORTS, reading, story) | _side("source", event.source) | _side("target", event.target)
        for row, event in zip(kept, reading.events, strict=True)
    ]


def statement_rows(reading: Reading, story: str) -> list[Values]:
    """The statements in a page."""
    return [_flat(row, STATEMENTS, reading, story) for row in rows_of(_ANY, reading)[STATEMENTS_KEPT]]


def _flat(row: Values, schema: Any, reading: Reading, story: str) -> Values:
    """The row of a collection's table under the names that lists give its columns."""
    article = reading.article
    of_page = {
        "article": article.id,
        "outlet": article.outlet.name if article.outlet else None,
        "story": story,
    }
    return {
        name: row[_KEPT_AS.get(name, name)] for name in schema.names if _KEPT_AS.get(name, name) in row
    } | of_page


def _side(side: str, parties: Sequence[Participant]) -> Values:
    return {
        side: [party.name for party in parties],
        f"{side}_actors": [party.actor for party in parties if party.actor],
        f"{side}_states": [party.state for party in parties if party.state],
    }
