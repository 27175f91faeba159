"""The readings of a briefing: what each page is called in it, and which of its stretches are cited."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from dateline.model import Article, BlockKind, DatelineError, Event, Reading, Span, Statement
from dateline.products.briefing.rows import Citation

SHORT, AROUND = 32, 70
"""Characters up to which a stretch is shown with the words around it, and how many of those on a side."""

_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’']?\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line of a page, without the blanks around it."""

    kind: BlockKind
    number: int | None
    span: Span


def lines_of(article: Article) -> tuple[Line, ...]:
    """Non-blank lines with the kind of their block; lines of the body are numbered from 1."""
    found: list[Line] = []
    number = 0
    for block in sorted(article.blocks, key=lambda b: (b.start, b.end)):
        for span in _lines(article.text, block.start, block.end):
            number += block.kind is BlockKind.BODY
            found.append(Line(block.kind, number if block.kind is BlockKind.BODY else None, span))
    return tuple(found)


def _lines(text: str, start: int, end: int) -> Iterable[Span]:
    offset = start
    for line in text[start:end].splitlines(keepends=True):
        words = line.strip()
        if words:
            first = offset + line.index(words)
            yield Span(first, first + len(words))
        offset += len(line)


@dataclass(frozen=True)
class Page:
    """A reading on the shelf: its key and outlet in this briefing, its lines, its records by id and by evidence."""

    key: str
    outlet: str
    reading: Reading
    lines: tuple[Line, ...]

    @property
    def article(self) -> Article:
        return self.reading.article

    def line_at(self, offset: int) -> Line | None:
        return next((line for line in self.lines if line.span.start <= offset < line.span.end), None)

    def statement(self, id_: str | None) -> Statement | None:
        return next((s for s in self.reading.statements if s.id == id_), None)

    def events_at(self, span: Span) -> list[Event]:
        """Events whose evidence is exactly this stretch."""
        return [e for e in self.reading.events if e.evidence == span]

    def event_around(self, span: Span) -> Event | None:
        """The event with the smallest evidence that covers a stretch."""
        around = [e for e in self.reading.events if e.evidence.covers(span)]
        return min(around, key=lambda e: (e.evidence.end - e.evidence.start, e.evidence.start), default=None)


class Shelf:
    """The pages that a briefing is about, in order; remembers every stretch that was cited."""

    def __init__(self, stories: Sequence[Sequence[str]], readings: Iterable[Reading]) -> None:
        """`stories` lists the article ids of each story; an article may be in several."""
        articles = list(dict.fromkeys(article for story in stories for article in story))
        by_id = {reading.article.id: reading for reading in readings}
        missing = [article for article in articles if article not in by_id]
        if missing:
            raise DatelineError(
                f"no reading for article {missing[0]}: give brief() the reading of every article of its stories"
            )
        names = _names(stories, {article: _name(by_id[article].article) for article in articles})
        self.pages = {
            article: Page(f"a{i}", names[article], by_id[article], lines_of(by_id[article].article))
            for i, article in enumerate(articles, 1)
        }
        self._cited: dict[str, set[Span]] = {article: set() for article in articles}

    def page(self, article: str) -> Page:
        """A page by its article id.

        Raises:
            DatelineError: the article belongs to no story of the briefing.
        """
        if article not in self.pages:
            raise DatelineError(f"article {article} is cited, and no story of the briefing holds it")
        return self.pages[article]

    def cite(self, article: str, span: Span) -> Citation:
        """The citation of a stretch.

        Raises:
            DatelineError: the stretch is empty or lies outside the page's text.
        """
        page = self.page(article)
        text = page.article.text
        if not 0 <= span.start < span.end <= len(text):
            raise DatelineError(f"span {list(span)} lies outside the text of {page.outlet} ({article})")
        line = page.line_at(span.start)
        self._cited[article].add(Span(*span))
        return Citation(
            article,
            page.key,
            page.outlet,
            line.kind if line else BlockKind.OTHER,
            line.number if line else None,
            span.start,
            span.end,
            text[span.start : span.end],
        )

    def cite_all(self, article: str, spans: Iterable[Span]) -> tuple[Citation, ...]:
        return tuple(self.cite(article, span) for span in sorted(set(spans)))

    def cite_in_context(self, article: str, spans: Iterable[Span]) -> tuple[Citation, ...]:
        """Citations of stretches that a reader meets alone: a short one comes with the words around it."""
        page = self.page(article)
        return tuple(_in_context(citation, page) for citation in self.cite_all(article, spans))

    def cited(self, article: str) -> list[Span]:
        """Every stretch of a page that was cited, in order, longer before shorter."""
        return sorted(self._cited[article], key=lambda s: (s.start, -s.end))


def _in_context(citation: Citation, page: Page) -> Citation:
    line = page.line_at(citation.start)
    if line is None or citation.end - citation.start > SHORT or citation.end > line.span.end:
        return citation
    text = page.article.text
    before = text[line.span.start : citation.start]
    after = text[citation.end : line.span.end]
    return replace(citation, before=_tail(before), after=_head(after))


def _tail(words: str) -> str:
    """The end of what precedes: its sentence, or as many words of it as fit."""
    words = _SENTENCE_END.split(words)[-1]
    return (
        words
        if len(words) <= AROUND
        else "…" + words[-AROUND:].partition(" ")[1] + words[-AROUND:].partition(" ")[2]
    )


def _head(words: str) -> str:
    end = _SENTENCE_END.search(words)
    words = words[: end.start()] if end else words
    return words if len(words) <= AROUND else words[:AROUND].rpartition(" ")[0] + " …"


def _names(stories: Sequence[Sequence[str]], plain: Mapping[str, str]) -> dict[str, str]:
    """Display names: an outlet with several reports in one story has them numbered."""
    names = dict(plain)
    for story in stories:
        count = Counter(plain[article] for article in dict.fromkeys(story))
        seen: Counter[str] = Counter()
        for article in dict.fromkeys(story):
            name = plain[article]
            seen[name] += 1
            if count[name] > 1:
                names[article] = f"{name} ({seen[name]})"
    return names


def _name(article: Article) -> str:
    if article.outlet and article.outlet.name.strip():
        return article.outlet.name.strip()
    host = urlsplit(article.url or "").hostname or ""
    return host.removeprefix("www.") or "Unnamed outlet"
