"""Readings of the same event: stories, the facts they share or differ on, and one quotation in several wordings."""

from dateline.stories.assembly import compare, group, in_order
from dateline.stories.comparison import ToldStory, told_story
from dateline.stories.events.act_mentions import same_events
from dateline.stories.events.timeline import Moment, Telling, timeline
from dateline.stories.grouping.decisions import Decision, DecisionKind
from dateline.stories.grouping.identity import Identities, carried_ids
from dateline.stories.grouping.reasons import Join, SharedActor, joins
from dateline.stories.grouping.sketches import Sketch, sketch
from dateline.stories.grouping.storylines import Storyline, storylines
from dateline.stories.grouping.stream import SAME_STORY, Grouping

__all__ = [
    "SAME_STORY",
    "Decision",
    "DecisionKind",
    "Grouping",
    "Identities",
    "Join",
    "Moment",
    "SharedActor",
    "Sketch",
    "Storyline",
    "Telling",
    "ToldStory",
    "carried_ids",
    "compare",
    "group",
    "in_order",
    "joins",
    "same_events",
    "sketch",
    "storylines",
    "timeline",
    "told_story",
]
