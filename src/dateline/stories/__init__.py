"""Readings of the same event: stories, the facts they share or differ on, and one quotation in several wordings."""

from dateline.stories.act_mentions import same_events
from dateline.stories.assembly import compare, group
from dateline.stories.decisions import Decision, DecisionKind
from dateline.stories.grouping import SAME_STORY, Grouping
from dateline.stories.identity import Identities, carried_ids
from dateline.stories.reasons import Join, SharedActor, joins
from dateline.stories.sketches import Sketch, sketch
from dateline.stories.storylines import Storyline, storylines
from dateline.stories.timeline import Moment, Telling, timeline

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
    "carried_ids",
    "compare",
    "group",
    "joins",
    "same_events",
    "sketch",
    "storylines",
    "timeline",
]
