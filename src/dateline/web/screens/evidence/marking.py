"""Words of a page as HTML: all of it escaped, underlined by layer, what is chosen marked, and places that an address can name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup, escape

from dateline.model import Span
from dateline.web.screens.evidence.chosen import Field
from dateline.web.screens.evidence.layers import Layer

_STRONGEST = frozenset({"trigger", "cue", "name"})


@dataclass(frozen=True)
class Marking:
    """Marks stretches of a text. `placed` holds the places that have their id: one stands on a page once."""

    text: str
    layers: Mapping[Layer, Sequence[Span]]
    fields: Sequence[Field]
    anchors: Collection[int]
    placed: set[int] = field(default_factory=set)

    def html(self, line: Span) -> Markup:
        """A stretch of the text. Elements nest: where underlines cross, they are parted."""
        layers = {layer: [s for s in spans if s.touches(line)] for layer, spans in self.layers.items()}
        fields = [field for field in self.fields if field.span.touches(line)]
        pieces: list[Markup] = []
        open_: list[Markup] = []
        for at, until in pairwise(self._cuts(line, layers, fields)):
            wanted = list(_elements(at, until, layers, fields))
            keep = 0
            while keep < min(len(open_), len(wanted)) and open_[keep] == wanted[keep]:
                keep += 1
            pieces += map(_closed, reversed(open_[keep:]))
            pieces += wanted[keep:]
            open_ = wanted
            pieces.append(self._piece(at, until))
        pieces += map(_closed, reversed(open_))
        return Markup("").join(pieces)

    def _cuts(self, line: Span, layers: Mapping[Layer, Sequence[Span]], fields: Sequence[Field]) -> list[int]:
        spans = [*(f.span for f in fields), *(span for some in layers.values() for span in some)]
        ends = {min(max(at, line.start), line.end) for span in spans for at in span}
        return sorted({*line, *ends, *(at for at in self.anchors if line.start <= at < line.end)})

    def _piece(self, at: int, until: int) -> Markup:
        words = escape(self.text[at:until])
        if at in self.placed or at not in self.anchors:
            return words
        self.placed.add(at)
        return Markup('<span id="c{}">{}</span>').format(at, words)


def _elements(
    at: int, until: int, layers: Mapping[Layer, Sequence[Span]], fields: Sequence[Field]
) -> Iterator[Markup]:
    """What a piece stands in, the outermost first."""
    for layer, spans in layers.items():
        if any(span.covers((at, until)) for span in spans):
            yield Markup('<span class="ev {}">').format(layer.letter)
    names = dict.fromkeys(field.name for field in fields if field.span.covers((at, until)))
    if names:
        strong = " trig" if _STRONGEST & names.keys() else ""
        yield Markup('<mark class="sel{}" title="{}">').format(strong, ", ".join(names))


def _closed(element: Markup) -> Markup:
    return Markup("</mark>") if element.startswith("<mark") else Markup("</span>")
