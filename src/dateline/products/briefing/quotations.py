"""One utterance in several reports, phrase beside phrase (codebook section 10)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dateline.model import DatelineError, Quotation, Segment, Span, Statement, Story, Wording
from dateline.products.briefing.channels import channel_words
from dateline.products.briefing.rows import (
    AlignedRow,
    Alignment,
    Family,
    Phrase,
    QuotationView,
    Run,
    Side,
)
from dateline.products.briefing.shelf import Shelf
from dateline.products.briefing.words import mark_differences

LONGEST_JOINT = 3
"""Letters of a word that, alone between two segments, only joins them."""

_WORD = re.compile(r"\w+")
_OPENING = "“‘«„([\"'"
_COUNT = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


def quotations_of(
    story: Story, families: Sequence[Family], anchor: str, shelf: Shelf
) -> tuple[QuotationView, ...]:
    """Utterances that independent reports render. What only copies of one report share is no second rendering."""
    homes = {key: f.key for f in families for key in (f.key, *(copy.key for copy in f.copies))}
    views = (_view(quotation, homes, anchor, shelf) for quotation in story.quotations)
    return tuple(view for view in views if view.alignments)


def _view(quotation: Quotation, homes: Mapping[str, str], anchor: str, shelf: Shelf) -> QuotationView:
    """The rendering closest to the words on the left; beside it one of every other family."""
    sides = [_side(ref.article, ref.statement, shelf) for ref in quotation.statements]
    closest = quotation.closest
    near = next(
        (s for s in sides if s[0] == closest.article and s[1].statement == closest.statement), sides[0]
    )
    kept = {homes[near[1].key]: near}
    for side in sides:
        kept.setdefault(homes[side[1].key], side)
    others = list(kept.values())[1:]
    return QuotationView(
        id=quotation.id,
        anchor=f"{anchor}-{quotation.id}",
        speaker=_speaker(quotation, shelf),
        relation=quotation.relation,
        heading=_heading(quotation.relation, len(kept)),
        closest=near[1].outlet,
        why=closest.why,
        sides=tuple(side for _, side in sides),
        repeated_in=tuple(side[1].outlet for side in sides if side not in kept.values()),
        alignments=tuple(_align(near, other, quotation.segments, shelf) for other in others),
    )


def _heading(relation: Wording, count: int) -> str:
    if relation is Wording.OTHER_TRANSLATION:
        return f"One utterance, {_COUNT.get(count, str(count))} translations"
    return (
        "One utterance, the same wording" if relation is Wording.SAME_WORDING else "One utterance, reworded"
    )


def _speaker(quotation: Quotation, shelf: Shelf) -> str | None:
    for ref in quotation.statements:
        statement = shelf.page(ref.article).statement(ref.statement)
        if statement and statement.speaker:
            return statement.speaker.name
    return quotation.speaker


def _statement(article: str, id_: str, shelf: Shelf) -> Statement:
    statement = shelf.page(article).statement(id_)
    if not statement or not statement.content:
        raise DatelineError(f"the reading of {article} has no words for statement {id_}: it is not printed")
    return statement


def _side(article: str, id_: str, shelf: Shelf) -> tuple[str, Side]:
    page, statement = shelf.page(article), _statement(article, id_, shelf)
    return article, Side(
        key=page.key,
        outlet=page.outlet,
        statement=id_,
        type=statement.type,
        language=page.article.language,
        channel=channel_words(statement.channel),
        citations=shelf.cite_all(article, statement.content),
    )


def _align(
    left: tuple[str, Side], right: tuple[str, Side], segments: Sequence[Segment], shelf: Shelf
) -> Alignment:
    pairs = _pairs(left, right, segments)
    rows = _rows(left, right, pairs, shelf) if pairs else _whole(left, right, shelf)
    return Alignment(left[1], right[1], tuple(rows))


def _inside(side: Side, span: Span) -> bool:
    return any(Span(c.start, c.end).touches(span) for c in side.citations)


def _pairs(
    left: tuple[str, Side], right: tuple[str, Side], segments: Sequence[Segment]
) -> list[tuple[Span, Span]]:
    found: set[tuple[Span, Span]] = set()
    for segment in segments:
        for a, b in ((segment.a, segment.b), (segment.b, segment.a)):
            if (
                (a.article, b.article) == (left[0], right[0])
                and _inside(left[1], a.span)
                and _inside(right[1], b.span)
            ):
                found.add((a.span, b.span))
    return sorted(found)


def _whole(left: tuple[str, Side], right: tuple[str, Side], shelf: Shelf) -> list[AlignedRow]:
    """Without segments: contents beside each other, in order."""
    ours, theirs = left[1].citations, right[1].citations
    rows = [
        _both(left[0], Span(a.start, a.end), right[0], Span(b.start, b.end), shelf)
        for a, b in zip(ours, theirs, strict=False)
    ]
    rows += [AlignedRow(_phrase(left[0], Span(c.start, c.end), shelf), None) for c in ours[len(rows) :]]
    rows += [AlignedRow(None, _phrase(right[0], Span(c.start, c.end), shelf)) for c in theirs[len(ours) :]]
    return rows


def _rows(
    left: tuple[str, Side], right: tuple[str, Side], pairs: Sequence[tuple[Span, Span]], shelf: Shelf
) -> list[AlignedRow]:
    """Pairs in the order of the left side; what has no counterpart stands after what precedes it on its own side."""
    placed: list[tuple[tuple[int, int, int], AlignedRow]] = [
        ((a.start, 1, b.start), _both(left[0], a, right[0], b, shelf)) for a, b in pairs
    ]
    placed += [
        ((span.start, 0, 0), AlignedRow(_phrase(left[0], span, shelf), None))
        for span in _gaps(left, [a for a, _ in pairs], shelf)
    ]
    for span in _gaps(right, [b for _, b in pairs], shelf):
        before = max(
            (pair for pair in pairs if pair[1].end <= span.start), key=lambda p: p[1].end, default=None
        )
        at = (before[0].start, 2, span.start) if before else (-1, 2, span.start)
        placed.append((at, AlignedRow(None, _phrase(right[0], span, shelf))))
    return [row for _, row in sorted(placed, key=lambda item: item[0])]


def _gaps(side: tuple[str, Side], taken: Sequence[Span], shelf: Shelf) -> list[Span]:
    """Stretches of the content that no segment covers, without joints between phrases ("and", "to")."""
    text = shelf.page(side[0]).article.text
    gaps = []
    for citation in side[1].citations:
        at = citation.start
        for span in [
            *sorted(s for s in taken if s.touches((citation.start, citation.end))),
            Span(citation.end, citation.end),
        ]:
            gap = _trimmed(text, at, span.start)
            if gap:
                gaps.append(gap)
            at = max(at, span.end)
    return gaps


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and not text[start].isalnum() and text[start] not in _OPENING:
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _OPENING):
        end -= 1
    words = _WORD.findall(text[start:end])
    is_joint = len(words) == 1 and len(words[0]) <= LONGEST_JOINT
    return Span(start, end) if words and not is_joint else None


def _both(left: str, a: Span, right: str, b: Span, shelf: Shelf) -> AlignedRow:
    ours, theirs = shelf.cite(left, a), shelf.cite(right, b)
    left_runs, right_runs = mark_differences(ours.text, theirs.text)
    return AlignedRow(Phrase(left_runs, ours), Phrase(right_runs, theirs))


def _phrase(article: str, span: Span, shelf: Shelf) -> Phrase:
    citation = shelf.cite(article, span)
    return Phrase((Run(citation.text, False),), citation)
