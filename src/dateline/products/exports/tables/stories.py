"""A row a story."""

from __future__ import annotations

from dateline.products.exports.kinds import Shown
from dateline.products.exports.schema import Column, Kind, Table
from dateline.products.exports.told import ToldStory

STORIES: Table[ToldStory] = Table(
    name="stories",
    title="Reports of one occurrence together",
    key=("story",),
    records=lambda contents: contents.stories(),
    columns=(
        Column("story", Kind.TEXT, "id, which holds while the story grows", lambda s: s.story.id),
        Column(
            "headline",
            Kind.TEXT,
            "made from the coded events",
            lambda s: s.story.headline if s.has_own_headline else None,
            missing="Dateline made none",
        ),
        Column(
            "title",
            Kind.TEXT,
            "the title of one of its pages",
            lambda s: None if s.has_own_headline else s.story.headline,
            missing="there is a headline",
            shown=Shown.TITLE,
        ),
        Column("first_day", Kind.DAY, "of its reports", lambda s: s.first_day, missing="no report has a day"),
        Column("last_day", Kind.DAY, "of its reports", lambda s: s.last_day, missing="no report has a day"),
        Column("reports", Kind.WHOLE, "how many articles", lambda s: s.story.reports, unit="articles"),
        Column(
            "outlets",
            Kind.WHOLE,
            "how many outlets published them",
            lambda s: s.story.outlets,
            unit="outlets",
        ),
        Column(
            "independent",
            Kind.WHOLE,
            "how many families of copies",
            lambda s: s.story.independent,
            unit="families",
        ),
    ),
)
