"""Statements that are not aligned with another report's (codebook section 4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Statement, StatementType, Story
from dateline.products.briefing.channels import channel_words
from dateline.products.briefing.rows import Family, QuotationView, StatementRow
from dateline.products.briefing.shelf import Page, Shelf

_ORDER = tuple(StatementType)


@dataclass(frozen=True, slots=True)
class OtherStatements:
    """Rows to print, and how the total divides: printed, aligned, in copies."""

    rows: tuple[StatementRow, ...]
    total: int
    aligned: int
    in_copies: int


def other_statements(
    story: Story, families: Sequence[Family], quotations: Sequence[QuotationView], shelf: Shelf
) -> OtherStatements:
    """Statements of the originals: direct before mixed, indirect and attitude, then in the order of the pages.

    Statements of copies are counted, not repeated; a statement without words is not counted.
    """
    aligned = {(side.key, side.statement) for quotation in quotations for side in quotation.sides}
    leads = {family.key for family in families}
    worded = [
        (shelf.page(a), s) for a in story.articles for s in shelf.page(a).reading.statements if s.content
    ]
    alone = [(page, s) for page, s in worded if (page.key, s.id) not in aligned]
    shown = [(page, s) for page, s in alone if page.key in leads]
    shown.sort(
        key=lambda item: (
            _ORDER.index(item[1].type),
            list(shelf.pages).index(item[0].article.id),
            item[1].content[0],
        )
    )
    rows = tuple(_row(page, statement, shelf) for page, statement in shown)
    return OtherStatements(rows, len(worded), len(worded) - len(alone), len(alone) - len(shown))


def _row(page: Page, statement: Statement, shelf: Shelf) -> StatementRow:
    return StatementRow(
        article=page.article.id,
        key=page.key,
        outlet=page.outlet,
        statement=statement.id,
        speaker=statement.speaker.name if statement.speaker else None,
        addressee=statement.addressee.name if statement.addressee else None,
        act=statement.act,
        type=statement.type,
        channel=channel_words(statement.channel),
        citations=shelf.cite_all(page.article.id, statement.content),
    )
