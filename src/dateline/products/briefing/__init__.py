"""The briefing: stories compared, every sentence with the words that it rests on, as HTML, Markdown, DOCX or JSON."""

from dateline.products.briefing.brief import brief
from dateline.products.briefing.cited import UncitedError
from dateline.products.briefing.view import Briefing

__all__ = ["Briefing", "UncitedError", "brief"]
