"""Families of reports: originals with their copies (codebook section 8, rules 5 and 6)."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Article, ChainEdge, Story
from dateline.products.briefing.rows import Copy, Family
from dateline.products.briefing.shelf import Page, Shelf
from dateline.products.dates import in_words

FAMILY_RELATIONS = ("republished", "copy", "cut", "adapted")


def families_of(story: Story, shelf: Shelf) -> tuple[Family, ...]:
    """One family for each independent account, in the order of the story's articles."""
    edges = [edge for edge in story.chain if edge.relation in FAMILY_RELATIONS]
    return tuple(_family(members, edges, shelf) for members in _groups(story.articles, edges))


def _groups(articles: Sequence[str], edges: Sequence[ChainEdge]) -> list[list[str]]:
    home = {article: article for article in articles}

    def root(node: str) -> str:
        home.setdefault(node, node)
        while home[node] != node:
            node = home[node]
        return node

    for edge in edges:
        home[root(edge.to)] = root(edge.from_)
    groups: dict[str, list[str]] = {}
    for article in articles:
        groups.setdefault(root(article), []).append(article)
    return list(groups.values())


def _family(members: Sequence[str], edges: Sequence[ChainEdge], shelf: Shelf) -> Family:
    into = {edge.to: edge for edge in edges if edge.to in members}
    lead = next((m for m in members if m not in into or into[m].from_.startswith("outlet:")), members[0])
    page = shelf.page(lead)
    unread = into[lead].from_ if lead in into else ""
    copies = [
        Copy(shelf.page(m).key, shelf.page(m).outlet, into[m].relation if m in into else "copy")
        for m in members
        if m != lead
    ]
    original = unread.removeprefix("outlet:") if unread.startswith("outlet:") else None
    return Family(page.key, page.outlet, original, _notes(page, original), tuple(copies))


def _notes(page: Page, original: str | None) -> tuple[str, ...]:
    origin = [f"republishes {original}"] if original else []
    return (*origin, byline_of(page.article), published_of(page.article))


def byline_of(article: Article) -> str:
    """Who wrote it, in words."""
    return ", ".join(article.authors) or "no byline"


def published_of(article: Article) -> str:
    """The page's own date, in words."""
    return in_words(article.published.value) if article.published else "page undated"
