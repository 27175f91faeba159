"""The tables of an export, each with its schema."""

from typing import Any

from dateline.products.exports.schema import Table
from dateline.products.exports.tables.actors import ACTORS
from dateline.products.exports.tables.articles import ARTICLES
from dateline.products.exports.tables.events import EVENTS
from dateline.products.exports.tables.facts import FACTS, POSITIONS
from dateline.products.exports.tables.panels import COUNTRY_MONTH, DYAD_DAY, DYAD_MONTH
from dateline.products.exports.tables.quotations import QUOTATIONS
from dateline.products.exports.tables.reports import REPORTS
from dateline.products.exports.tables.statements import STATEMENTS
from dateline.products.exports.tables.stories import STORIES

TABLES: tuple[Table[Any], ...] = (
    ARTICLES,
    REPORTS,
    STATEMENTS,
    EVENTS,
    STORIES,
    FACTS,
    POSITIONS,
    QUOTATIONS,
    ACTORS,
    DYAD_MONTH,
    DYAD_DAY,
    COUNTRY_MONTH,
)
"""All tables, in the order in which they are written."""

__all__ = ["TABLES"]
