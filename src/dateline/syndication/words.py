"""The words of a report that may have been copied: headline, standfirst and body, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.model import Article, BlockKind, Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(r"“[^”\n]{0,2000}(?:”|(?=\n))|\"[^\"\n]{0,2000}\"|«[^»\n]{0,2000}»")
_COPIED_KINDS = (BlockKind.HEADLINE, BlockKind.DEK, BlockKind.BODY)


@dataclass(frozen=True, slots=True)
class Wording:
    """The running words of an article in order, one entry a word: folded form, start, end, and 1 for a quoted word."""

    article: Article
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: bytes

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from one word to another, both included."""
        return Span(self.starts[first], self.ends[last])


def reading_spans(article: Article) -> list[Span]:
    """Where the report itself stands: typed blocks, or the whole text where there are none."""
    spans = article.spans_of(*_COPIED_KINDS)
    if not article.spans_of(BlockKind.BODY):
        return [Span(0, len(article.text))]
    return spans


def wording(article: Article) -> Wording:
    """The words of headline, standfirst and body."""
    text = article.text
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    quoted = bytearray()
    for span in reading_spans(article):
        marks = _quoted(text, span)
        for match in _WORD.finditer(text, *span):
            start, end = match.span()
            forms.append(match[0].lower().replace("’", "'"))
            starts.append(start)
            ends.append(end)
            quoted.append(marks[start - span.start])
    return Wording(article, tuple(forms), tuple(starts), tuple(ends), bytes(quoted))


def _quoted(text: str, span: Span) -> bytearray:
    """A mark for each character of a stretch that stands inside quotation marks."""
    marks = bytearray(span.end - span.start)
    for match in _QUOTED.finditer(text, *span):
        start, end = match.start() - span.start, match.end() - span.start
        marks[start:end] = b"\x01" * (end - start)
    return marks
