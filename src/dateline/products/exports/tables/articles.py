"""A row an article, in its latest version."""

from __future__ import annotations

from dateline.products.exports.kinds import Shown
from dateline.products.exports.schema import Column, Kind, Reference, Table
from dateline.products.exports.told import Page

ARTICLES: Table[Page] = Table(
    name="articles",
    title="Pages, each in its latest version",
    key=("article",),
    records=lambda contents: contents.pages(),
    columns=(
        Column("article", Kind.TEXT, "id of the page's text at its address", lambda p: p.article.id),
        Column("url", Kind.TEXT, "address of the page", lambda p: p.article.url, missing="the page has none"),
        Column(
            "outlet",
            Kind.TEXT,
            "who published it",
            lambda p: p.article.outlet.name if p.article.outlet else None,
            missing="not named",
        ),
        Column(
            "outlet_id",
            Kind.TEXT,
            "Wikidata id or `dl-...` of the outlet",
            lambda p: p.article.outlet.id if p.article.outlet else None,
            missing="not in the tables",
        ),
        Column(
            "title",
            Kind.TEXT,
            "headline",
            lambda p: p.article.title,
            missing="none was found",
            shown=Shown.TITLE,
        ),
        Column("authors", Kind.LIST, "names in the byline", lambda p: p.article.authors),
        Column(
            "published",
            Kind.TEXT,
            "when, ISO 8601 with as many parts as are known",
            lambda p: p.article.published.value if p.article.published else None,
            missing="the page does not say it",
        ),
        Column(
            "day",
            Kind.DAY,
            "the day of publication",
            lambda p: p.day,
            missing="not known to the day",
        ),
        Column(
            "language", Kind.TEXT, "ISO 639-1, `und` where it could not be told", lambda p: p.article.language
        ),
        Column(
            "coded",
            Kind.YES_NO,
            "whether there was a parser for its language; if not, it has no events",
            lambda p: p.article.coded,
        ),
        Column(
            "words",
            Kind.WHOLE,
            "words of the cleaned page, furniture included",
            lambda p: len(p.article.text.split()),
            unit="words",
        ),
        Column("story", Kind.TEXT, "the story that it is in", lambda p: p.story, missing="not yet grouped"),
        Column(
            "family",
            Kind.TEXT,
            "the first of its copies that came in, itself without copies: articles of one family are one independent report. With filters it may be an article that is not in the table",
            lambda p: p.family,
            missing="not yet grouped",
        ),
        Column("first_seen", Kind.TEXT, "when it came into the collection, UTC", lambda p: p.first_seen),
        Column(
            "dateline_version",
            Kind.TEXT,
            "version of the program that read it",
            lambda p: p.reading.provenance.dateline,
        ),
        Column(
            "knowledge",
            Kind.TEXT,
            "state of the tables of actors with which it was read",
            lambda p: p.reading.provenance.knowledge,
        ),
        Column(
            "text",
            Kind.TEXT,
            "all lines of the cleaned page; offsets are places between its code points",
            lambda p: p.article.text,
            shown=Shown.WHOLE,
        ),
    ),
    references=(Reference("story", "stories"),),
)
