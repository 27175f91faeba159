"""The facts of a story by outlet, as a picture."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Reading, Stance, Story
from dateline.products.briefing import brief
from dateline.products.briefing.rows import Cell, FactRow
from dateline.products.pictures.matrix import Column, CoveredFact, matrix_picture
from dateline.products.pictures.picture import Picture


def story_matrix(story: Story, readings: Sequence[Reading], *, title: str | None = None) -> Picture:
    """Facts of a story as a briefing orders them, with what each family of its reports does with each.

    Raises:
        DatelineError: an article has no reading, or a fact gives no words that it rests on.
    """
    view = brief([story], readings).stories[0]
    columns = [Column(family.outlet, len(family.copies)) for family in view.families]
    facts = [_covered(fact) for fact in view.facts]
    return matrix_picture(title or view.headline, (view.reports, view.independent), columns, facts)


def _covered(fact: FactRow) -> CoveredFact:
    return CoveredFact(
        fact.text, fact.support, fact.statuses, tuple(map(_told, fact.cells)), fact.shows_values
    )


def _told(cell: Cell) -> tuple[Stance, str | None] | None:
    """What the first report of a family that tells it says, else that it is left out; None without occasion."""
    told = [position for position in cell.positions if position.stance is not Stance.OMITS]
    if told:
        return told[0].stance, told[0].value
    return (Stance.OMITS, None) if cell.positions else None
