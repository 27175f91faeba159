"""A row for each rendering of an utterance that several reports have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Quotation, StatementRef
from dateline.products.exports.contents import Contents
from dateline.products.exports.schema import Column, Kind, Reference, Table


@dataclass(frozen=True, slots=True)
class _Rendering:
    """One article's rendering of an utterance."""

    story: str
    quotation: Quotation
    ref: StatementRef

    @property
    def is_closest(self) -> bool:
        closest = self.quotation.closest
        return (closest.article, closest.statement) == (self.ref.article, self.ref.statement)


def _records(contents: Contents) -> Iterator[_Rendering]:
    for told in contents.stories():
        for quotation in told.story.quotations:
            for ref in quotation.statements:
                if contents.selection.has_article(told.numbers[ref.article]):
                    yield _Rendering(told.story.id, quotation, ref)


def _lasting(speaker: str | None) -> str | None:
    return None if speaker and speaker.startswith("local:") else speaker


QUOTATIONS: Table[_Rendering] = Table(
    name="quotations",
    title="Utterances that several reports have, a row a rendering",
    key=("quotation", "statement"),
    records=_records,
    columns=(
        Column(
            "quotation",
            Kind.TEXT,
            "story and utterance in it: `STORY#q1`",
            lambda r: f"{r.story}#{r.quotation.id}",
        ),
        Column("story", Kind.TEXT, "the story", lambda r: r.story),
        Column(
            "statement",
            Kind.TEXT,
            "the rendering: `ARTICLE#s1`",
            lambda r: f"{r.ref.article}#{r.ref.statement}",
        ),
        Column(
            "speaker",
            Kind.TEXT,
            "id or name of who said it",
            lambda r: _lasting(r.quotation.speaker),
            missing="it cannot be told, or only one page knows them",
        ),
        Column(
            "relation",
            Kind.TEXT,
            "how the renderings differ",
            lambda r: r.quotation.relation.value,
            values=("same_wording", "reworded", "other_translation"),
        ),
        Column(
            "is_closest",
            Kind.YES_NO,
            "whether it is the rendering nearest to the words as spoken",
            lambda r: r.is_closest,
        ),
    ),
    references=(Reference("story", "stories"), Reference("statement", "statements")),
)
