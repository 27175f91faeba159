"""Who did what to whom, where and when, and whether it happened."""

from __future__ import annotations

from dateline.events.coder import EventCoder
from dateline.events.examples import problem_of, read_example
from dateline.events.frame_tables import own_faults, read_frames
from dateline.events.frames import Frame
from dateline.events.quantities import NUMBER_WORDS, SCALES
from dateline.events.triggers import trigger_words
from dateline.events.why import StatusGround, Why, why

__all__ = [
    "NUMBER_WORDS",
    "SCALES",
    "EventCoder",
    "Frame",
    "StatusGround",
    "Why",
    "own_faults",
    "problem_of",
    "read_example",
    "read_frames",
    "trigger_words",
    "why",
]
