"""Names in the text; mentions; who they are, with the office that they held on the page's day."""

from __future__ import annotations

from dateline.actors.found_name import FoundName
from dateline.actors.mentions import resolve_mentions
from dateline.actors.names import NameFinder
from dateline.actors.page_mentions import PageMentions, numbered, outermost
from dateline.actors.pronouns import actor_words
from dateline.actors.relations import RELATION_WORDS, find_relations
from dateline.actors.resolved import local_id

__all__ = [
    "RELATION_WORDS",
    "FoundName",
    "NameFinder",
    "PageMentions",
    "actor_words",
    "find_relations",
    "local_id",
    "numbered",
    "outermost",
    "resolve_mentions",
]
