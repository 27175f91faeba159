"""The pages of a briefing, with every stretch that was cited and what was coded there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.model import BlockKind, Event, Participant, Span
from dateline.products.briefing.facts import code_of
from dateline.products.briefing.rows import CodedRow, Document, Paragraph
from dateline.products.briefing.shelf import Page, Shelf
from dateline.products.briefing.view import Origin
from dateline.products.dates import in_words


def documents_of(shelf: Shelf) -> tuple[Document, ...]:
    """Every page of the shelf, in its order."""
    tables = {article: coded_rows(page, shelf) for article, page in shelf.pages.items()}
    return tuple(_document(page, tables[article], shelf) for article, page in shelf.pages.items())


def _document(page: Page, events: tuple[CodedRow, ...], shelf: Shelf) -> Document:
    article = page.article
    return Document(
        key=page.key,
        article=article.id,
        outlet=page.outlet,
        title=article.title,
        authors=article.authors,
        published=in_words(article.published.value) if article.published else None,
        published_from=article.published.source if article.published else None,
        url=article.url,
        language=article.language,
        coded=article.coded,
        paragraphs=_paragraphs(page, shelf.cited(article.id)),
        events=events,
    )


def _paragraphs(page: Page, cited: Sequence[Span]) -> tuple[Paragraph, ...]:
    """Lines of the page, and words outside any block that are cited all the same."""
    text = page.article.text
    lines = [(line.kind, line.number, line.span) for line in page.lines]
    outside = [span for span in cited if not any(span.touches(line) for _, _, line in lines)]
    lines += [(BlockKind.OTHER, None, span) for span in outside]
    return tuple(
        Paragraph(
            kind, number, span.start, span.end, span.of(text), tuple(s for s in cited if s.touches(span))
        )
        for kind, number, span in lines
    )


def coded_rows(page: Page, shelf: Shelf) -> tuple[CodedRow, ...]:
    """Coded events whose evidence the briefing cites, in the order of the text."""
    cited = set(shelf.cited(page.article.id))
    events = sorted(
        (e for e in page.reading.events if e.evidence in cited), key=lambda e: (e.trigger.start, e.id)
    )
    return tuple(_coded(page, event, shelf) for event in events)


def _coded(page: Page, event: Event, shelf: Shelf) -> CodedRow:
    return CodedRow(
        event=event.id,
        source=_names(event.source),
        target=_names(event.target),
        code=code_of(event),
        status=event.status,
        date=in_words(event.date.value) if event.date else None,
        place=event.place.name if event.place else None,
        confidence=event.confidence,
        rule=event.rule,
        citation=shelf.cite(page.article.id, event.evidence),
    )


def _names(parties: Iterable[Participant]) -> str | None:
    return ", ".join(dict.fromkeys(p.name for p in parties)) or None


def origins_of(shelf: Shelf) -> tuple[Origin, ...]:
    """What made the readings; one entry where all were made alike."""
    made = [page.reading.provenance for page in shelf.pages.values()]
    return tuple(
        Origin(p.dateline, p.tier, p.language_model, p.knowledge, made.count(p)) for p in dict.fromkeys(made)
    )
