"""A row a fact of a story, and a row for what each of its articles does with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Fact, Position
from dateline.products.exports.contents import Contents
from dateline.products.exports.kinds import Shown
from dateline.products.exports.schema import Column, Kind, Reference, Table
from dateline.products.exports.tables.wording import FOUND_RIGHT
from dateline.store.correcting.facts import checked_facts, has_checked_facts


@dataclass(frozen=True, slots=True)
class _OfStory:
    """A fact of a story."""

    story: str
    fact: Fact
    checked: bool

    @property
    def id(self) -> str:
        return f"{self.story}#{self.fact.id}"


@dataclass(frozen=True, slots=True)
class _Stood:
    """A position on a fact."""

    fact: str
    position: Position


def _facts(contents: Contents) -> Iterator[_OfStory]:
    connection = contents.connection
    has_checked = has_checked_facts(connection)
    for told in contents.stories():
        checked = checked_facts(connection, told.story) if has_checked else {}
        for fact in told.story.facts:
            yield _OfStory(told.story.id, fact, fact.id in checked)


def _positions(contents: Contents) -> Iterator[_Stood]:
    for told in contents.stories():
        for fact in told.story.facts:
            for position in fact.positions:
                if contents.selection.has_article(told.numbers[position.article]):
                    yield _Stood(f"{told.story.id}#{fact.id}", position)


FACTS: Table[_OfStory] = Table(
    name="facts",
    title="What the reports of a story agree or differ on",
    key=("fact",),
    records=_facts,
    columns=(
        Column("fact", Kind.TEXT, "story and fact in it: `STORY#f1`", lambda r: r.id),
        Column("story", Kind.TEXT, "the story", lambda r: r.story),
        Column(
            "kind",
            Kind.TEXT,
            "what it is about",
            lambda r: r.fact.kind.value,
            values=("event", "quantity", "date", "place", "participant", "status"),
        ),
        Column("text", Kind.TEXT, "the fact in words, made by Dateline", lambda r: r.fact.text),
        Column(
            "support",
            Kind.TEXT,
            "two families report it; one does; two values cannot both be true",
            lambda r: r.fact.support.value,
            values=("corroborated", "single_source", "conflicting"),
        ),
        Column("checked", Kind.YES_NO, FOUND_RIGHT, lambda r: r.checked),
    ),
    references=(Reference("story", "stories"),),
)

POSITIONS: Table[_Stood] = Table(
    name="positions",
    title="What each report does with a fact",
    key=("fact", "article"),
    records=_positions,
    columns=(
        Column("fact", Kind.TEXT, "the fact", lambda r: r.fact),
        Column("article", Kind.TEXT, "the report", lambda r: r.position.article),
        Column(
            "stance",
            Kind.TEXT,
            "tells it; gives another value; had occasion to tell it and did not",
            lambda r: r.position.stance.value,
            values=("reports", "differs", "omits"),
        ),
        Column(
            "value",
            Kind.TEXT,
            "as the page has it",
            lambda r: r.position.value,
            missing="the page gives none",
            shown=Shown.PASSAGE,
        ),
        Column(
            "normal",
            Kind.TEXT,
            "its normal form: a number, a date, an id",
            lambda r: r.position.normal,
            missing="the page gives none, or it has none",
        ),
        Column(
            "places",
            Kind.LIST,
            "where the words stand in the article's text: `start-end`",
            lambda r: tuple(f"{span.start}-{span.end}" for span in r.position.spans),
            unit="code points",
            shown=Shown.PLACE,
        ),
    ),
    references=(Reference("fact", "facts"), Reference("article", "articles")),
)
