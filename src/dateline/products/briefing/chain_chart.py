"""Where the marks of the reporting chain stand: a family below another, originals above copies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.products.briefing.families import FAMILY_RELATIONS
from dateline.products.briefing.rows import ChainRow, Family
from dateline.products.briefing.view import StoryView

WIDTH, STEP = 344.0, 44.0
MOST_SOURCES, FEWER_SOURCES, MANY_FAMILIES = 5, 1, 4


@dataclass(frozen=True, slots=True)
class Node:
    """A report (`main`), read or not, or a source that a report names."""

    label: str
    note: str
    tag: str
    main: bool
    read: bool
    y: float

    @property
    def x(self) -> float:
        return 12.0 if self.main else 28.0


@dataclass(frozen=True, slots=True)
class FamilyChart:
    """The nodes of one family from top to bottom; its heading stands at `y`."""

    number: int
    y: float
    nodes: tuple[Node, ...]
    left_out: int

    @property
    def sources(self) -> tuple[Node, ...]:
        """What the reports name, above the first of them."""
        return tuple(node for node in self.nodes if not node.main)

    @property
    def reports(self) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.main)


@dataclass(frozen=True, slots=True)
class ChainChart:
    """A chart `height` units high and WIDTH wide."""

    height: float
    families: tuple[FamilyChart, ...]


def draw_chain(story: StoryView) -> ChainChart:
    """The chart of a story's families; steps between families stand in the table alone."""
    y, charts = 14.0, []
    most = FEWER_SOURCES if len(story.families) >= MANY_FAMILIES else MOST_SOURCES
    for number, family in enumerate(story.families, 1):
        nodes, left_out = _nodes(family, story.chain, most)
        placed = tuple(_at(node, y + 26 + i * STEP) for i, node in enumerate(nodes))
        charts.append(FamilyChart(number, y, placed, left_out))
        y += 26 + len(placed) * STEP + (16 if left_out else 0) + 6
    return ChainChart(y, tuple(charts))


def _nodes(family: Family, chain: Sequence[ChainRow], most: int) -> tuple[list[Node], int]:
    keys = [family.key, *(copy.key for copy in family.copies)]
    named = [row for row in chain if row.report_key in keys and not row.origin_key]
    told = {(r.origin, r.relation): r for r in reversed(named) if r.relation not in FAMILY_RELATIONS}
    sources = [r for r in named if told.get((r.origin, r.relation)) is r]
    nodes = [
        Node(_cut(r.origin), f"named by {r.report}", r.relation, False, False, 0) for r in sources[:most]
    ]
    if family.original:
        nodes.append(Node(_cut(family.original), "the original; not read", "", True, False, 0))
    relation = "republished" if family.original else ""
    nodes.append(Node(_cut(family.outlet), _read_note(family), relation, True, True, 0))
    nodes += [
        Node(_cut(c.outlet), "counts with the report above", c.relation, True, True, 0) for c in family.copies
    ]
    return nodes, max(0, len(sources) - most)


def _read_note(family: Family) -> str:
    return "the report as read" if family.original else "original report"


def _cut(text: str, most: int = 34) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _at(node: Node, y: float) -> Node:
    return Node(node.label, node.note, node.tag, node.main, node.read, y)
