"""A collection as files for other tools: tables, event data, maps, entities, annotations, feeds."""

from dateline.products.exports.export import Exported, export
from dateline.products.exports.kinds import MOST_WORDS, Format, Text

__all__ = ["MOST_WORDS", "Exported", "Format", "Text", "export"]
