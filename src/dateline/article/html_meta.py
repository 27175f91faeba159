"""What an HTML page declares of itself: JSON-LD, meta elements, microdata; all candidates are kept, best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from dateline.article.furniture import rows_of
from dateline.article.html_marks import is_author_link, linked_authors, microdata_of, shown_times
from dateline.article.json_ld import access_of, article_nodes, body_of, candidates_of, created_of, nodes_of
from dateline.article.live_blog import Post, posts_of
from dateline.model import HeadCandidate, HeadField

_TAGS = ("meta", "link", "script", "h1", "time", "a")
_ARTICLE_TYPES = frozenset(("article", "news", "newsarticle", "post", "story"))
_TIER_NAMES = frozenset(("articlecontenttier", "contenttier", "paywall", "articlepaywall"))
_JOINTS = str.maketrans("", "", ":._- ")


@dataclass(frozen=True, slots=True)
class Declared:
    """Candidates in the order in which they are believed, the body that the page declares, and its title element.

    Authors are as they stand there: not all are people. `times` are dates that nothing says the meaning of. `posts` are those of a live
    blog, `is_article` says whether the page calls itself an article, `access` and `tiers` who may read it.
    """

    candidates: tuple[HeadCandidate, ...]
    times: tuple[HeadCandidate, ...]
    body: str | None
    page_title: str | None
    posts: tuple[Post, ...]
    is_article: bool
    access: tuple[str, ...]
    tiers: tuple[str, ...]

    def values(self, kind: HeadField) -> list[str]:
        """What is declared of one field."""
        return [found.value for found in self.candidates if found.field is kind]

    @property
    def titles(self) -> list[str]:
        return self.values(HeadField.TITLE)

    @property
    def outlets(self) -> list[str]:
        return self.values(HeadField.OUTLET)

    @property
    def url(self) -> str | None:
        return next(iter(self.values(HeadField.URL)), None)


def declared(tree: HtmlElement) -> Declared:
    """All that JSON-LD, meta elements and marked elements say, found in one pass over the tree and one over its microdata."""
    by_tag: dict[str, list[HtmlElement]] = {}
    marks: list[HtmlElement] = []
    for element in tree.iter(*_TAGS):
        tag = element.tag
        if tag == "a":
            if is_author_link(element):
                marks.append(element)
        elif tag == "time" or tag == "h1":
            marks.append(element)
        else:
            by_tag.setdefault(tag, []).append(element)
    metas = [*_links(by_tag.get("link", ())), *_meta(by_tag.get("meta", ()))]
    url = next((found.value for found in metas if found.field is HeadField.URL), None)
    nodes = nodes_of(script.text or "" for script in by_tag.get("script", ()) if _is_json_ld(script))
    articles = article_nodes(nodes, url)
    candidates = (
        *_language(tree),
        *candidates_of(nodes, articles),
        *metas,
        *microdata_of(tree, marks),
        *linked_authors(marks),
        *created_of(articles),
    )
    title = tree.findtext(".//title")
    page_title = " ".join(title.split()) if title and title.strip() else None
    named = [(_name(element), (element.get("content") or "").strip()) for element in by_tag.get("meta", ())]
    return Declared(
        candidates,
        tuple(shown_times(marks)),
        body_of(articles),
        page_title,
        tuple(posts_of(articles)),
        bool(articles) or any(name == "ogtype" and value.lower() in _ARTICLE_TYPES for name, value in named),
        tuple(access_of(nodes)),
        tuple(value for name, value in named if name in _TIER_NAMES),
    )


def _is_json_ld(script: HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "")


@cache
def _fields() -> dict[str, tuple[HeadField, int]]:
    return {
        _plain(row["name"]): (HeadField(row["field"]), number)
        for number, row in enumerate(rows_of("meta_names.csv"))
    }


def _plain(name: str) -> str:
    """A name without what joins its parts: sites write `article:published_time` in every way."""
    return name.lower().translate(_JOINTS)


def _name(element: HtmlElement) -> str:
    return _plain((element.get("property") or element.get("name") or element.get("itemprop") or "").strip())


def _meta(elements: Sequence[HtmlElement]) -> Iterator[HeadCandidate]:
    """What meta elements say, in the order of the table of their names."""
    rows = []
    for element in elements:
        name = _name(element)
        content = (element.get("content") or "").strip()
        if content and name in _fields():
            kind, rank = _fields()[name]
            if content.startswith("http") == (kind is HeadField.URL):
                rows.append((rank, kind, " ".join(content.split())))
    for _, kind, content in sorted(rows, key=lambda row: row[0]):
        yield HeadCandidate(kind, content, "meta", None)


def _links(elements: Sequence[HtmlElement]) -> Iterator[HeadCandidate]:
    for element in elements:
        if element.get("rel") != "canonical":
            continue
        address = (element.get("href") or "").strip()
        if address.startswith("http"):
            yield HeadCandidate(HeadField.URL, address, "link", None)


def _language(tree: HtmlElement) -> Iterator[HeadCandidate]:
    if tree.get("lang"):
        yield HeadCandidate(HeadField.LANGUAGE, tree.get("lang"), "meta", None)
