"""Reads a page that came as plain text, with all its site clutter."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.article.body import body_lines, mark
from dateline.article.captions import mark_captions
from dateline.article.headline import Headline, find_headline
from dateline.article.layout import Layout, lay_out
from dateline.article.lines import lines_of
from dateline.article.outlet import OutletLookup, promoted_outlet
from dateline.model import DatedValue


@dataclass(frozen=True, slots=True)
class Draft:
    """What was read of a page before names and dates are settled; candidates come best first."""

    text: str
    layout: Layout
    title: str | None
    authors: tuple[str, ...] = ()
    published: tuple[DatedValue, ...] = ()
    modified: tuple[DatedValue, ...] = ()
    outlets: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None


def read_dump(text: str, outlets: OutletLookup | None) -> Draft:
    """Lines of a text with their kinds; `text` stays as it is."""
    lines = lines_of(text)
    marks = [mark(line) for line in lines]
    mark_captions(lines, marks)
    body = body_lines(lines, marks)
    first = next((i for i, is_body in enumerate(body) if is_body), len(lines))
    headline = find_headline(lines, marks, first, outlets)
    if not any(body):
        headline, body = _without_body(
            headline, len(lines), marks_furniture=[m.is_kind is not None for m in marks]
        )
    layout = lay_out(lines, marks, body, headline, [None] * len(lines))
    date = headline.date
    published = (DatedValue(date.value, date.precision, "page_meta", date.span),) if date else ()
    named = [name for name in (headline.outlet, promoted_outlet(lines, outlets)) if name]
    return Draft(text, layout, headline.title, published=published, outlets=tuple(named))


def _without_body(headline: Headline, count: int, marks_furniture: list[bool]) -> tuple[Headline, list[bool]]:
    """A page too short to tell: all that is not furniture and not the headline is body; one line alone is body too."""
    if count == 1:
        return Headline(None, None, (), None, headline.date), [True]
    titles = {headline.line, *headline.copies}
    return headline, [i not in titles and not marks_furniture[i] for i in range(count)]
