"""The briefing: stories compared, every sentence with the words that it rests on, as HTML, Markdown or JSON."""

from dateline.products.briefing.brief import brief
from dateline.products.briefing.view import Briefing

__all__ = ["Briefing", "brief"]
