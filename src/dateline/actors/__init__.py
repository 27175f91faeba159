"""Names in the text; mentions; who they are, with the office that they held on the page's day."""

from __future__ import annotations

from dateline.actors.mentions import Resolver, local_id
from dateline.actors.names import FoundName, NameFinder
from dateline.actors.page_mentions import PageMentions

__all__ = ["FoundName", "NameFinder", "PageMentions", "Resolver", "local_id"]
