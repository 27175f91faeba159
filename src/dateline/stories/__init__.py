"""Readings of the same event: stories, the facts they share or differ on, and one quotation in several wordings."""

from dateline.stories.act_mentions import same_events
from dateline.stories.grouping import SAME_STORY, compare, group

__all__ = ["SAME_STORY", "compare", "group", "same_events"]
