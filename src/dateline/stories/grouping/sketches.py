"""What grouping keeps of a page: its strongest terms, its names and its time."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from zlib import crc32

from dateline.model import Article, PageKind
from dateline.stories.grouping.told_dates import ToldTime, told_time
from dateline.stories.grouping.vectors import Vector, report_vector
from dateline.stories.terms import NAME, PLAIN, report_terms
from dateline.syndication import published_day


@dataclass(frozen=True, slots=True)
class Sketch:
    """A page as grouping sees it.

    `day` is the running number of the day of publication, None where it is unknown or only a month or year; `people` are the
    names among its strongest terms, `names` the stems of all names and numbers, `terms` hashes of all stems.
    """

    article: str
    day: int | None
    told: ToldTime
    vector: Vector
    people: frozenset[str]
    names: tuple[str, ...]
    terms: array[int]

    @property
    def order(self) -> tuple[float, str]:
        """By day, pages without one last, then by id."""
        return (float("inf") if self.day is None else self.day, self.article)


def sketch(article: Article) -> Sketch:
    """The sketch of a page; the same in whatever company the page comes. What stands in place of a report is like nothing."""
    report = {} if article.kind is PageKind.PLACEHOLDER else report_terms(article)
    day = published_day(article)
    vector = report_vector(report)
    people = frozenset(term.stem for term in report if term.kind == NAME and term.stem in vector)
    names = tuple(sorted({term.stem for term in report if term.kind != PLAIN}))
    terms = array("I", sorted({term_hash(term.stem) for term in report}))
    return Sketch(article.id, day, told_time(article, day), vector, people, names, terms)


def term_hash(stem: str) -> int:
    """A stem as a number of 32 bits."""
    return crc32(stem.encode())
