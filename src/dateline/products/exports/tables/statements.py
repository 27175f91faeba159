"""A row a statement of an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Party, Statement
from dateline.model.span import hull
from dateline.products.exports.contents import Contents
from dateline.products.exports.kinds import Shown
from dateline.products.exports.schema import Column, Kind, Reference, Table
from dateline.products.exports.tables.wording import BY_HAND, FOUND_RIGHT, NOTED
from dateline.products.exports.told import Page
from dateline.store.ingest.article_rows import content_of


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement of a page."""

    page: Page
    statement: Statement

    @property
    def words(self) -> str:
        return content_of(self.statement, self.page.reading)

    @property
    def start(self) -> int:
        return hull(self.statement.content).start

    @property
    def end(self) -> int:
        return hull(self.statement.content).end


def _records(contents: Contents) -> Iterator[_Said]:
    for page in contents.pages():
        for statement in page.reading.statements:
            yield _Said(page, statement)


def _name(party: Party | None) -> str | None:
    return party.name if party else None


def _actor(party: Party | None) -> str | None:
    return party.actor if party and party.actor and not party.actor.startswith("local:") else None


def _state(party: Party | None) -> str | None:
    return party.state if party else None


_UNNAMED = "nobody is named, or only one page knows them"

STATEMENTS: Table[_Said] = Table(
    name="statements",
    title="Who is reported to have said what",
    key=("statement",),
    records=_records,
    columns=(
        Column(
            "statement",
            Kind.TEXT,
            "article and statement in it: `ARTICLE#s1`",
            lambda r: f"{r.page.article.id}#{r.statement.id}",
        ),
        Column("article", Kind.TEXT, "the article", lambda r: r.page.article.id),
        Column(
            "type",
            Kind.TEXT,
            "in quotation marks, partly so, in other words, or a belief or wish",
            lambda r: r.statement.type.value,
            values=("direct", "mixed", "indirect", "attitude"),
        ),
        Column(
            "speaker",
            Kind.TEXT,
            "who said it",
            lambda r: _name(r.statement.speaker),
            missing="it cannot be told",
        ),
        Column(
            "speaker_actor",
            Kind.TEXT,
            "id of the speaker",
            lambda r: _actor(r.statement.speaker),
            missing=_UNNAMED,
        ),
        Column(
            "speaker_state",
            Kind.TEXT,
            "state of the speaker, ISO 3166-1 alpha-3",
            lambda r: _state(r.statement.speaker),
            missing="none is known",
        ),
        Column(
            "addressee",
            Kind.TEXT,
            "to whom it was said",
            lambda r: _name(r.statement.addressee),
            missing="the general public",
        ),
        Column(
            "addressee_actor",
            Kind.TEXT,
            "id of the addressee",
            lambda r: _actor(r.statement.addressee),
            missing=_UNNAMED,
        ),
        Column(
            "channel",
            Kind.TEXT,
            "the sort of channel by which the words reached the page",
            lambda r: r.statement.channel.kind if r.statement.channel else None,
            missing="the page does not say",
        ),
        Column(
            "channel_name",
            Kind.TEXT,
            "whose channel it is",
            lambda r: r.statement.channel.name if r.statement.channel else None,
            missing="the page does not say",
        ),
        Column(
            "act",
            Kind.TEXT,
            "what is done by saying it",
            lambda r: r.statement.act,
            missing="the words do not show it",
        ),
        Column(
            "content",
            Kind.TEXT,
            "what was said, parts joined by an ellipsis",
            lambda r: r.words,
            shown=Shown.PASSAGE,
        ),
        Column(
            "content_start",
            Kind.WHOLE,
            "where the words begin in the article's text",
            lambda r: r.start,
            unit="code points",
            shown=Shown.PLACE,
        ),
        Column(
            "content_end",
            Kind.WHOLE,
            "where they end",
            lambda r: r.end,
            unit="code points",
            shown=Shown.PLACE,
        ),
        Column(
            "day", Kind.DAY, "the day of publication", lambda r: r.page.day, missing="not known to the day"
        ),
        Column("corrected", Kind.YES_NO, BY_HAND, lambda r: r.statement.id in r.page.by_hand.corrected),
        Column("checked", Kind.YES_NO, FOUND_RIGHT, lambda r: r.statement.id in r.page.by_hand.checked),
        Column(
            "flag", Kind.TEXT, NOTED, lambda r: r.page.by_hand.flags.get(r.statement.id), missing="nobody did"
        ),
    ),
    references=(Reference("article", "articles"),),
)
