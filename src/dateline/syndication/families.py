"""Articles that are one text: they count as one source (codebook section 8, rule 5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from dateline.model import ChainEdge, Span

FAMILY_RELATIONS = frozenset({"republished", "copy", "cut", "adapted"})
_NEARLY = 0.9


def families(article_ids: Iterable[str], edges: Iterable[ChainEdge]) -> list[frozenset[str]]:
    """The articles in families, sorted by their smallest id. An article without copies is a family of its own.

    A text that was put together from two originals does not make one report of them: it goes with the one that gave more.
    Outlets whose original was not read tie nothing together: two pages may republish different texts of one outlet.
    """
    parent = {article: article for article in article_ids}

    def root(article: str) -> str:
        while parent[article] != article:
            parent[article] = parent[parent[article]]
            article = parent[article]
        return article

    known = [e for e in edges if e.relation in FAMILY_RELATIONS and e.from_ in parent and e.to in parent]
    for edge in joining_edges(known):
        first, second = sorted((root(edge.from_), root(edge.to)))
        parent[second] = first
    groups: dict[str, set[str]] = {}
    for article in parent:
        groups.setdefault(root(article), set()).add(article)
    return sorted((frozenset(group) for group in groups.values()), key=min)


def joining_edges(edges: Iterable[ChainEdge]) -> list[ChainEdge]:
    """Of the edges to each copy the one from its main original: what the page says of itself, else the one that gave most of the
    text, and of those that gave nearly as much one that is itself no copy; with it all that gave the same part of the copy.

    A page that was put together from several texts is the original of another only where it has nearly all that others
    have in common with that one.
    """
    edges = list(edges)
    shared = _shared_by_page(edges)
    mixed = {page for page, parts in shared.items() if _is_mixed(parts)}
    by_copy: dict[str, list[ChainEdge]] = defaultdict(list)
    for edge in edges:
        if edge.from_ not in mixed or _given([edge]) >= _NEARLY * letters_covered(chain(*shared[edge.to])):
            by_copy[edge.to].append(edge)

    def rank(edge: ChainEdge) -> tuple[bool, bool, bool, int, str]:
        is_said = edge.relation == "republished"
        return not is_said, edge.from_ in mixed, edge.from_ in by_copy, -_given([edge]), edge.from_

    joining = []
    for _, found in sorted(by_copy.items()):
        most = max(_given([edge]) for edge in found)
        near = [e for e in found if e.relation == "republished" or _given([e]) >= _NEARLY * most]
        main = min(near, key=rank)
        same = [e for e in near if e.from_ not in mixed and _NEARLY * _given([main, e]) <= _given([main])]
        joining += [main, *(edge for edge in same if edge is not main)]
    return joining


def _shared_by_page(edges: Iterable[ChainEdge]) -> dict[str, list[list[Span]]]:
    """For each page what it has in common with each of the others."""
    shared: dict[str, list[list[Span]]] = defaultdict(list)
    for edge in edges:
        shared[edge.from_].append([original for original, _ in edge.passages])
        shared[edge.to].append([copy for _, copy in edge.passages])
    return shared


def _is_mixed(parts: Sequence[Sequence[Span]]) -> bool:
    """True when no other page has nearly all that others have in common with this one."""
    return max(map(letters_covered, parts)) < _NEARLY * letters_covered(
        span for part in parts for span in part
    )


def _given(edges: Iterable[ChainEdge]) -> int:
    """How many letters of a copy some edges to it cover together."""
    return letters_covered(copy for edge in edges for _, copy in edge.passages)


def letters_covered(spans: Iterable[Span]) -> int:
    """How many letters of a page some spans cover together."""
    covered = at = 0
    for span in sorted(spans):
        covered += max(0, span.end - max(at, span.start))
        at = max(at, span.end)
    return covered
