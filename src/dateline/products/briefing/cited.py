"""Nothing is said without the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.model import DatelineError, Reading
from dateline.products.briefing.rows import Citation
from dateline.products.briefing.view import Briefing, StoryView


class UncitedError(DatelineError):
    """A sentence of a briefing has no words of a page to rest on, or other words than the page has; the briefing is not made."""


def check_cited(briefing: Briefing, readings: Mapping[str, Reading]) -> None:
    """Looks at every sentence of a briefing and at every citation.

    Args:
        readings: by article.

    Raises:
        UncitedError: a sentence has no citation, or a citation is not what stands in the page; the message names it.
    """
    for story in briefing.stories:
        for said, citations in sentences_of(story):
            if not citations:
                raise UncitedError(f"nothing is cited for {said!r} (story {story.id}): it is not printed")
            for citation in citations:
                _check_words(citation, readings[citation.article].article.text)


def sentences_of(story: StoryView) -> Iterator[tuple[str, tuple[Citation, ...]]]:
    """All that a story says of the world, with its citations. The day of a publication may rest on the data of the page instead."""
    for fact in story.facts:
        yield from ((f"{fact.text}: {position.outlet}", position.citations) for position in fact.told)
    yield from ((f"{field.name}: {field.value}", field.citations) for field in story.frame if field.value)
    yield from ((f"{row.speaker} said", row.citations) for row in story.statements)
    for quotation in story.quotations:
        yield from ((f"{quotation.heading}: {side.outlet}", side.citations) for side in quotation.sides)
        phrases = (
            side for a in quotation.alignments for row in a.rows for side in (row.left, row.right) if side
        )
        yield from (("".join(run.text for run in phrase.runs), (phrase.citation,)) for phrase in phrases)
    yield from ((f"{row.origin}, {row.relation}, {row.report}", row.citations) for row in story.chain)
    yield from (
        (f"{entry.words}: {entry.text}", entry.citations) for entry in story.timeline if not entry.page_data
    )


def _check_words(citation: Citation, text: str) -> None:
    if text[citation.start : citation.end] != citation.text:
        place = f"{citation.outlet}, {citation.start}–{citation.end}"
        raise UncitedError(f"{citation.text!r} does not stand at {place}: read the page again")
