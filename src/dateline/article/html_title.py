"""The title of an HTML page: the heading that its metadata confirm, else what they say without the site's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.article.html_lines import MarkedLine
from dateline.article.html_meta import Declared
from dateline.article.lines import fold
from dateline.article.masthead import is_masthead
from dateline.article.outlet import OutletLookup, looks_like_outlet, split_title

_WORD = re.compile(r"[^\W\d_]{4,}")
_HEADING, _SHARED = 4, 2
"""Words of a heading, and those of them that a declared title has too."""


def page_title(
    found: Declared, marked: Sequence[MarkedLine], outlets: OutletLookup | None
) -> tuple[str | None, str | None]:
    """The title, and the outlet that the page title ends with. A heading that the metadata confirm comes first."""
    headings = [line.text for line in marked if line.tag == "h1"]
    folded = [fold(text) for text in headings]
    candidates = [*found.titles, *([found.page_title] if found.page_title else [])]
    suffix = (
        split_title(found.page_title, [*folded, *map(fold, found.titles)], outlets)[1]
        if found.page_title
        else None
    )
    names = [*found.outlets, suffix]
    for heading, plain in zip(headings, folded, strict=True):
        if _is_said(plain, found.titles) and not is_masthead(heading, names):
            return _whole(heading, found.titles), suffix
        if _is_said(plain, candidates) and not _is_site_name(heading, names, outlets):
            return heading, suffix
    proper = [heading for heading in headings if not _is_site_name(heading, names, outlets)]
    told = proper if not found.titles else [h for h in proper if _tells_of(h, found.titles)]
    if told:
        return told[0], suffix
    for candidate in candidates:
        title, _ = split_title(_without_site(candidate, found.outlets), folded, outlets)
        if title and not _is_site_name(title, names, outlets):
            return title, suffix
    return next(iter([*proper, *headings, *candidates]), None), suffix


def _is_said(heading: str, titles: Sequence[str]) -> bool:
    """True where a title and a heading (folded) agree, one of them perhaps with more words."""
    return len(heading) > 8 and any(heading in fold(title) or fold(title) in heading for title in titles)


def _tells_of(heading: str, titles: Sequence[str]) -> bool:
    """True for a heading in other words than the titles that the page declares for search and for sharing."""
    own = _stems(heading)
    return len(heading.split()) >= _HEADING and any(len(own & _stems(title)) >= _SHARED for title in titles)


def _stems(text: str) -> set[str]:
    return {word[:5] for word in _WORD.findall(fold(text))}


def _whole(heading: str, titles: Sequence[str]) -> str:
    """A heading that is broken into several lines, as the title that holds it."""
    broken = heading[:1] in ":,-–—|"
    return next((title for title in titles if broken and title.endswith(heading)), heading)


def _is_site_name(title: str, names: Sequence[str | None], outlets: OutletLookup | None) -> bool:
    return is_masthead(title, names) or (len(title.split()) < 5 and looks_like_outlet(title, outlets))


def _without_site(title: str, outlets: Sequence[str]) -> str:
    """A title without the site's name at its end."""
    for outlet in outlets:
        cut = re.sub(rf"\s*[-–—|·•:»ㅣ｜│]\s*{re.escape(outlet)}\s*$", "", title, flags=re.IGNORECASE)
        if cut and cut != title:
            return cut
    return title
