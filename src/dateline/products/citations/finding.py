"""From a reference to the words that it stands for: an article, an event, a statement, a fact or a quotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.model import DatelineError, Reading, Span, Stance, Story
from dateline.products.citations.passage import Passage
from dateline.store import Collection

_EVENT, _STORY = "event:", "story:"


class UnknownReferenceError(DatelineError):
    """A reference leads to nothing: the message says which part of it, and how to write one."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Words of an article, and what leads to them."""

    reference: str
    article: str
    spans: tuple[Span, ...]


def passages_of(collection: Collection, reference: str) -> list[Passage]:
    """The passages that a reference stands for: one, or one of each article that tells a fact, an event or a quotation.

    Args:
        reference: `ARTICLE`, `ARTICLE#e1` (an event there), `ARTICLE#s1` (a statement), `event:...` (an event across reports),
            `STORY#f1` (a fact), `STORY#q1` (a quotation); of an id the beginning is enough.

    Raises:
        CollectionError: `unknown`, when there is no such article or story.
        UnknownReferenceError: it holds no such record.
    """
    whole = collection.whole_reference(reference)
    return [_passage(collection, place) for place in _places(collection, whole)]


def _places(collection: Collection, reference: str) -> list[_Place]:
    whole, _, record = reference.partition("#")
    if whole.startswith(_EVENT):
        return _of_event(collection, whole)
    if whole.startswith(_STORY):
        return list(_of_story(collection.story(whole), reference, record, collection))
    reading = collection.reading(whole)
    return [_Place(reference, whole, _spans_in(reading, record, reference) if record else ())]


def _spans_in(reading: Reading, record: str, reference: str) -> tuple[Span, ...]:
    for event in reading.events:
        if event.id == record:
            return (event.evidence,)
    for statement in reading.statements:
        if statement.id == record:
            return statement.content
    raise UnknownReferenceError(
        f"{reference}: the article has no event or statement {record}; write ARTICLE#e1 or ARTICLE#s1, with the ids of its reading."
    )


def _of_event(collection: Collection, event: str) -> list[_Place]:
    found = [
        _Place(f"{row.article}#{row.id}", row.article, (Span(row.evidence_start, row.evidence_end),))
        for row in collection.reports(event=event)
    ]
    if not found:
        raise UnknownReferenceError(
            f"{event}: no report tells of it; `dateline events -c PLACE --to jsonl` tells ids of events."
        )
    return found


def _of_story(story: Story, reference: str, record: str, collection: Collection) -> Iterator[_Place]:
    for fact in story.facts:
        if fact.id == record:
            told = [position for position in fact.positions if position.stance is not Stance.OMITS]
            yield from (_Place(reference, p.article, p.spans) for p in told)
            return
    for quotation in story.quotations:
        if quotation.id == record:
            for said in quotation.statements:
                reading = collection.reading(said.article)
                inner = f"{said.article}#{said.statement}"
                yield _Place(inner, said.article, _spans_in(reading, said.statement, inner))
            return
    raise UnknownReferenceError(
        f"{reference}: the story has no fact or quotation {record!r}; `dateline story {story.id} -c PLACE --to json` tells them: {story.id}#f1."
    )


def _passage(collection: Collection, place: _Place) -> Passage:
    article = collection.reading(place.article).article
    return Passage(
        reference=place.reference,
        article=place.article,
        outlet=article.outlet.name if article.outlet else None,
        authors=article.authors,
        title=article.title,
        published=article.published.value if article.published else None,
        url=article.url,
        language=article.language,
        words=_joined(article.text, place.spans),
        spans=place.spans,
        page_sha256=collection.page_hash(place.article),
    )


def _joined(text: str, spans: Iterable[Span]) -> str:
    return " … ".join(" ".join(span.of(text).split()) for span in spans)
