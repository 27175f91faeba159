"""Names in the text; mentions; who they are, with the office that they held on the page's day."""

from __future__ import annotations

from dateline.actors.mentions import resolve_mentions
from dateline.actors.names import FoundName, NameFinder
from dateline.actors.page_mentions import PageMentions
from dateline.actors.resolved import local_id

__all__ = ["FoundName", "NameFinder", "PageMentions", "local_id", "resolve_mentions"]
