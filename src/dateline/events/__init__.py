"""Who did what to whom, where and when, and whether it happened."""

from __future__ import annotations

from dateline.events.coder import EventCoder
from dateline.events.frames import Frame, read_frames, trigger_words
from dateline.events.quantities import NUMBER_WORDS, SCALES
from dateline.events.why import Why, why

__all__ = ["NUMBER_WORDS", "SCALES", "EventCoder", "Frame", "Why", "read_frames", "trigger_words", "why"]
