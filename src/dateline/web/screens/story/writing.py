"""A story as JSON, CSV, Markdown and GeoJSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from starlette.responses import Response

from dateline.store import Collection
from dateline.web.answers import csv_answer
from dateline.web.formats import MEDIA_TYPES, Form
from dateline.web.screens.stories.writing import features
from dateline.web.screens.story.compared import Compared

_COLUMNS = (
    "fact", "kind", "text", "support", "outlet", "family", "stance", "value", "normal", "words", "article", "start", "end",
)  # fmt: skip


def written(collection: Collection, shown: Compared, form: Form) -> Response:
    """The story in a format: as a record, as a row for each fact and outlet, as its briefing, or as its events."""
    media = MEDIA_TYPES[form]
    if form is Form.JSON:
        return Response(shown.story.to_json(), media_type=media)
    if form is Form.CSV:
        return csv_answer(_COLUMNS, _rows(shown))
    if form is Form.MARKDOWN:
        return Response(shown.briefing.to_markdown(), media_type=media)
    events = features(collection.events(story=shown.story.id))
    return Response(msgspec.json.encode(events), media_type=media)


def _rows(shown: Compared) -> Iterator[list[Any]]:
    for fact in shown.view.facts:
        for cell in fact.cells:
            for told in cell.positions:
                said = told.citations[0] if told.citations else None
                place = (
                    [said.text, said.article, said.start, said.end]
                    if said
                    else [None, told.article, None, None]
                )
                about = [fact.id, fact.kind.value, fact.text, fact.support.value, told.outlet, cell.family]
                yield [*about, told.stance.value, told.value, told.normal, *place]
