"""The words behind an id: where they stand, and what stands before and after them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Annotated

from pydantic import Field

from dateline.model import CollectionError, Reading, Span, Statement, Story
from dateline.model.codec import Record
from dateline.products.answers.citation import Citation
from dateline.products.answers.citing import Source, Sources, shortened
from dateline.products.answers.faults import AskedWrongly
from dateline.store import Collection

FORMS = (
    "event:..., sha256:...#s1 (a statement), sha256:...#e1 (one report of an event) or story:...#f1 (a fact)"
)
"""Ids that lead to words."""
_LONGEST_WORD = 40
"""Letters; what is longer is a script without spaces."""


@dataclass(frozen=True, slots=True)
class Evidence(Record):
    """Words of a page where they stand."""

    says: Annotated[str, Field(description="What they were read as.")]
    before: Annotated[str, Field(description="What stands before the quote on the page.")]
    citation: Annotated[Citation, Field(description="The words themselves.")]
    after: Annotated[str, Field(description="What stands after the quote on the page.")]


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand, and what they were read as."""

    article: str
    span: Span
    says: str


def places(wanted: str, collection: Collection, sources: Sources) -> Iterator[Place]:
    """Where the words stand, found as they are asked for.

    Raises:
        AskedWrongly: there is nothing that has such an id.
        CollectionError: `unknown`.
    """
    whole, _, inner = wanted.partition("#")
    if whole.startswith("event:") and not inner:
        return _of_event(collection, whole)
    if whole.startswith("story:") and inner.startswith("f"):
        return _of_fact(collection.story(whole), inner)
    if whole.startswith("sha256:") and inner.startswith("s"):
        return _of_statement(sources.of(whole), inner)
    if whole.startswith("sha256:") and inner.startswith("e"):
        return _of_report(sources.of(whole), inner)
    raise AskedWrongly(f"{wanted[:100]!r} is no id of evidence: give {FORMS}.")


def _of_event(collection: Collection, event: str) -> Iterator[Place]:
    reports = iter(collection.reports(event=event))
    first = next(reports, None)
    if first is None:
        raise CollectionError("unknown", f"{collection.place} has no {event}: `events` tells their ids.")
    for report in chain([first], reports):
        span = Span(report.evidence_start, report.evidence_end)
        yield Place(report.article, span, _act(report.root, report.mode, report.status))


def _of_report(source: Source, wanted: str) -> Iterator[Place]:
    event = next((event for event in source.reading.events if event.id == wanted), None)
    if event is None:
        raise CollectionError("unknown", f"article {source.id} has no event {wanted}: `events` tells ids.")
    yield Place(source.id, event.evidence, _act(event.plover, event.mode, event.status))


def _of_statement(source: Source, wanted: str) -> Iterator[Place]:
    statement = statement_of(source.reading, wanted)
    speaker = statement.speaker.name if statement.speaker else "somebody"
    for span in statement.content:
        yield Place(source.id, span, f"{statement.type} statement of {speaker}")


def _of_fact(story: Story, wanted: str) -> Iterator[Place]:
    fact = next((fact for fact in story.facts if fact.id == wanted), None)
    if fact is None:
        raise CollectionError("unknown", f"{story.id} has no fact {wanted}: `compare` tells their ids.")
    for position in fact.positions:
        for span in position.spans:
            yield Place(position.article, span, f"{position.stance}: {position.value or fact.text}")


def _act(root: str, mode: str | None, status: str) -> str:
    return ", ".join(part for part in (root, mode, status) if part)


def evidence_at(place: Place, source: Source, around: int) -> Evidence:
    """The words of a place, with so many letters before and after them at most."""
    citation = source.cite(place.span)
    text = source.reading.article.text
    return Evidence(
        says=shortened(place.says),
        before=_last_words(text[: citation.start], around),
        citation=citation,
        after=_first_words(text[citation.end :], around),
    )


def _last_words(text: str, most: int) -> str:
    """The end of a text, without the half of a word."""
    if len(text) <= most:
        return text
    cut = text[len(text) - most :]
    head, _, words = cut.partition(" ")
    return words if words and len(head) < _LONGEST_WORD else cut


def _first_words(text: str, most: int) -> str:
    """The beginning of a text, without the half of a word."""
    if len(text) <= most:
        return text
    cut = text[:most]
    words, _, rest = cut.rpartition(" ")
    return words if words and len(rest) < _LONGEST_WORD else cut


def statement_of(reading: Reading, wanted: str) -> Statement:
    """The statement of an id in a reading.

    Raises:
        CollectionError: `unknown`.
    """
    for statement in reading.statements:
        if statement.id == wanted:
            return statement
    what = f"article {reading.article.id} has no statement {wanted}: `statements` tells their ids."
    raise CollectionError("unknown", what)
