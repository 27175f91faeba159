"""Pages that are shown in place of a report: of an error, a wall of consent, a check for robots."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.article.layout import Layout
from dateline.article.patterns import patterns_of
from dateline.model import BlockKind

_MOST_WORDS = 120
"""A report may have such a title too, and more to say."""

_PROSE_WORDS = 6
_SITE_WORDS = 5
"""Words of a site's name beside the title."""

_PARTS = re.compile(r"\s+[-–—]\s+|\s*[|·•»]\s*")


def is_placeholder(titles: Iterable[str], layout: Layout) -> bool:
    """True where a title, or a part of it, is that of an error or a wall and there is hardly a text, or where all that the page
    says lies in what its mark-up or words call consent."""
    if _words_of_body(layout) > _MOST_WORDS:
        return False
    return any(_says_so(title) for title in titles) or _is_all_consent(layout)


def _says_so(title: str) -> bool:
    table = patterns_of("placeholder_titles.csv")
    parts = _PARTS.split(title)
    told = [part for part in parts if table.first(part.strip()) is None]
    if len(told) < len(parts):
        return all(len(part.split()) <= _SITE_WORDS for part in told)
    return table.first(title.strip()) is not None


def _words_of_body(layout: Layout) -> int:
    lines = zip(layout.lines, layout.kinds, strict=True)
    return sum(line.words for line, kind in lines if kind is BlockKind.BODY)


def _is_all_consent(layout: Layout) -> bool:
    if BlockKind.HEADLINE in layout.kinds:
        return False
    cues = patterns_of("consent_cues.csv")
    lines = zip(layout.lines, layout.kinds, strict=True)
    prose = [(line.text, kind) for line, kind in lines if line.is_sentence or line.words >= _PROSE_WORDS]
    return (
        bool(prose)
        and all(kind is BlockKind.LEGAL for _, kind in prose)
        and any(cues.first(text) is not None for text, _ in prose)
    )
