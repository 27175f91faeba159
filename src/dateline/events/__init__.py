"""Who did what to whom, where and when, and whether it happened."""

from __future__ import annotations

from dateline.events.calibration import calibrated
from dateline.events.coder import EventCoder
from dateline.events.confidence import EventSigns
from dateline.events.contexts import ShownContext, shown_contexts
from dateline.events.dates import day_of, find_times, resolve_time
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
    "EventSigns",
    "Frame",
    "ShownContext",
    "StatusGround",
    "Why",
    "calibrated",
    "day_of",
    "find_times",
    "own_faults",
    "problem_of",
    "read_example",
    "read_frames",
    "resolve_time",
    "shown_contexts",
    "trigger_words",
    "why",
]
