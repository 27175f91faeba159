"""W3C Web Annotations: the words of every report of an event and of every statement, as they stand in their page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.model import Event, Span, Statement
from dateline.products.exports.ids import urn
from dateline.products.exports.job import Job
from dateline.products.exports.json_files import json_with_items
from dateline.products.exports.rights import Rights
from dateline.products.exports.told import Page
from dateline.products.exports.writing import Part, RowCount, Sink

CONTEXT_LETTERS = 32
"""Letters before and behind a passage that tell it from others of the same words."""


def webannotation_part(job: Job) -> Part:
    """One page of annotations, with all of them."""

    def write(sink: Sink, count: RowCount) -> None:
        head = {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": urn(f"annotations of {job.about.name}"),
            "type": "AnnotationPage",
            "startIndex": 0,
        }
        for data in json_with_items(head, "items", count(_annotations(job))):
            sink.write(data)

    return Part("webannotation", write)


def _annotations(job: Job) -> Iterator[dict[str, Any]]:
    for page in job.contents.pages():
        for event in page.reading.events:
            across = page.events.get(event.id)
            if job.contents.selection.has_event(across):
                bodies = _event_bodies(event, across)
                yield _annotation(page, event.id, (event.evidence,), bodies, job.rights)
        for statement in page.reading.statements:
            yield _annotation(page, statement.id, statement.content, _said_bodies(statement), job.rights)


def _annotation(
    page: Page, id: str, spans: tuple[Span, ...], bodies: list[dict[str, Any]], rights: Rights
) -> dict[str, Any]:
    targets = [_target(page, span, rights) for span in spans]
    return {
        "id": urn(f"{page.article.id}#{id}"),
        "type": "Annotation",
        "motivation": "classifying",
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _event_bodies(event: Event, across: str | None) -> list[dict[str, Any]]:
    act = f"{event.plover} {event.mode}" if event.mode else event.plover
    sides = "; ".join(_sides(event))
    bodies = [_tag(act), _tag(event.status.value), _text(sides, "describing")]
    return [*bodies, _link(across)] if across else bodies


def _said_bodies(statement: Statement) -> list[dict[str, Any]]:
    speaker = statement.speaker.name if statement.speaker else "not named"
    return [_tag("statement"), _tag(statement.type.value), _text(f"said by {speaker}", "describing")]


def _sides(event: Event) -> Iterator[str]:
    for word, side in (("by", event.source), ("towards", event.target)):
        yield f"{word} {', '.join(one.name for one in side) or 'nobody who is named'}"


def _tag(value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": "tagging", "value": value}


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": "text/plain",
        "language": "en",
    }


def _link(event: str) -> dict[str, Any]:
    """The event across reports: annotations with this body are reports of one event."""
    return {"type": "SpecificResource", "purpose": "linking", "source": urn(event)}


def _target(page: Page, span: Span, rights: Rights) -> dict[str, Any]:
    source = page.article.url or urn(page.article.id)
    selectors = [*_quote(page.article.text, span, rights), *_position(span, rights)]
    return {"source": source, "selector": selectors} if selectors else {"source": source}


def _quote(text: str, span: Span, rights: Rights) -> list[dict[str, Any]]:
    """A passage that may not go out whole is told by its position alone: half of it would be another passage."""
    words = span.of(text)
    if not rights.is_whole(words):
        return []
    return [
        {
            "type": "TextQuoteSelector",
            "exact": words,
            "prefix": text[max(0, span.start - CONTEXT_LETTERS) : span.start],
            "suffix": text[span.end : span.end + CONTEXT_LETTERS],
        }
    ]


def _position(span: Span, rights: Rights) -> list[dict[str, Any]]:
    if rights.place(span) is None:
        return []
    return [{"type": "TextPositionSelector", "start": span.start, "end": span.end}]
