"""Citations: words of the pages of a collection with the place where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import overload

from dateline.language import split_sentences
from dateline.model import CODED_KINDS, BlockKind, Reading, Span, hull
from dateline.products.answers.citation import Citation
from dateline.store import Collection

MOST_QUOTED = 700
_MOST_NAMED = 300
_MOST_OF_URL = 1_000
_LEAD = 300


@dataclass(frozen=True, slots=True)
class Source:
    """An article that is cited: what was read in it, and the hash of its page."""

    reading: Reading
    page_sha256: str

    @property
    def id(self) -> str:
        return self.reading.article.id

    @property
    def title(self) -> str | None:
        return shortened(self.reading.article.title)

    @property
    def outlet(self) -> str | None:
        outlet = self.reading.article.outlet
        return shortened(outlet.name) if outlet else None

    @property
    def published(self) -> str | None:
        published = self.reading.article.published
        return published.value if published else None

    @property
    def url(self) -> str | None:
        url = self.reading.article.url
        return url if url and len(url) <= _MOST_OF_URL else None

    def cite_lead(self) -> Citation:
        """How the report begins: its body, else its text, as far as its first words."""
        article = self.reading.article
        whole = Span(0, len(article.text))
        return self.cite(next(iter(article.spans_of(BlockKind.BODY)), whole), _LEAD)

    def sentence_at(self, span: Span) -> Span:
        """The sentences in which a span stands, or the span itself where it stands in none, or they are too long to quote."""
        article = self.reading.article
        blocks = [block for block in article.blocks if block.kind in CODED_KINDS and block.span.touches(span)]
        sentences = split_sentences(article.text, blocks)
        whole = hull([span, *(found for s in sentences if (found := Span(s.start, s.end)).touches(span))])
        return whole if whole.end - whole.start <= MOST_QUOTED else span

    def cite(self, span: Span, most: int = MOST_QUOTED) -> Citation:
        """The words of a span, at most so many letters."""
        article = self.reading.article
        start, end = _trimmed(article.text, span)
        last = _word_end(article.text, start, end, most)
        return Citation(
            quote=article.text[start:last],
            is_cut=last < end,
            article=article.id,
            title=self.title,
            outlet=self.outlet,
            published=self.published,
            url=self.url,
            start=start,
            end=last,
            page_sha256=self.page_sha256,
        )

    def cite_sentences(self, spans: Iterable[Span], most: int) -> tuple[Citation, ...]:
        """The sentences in which spans stand, each once, at most so many."""
        found = dict.fromkeys(map(self.sentence_at, spans))
        return tuple(self.cite(span) for span in islice(found, most))


class Sources:
    """The articles that one answer cites, each looked up once."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._found: dict[str, Source] = {}

    def of(self, article: str) -> Source:
        """An article as a source.

        Raises:
            CollectionError: `unknown`.
        """
        if article not in self._found:
            self._found[article] = Source(
                self._collection.reading(article), self._collection.page_hash(article)
            )
        return self._found[article]


@overload
def shortened(name: str, most: int = _MOST_NAMED) -> str: ...
@overload
def shortened(name: None, most: int = _MOST_NAMED) -> None: ...
@overload
def shortened(name: str | None, most: int = _MOST_NAMED) -> str | None: ...
def shortened(name: str | None, most: int = _MOST_NAMED) -> str | None:
    """A title, a name or a message, cut where it is longer than any is."""
    return name if name is None or len(name) <= most else name[: most - 1] + "…"


def _trimmed(text: str, span: Span) -> Span:
    """A span without the spaces around its words."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _word_end(text: str, start: int, end: int, most: int) -> int:
    """Where to cut a passage that is too long: after the last whole word, where the script has spaces."""
    if end - start <= most:
        return end
    last = start + most
    spaces = (at for at in range(last, start + most // 2, -1) if text[at].isspace())
    return next(spaces, last)
