"""Articles that are one text: they count as one source (codebook section 8, rule 5)."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import ChainEdge

FAMILY_RELATIONS = frozenset({"republished", "copy", "cut", "adapted"})


def families(article_ids: Iterable[str], edges: Iterable[ChainEdge]) -> list[frozenset[str]]:
    """The articles in families, sorted by their smallest id. An article without copies is a family of its own.

    Outlets whose original was not read tie nothing together: two pages may republish different texts of one outlet.
    """
    parent = {article: article for article in article_ids}

    def root(article: str) -> str:
        while parent[article] != article:
            parent[article] = parent[parent[article]]
            article = parent[article]
        return article

    for edge in edges:
        if edge.relation in FAMILY_RELATIONS and edge.from_ in parent and edge.to in parent:
            first, second = sorted((root(edge.from_), root(edge.to)))
            parent[second] = first
    groups: dict[str, set[str]] = {}
    for article in parent:
        groups.setdefault(root(article), set()).add(article)
    return sorted((frozenset(group) for group in groups.values()), key=min)
