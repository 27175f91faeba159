"""Tables of what a search found."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from dateline.model import Span
from dateline.store import Hits, short_id
from dateline.store.search import NEWEST

_MARKED = "bold reverse"


def hits_table(found: Hits) -> Table:
    """One row a page: id, day, outlet, title, and the sentences with what was asked, marked."""
    table = Table(caption=found_line(found), caption_justify="left", expand=True)
    for heading, share in (("id", None), ("day", None), ("outlet", 2), ("title", 4), ("words", 8)):
        table.add_column(heading, ratio=share, no_wrap=share is None)
    for hit in found.hits:
        words = [
            marked(one.text, [Span(p.start - one.span.start, p.end - one.span.start) for p in one.highlights])
            for one in hit.passages
        ]
        title = marked(hit.title, hit.title_highlights)
        table.add_row(short_id(hit.article), hit.day or "", hit.outlet or "", title, Text(" … ").join(words))
    return table


def found_line(found: Hits) -> str:
    """How many pages match, and how many of them are shown."""
    if found.is_cut:
        return f"{len(found.hits)} shown of the newest {NEWEST:,} pages that match; older ones were not looked at"
    return f"{len(found.hits)} shown of {found.matched:,} pages that match"


def marked(text: str, places: Iterable[Span]) -> Text:
    """A text on one line with some places of it marked; what a terminal would obey is left out."""
    line = Text("".join(letter if letter.isprintable() else " " for letter in text))
    for place in places:
        line.stylize(_MARKED, place.start, place.end)
    return line
