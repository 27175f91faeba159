"""A coded row as people check it: its fields in words, the sentence, what stands before and after."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.language import split_sentences
from dateline.model import Article, Event, Participant, Reading, Span, Statement
from dateline.model.span import hull
from dateline.store.auditing.records import AuditKind, AuditRow, Mark
from dateline.store.ingest.article_rows import content_of

_AROUND = 2
"""Sentences that are shown before, and after."""

Named = tuple[str, Iterable[tuple[int, int]]]
"""A field, and the spans of the words that it rests on."""


def row_of(reading: Reading, kind: AuditKind, id: str, number: int) -> AuditRow | None:
    """The event or statement of an id; None where the reading has none of that id."""
    if kind is AuditKind.EVENTS:
        event = next((event for event in reading.events if event.id == id), None)
        return _event_row(reading.article, event, number) if event else None
    statement = next((statement for statement in reading.statements if statement.id == id), None)
    return _statement_row(reading, statement, number) if statement else None


def _event_row(article: Article, event: Event, number: int) -> AuditRow:
    named: list[Named] = [
        ("trigger", [event.trigger.span]),
        ("source", [span for party in event.source for span in party.spans]),
        ("target", [span for party in event.target for span in party.spans]),
        ("date", [event.date.span] if event.date and event.date.span else []),
        ("place", [event.place.span] if event.place and event.place.span else []),
    ]
    coded = {
        "source": _names(event.source),
        "target": _names(event.target),
        "type": event.plover + (f" ({event.mode})" if event.mode else ""),
        "status": event.status.value,
        "date": event.date.value if event.date else "",
        "place": event.place.name if event.place else "",
    }
    return _row(article, event.id, number, Span(*event.evidence), named, coded)


def _statement_row(reading: Reading, statement: Statement, number: int) -> AuditRow:
    cue = [statement.cue] if statement.cue else []
    speaker = statement.speaker
    named: list[Named] = [
        ("cue", cue),
        ("speaker", speaker.spans if speaker else []),
        ("content", statement.content),
    ]
    coded = {
        "speaker": speaker.name if speaker else "",
        "content": content_of(statement, reading),
        "type": statement.type.value,
    }
    return _row(reading.article, statement.id, number, hull([*statement.content, *cue]), named, coded)


def _names(parties: tuple[Participant, ...]) -> str:
    return "; ".join(party.name + (f" ({party.code})" if party.code else "") for party in parties)


def _row(
    article: Article, id: str, number: int, evidence: Span, named: list[Named], coded: dict[str, str]
) -> AuditRow:
    before, own, after = _sentences(article, evidence)
    marks = [
        Mark(field, start - own.start, end - own.start)
        for field, spans in named
        for start, end in dict.fromkeys(map(tuple, spans))
        if own.covers((start, end))
    ]
    return AuditRow(
        number=number,
        article=article.id,
        id=id,
        outlet=article.outlet.name if article.outlet else None,
        title=article.title,
        published=article.published.value if article.published else None,
        before=before,
        sentence=own.of(article.text),
        after=after,
        start=own.start,
        marks=tuple(marks),
        coded=coded,
    )


def _sentences(article: Article, evidence: Span) -> tuple[str, Span, str]:
    """The words before, the whole sentences that hold the evidence, the words after."""
    spans = [Span(one.start, one.end) for one in split_sentences(article.text, article.blocks)]
    own = hull([evidence, *(span for span in spans if span.touches(evidence))])
    before = [span.of(article.text) for span in spans if span.end <= own.start][-_AROUND:]
    after = [span.of(article.text) for span in spans if span.start >= own.end][:_AROUND]
    return " ".join(before), own, " ".join(after)
