"""Page words as HTML: everything escaped, cited stretches underlined and reachable by address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from markupsafe import Markup, escape

from dateline.model import Span
from dateline.products.briefing.rows import Paragraph
from dateline.products.briefing.view import Briefing

Layers = Mapping[tuple[str, Span], str]


def layers_of(briefing: Briefing) -> Layers:
    """Which stretches are events (`e`) and which statements (`s`): `(page key, span)` to layer."""
    layers: dict[tuple[str, Span], str] = {}
    for story in briefing.stories:
        cited = [c for row in story.statements for c in row.citations]
        cited += [c for quotation in story.quotations for side in quotation.sides for c in side.citations]
        layers.update({(c.key, Span(c.start, c.end)): "s" for c in cited})
    for document in briefing.documents:
        for row in document.events:
            layers[(document.key, Span(row.citation.start, row.citation.end))] = "e"
    return layers


def flat(text: str) -> str:
    """Words on one line."""
    return " ".join(text.split())


def mark_value(text: str, value: str | None) -> Markup:
    """Words on one line, with a value that is compared marked where it stands in them."""
    words = flat(text)
    found = re.search(rf"(?<!\w){re.escape(flat(value))}(?!\w)", words, re.IGNORECASE) if value else None
    if not found:
        return escape(words)
    start, end = found.span()
    return Markup('{}<mark class="val">{}</mark>{}').format(words[:start], words[start:end], words[end:])


def has_value(text: str, value: str | None) -> bool:
    """True when a value stands in the words as such."""
    return bool(value) and "<mark" in str(mark_value(text, value))


def mark_cited(paragraph: Paragraph, key: str, layers: Layers, placed: set[str]) -> Markup:
    """A line with its cited stretches in elements of their own. `placed` holds the ids that are already used.

    Stretches that cross are split, so that elements nest; the id stays with the first piece.
    """
    line = Span(paragraph.start, paragraph.end)
    spans = [s for s in paragraph.cited if s.touches(line)]
    cuts = sorted({line.start, line.end} | {min(max(at, line.start), line.end) for s in spans for at in s})
    pieces: list[Markup] = []
    open_: list[Span] = []
    for at, until in pairwise(cuts):
        wanted = sorted(
            (s for s in spans if s.start <= at and s.end >= until), key=lambda s: (s.start, -s.end)
        )
        keep = 0
        while keep < min(len(open_), len(wanted)) and open_[keep] == wanted[keep]:
            keep += 1
        pieces += [Markup("</span>")] * (len(open_) - keep)
        pieces += [_opened(span, key, layers, placed) for span in wanted[keep:]]
        open_ = wanted
        pieces.append(escape(paragraph.text[at - line.start : until - line.start]))
    return Markup("").join([*pieces, *[Markup("</span>")] * len(open_)])


def _opened(span: Span, key: str, layers: Layers, placed: set[str]) -> Markup:
    anchor = f"{key}-{span.start}"
    layer = layers.get((key, span), "o")
    if anchor in placed:
        return Markup('<span class="ev {}">').format(layer)
    placed.add(anchor)
    return Markup('<span class="ev {}" id="{}">').format(layer, anchor)
