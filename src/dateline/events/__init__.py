"""Who did what to whom, where and when, and whether it happened."""

from __future__ import annotations

from dateline.events.coder import EventCoder
from dateline.events.frames import Frame, read_frames, trigger_words

__all__ = ["EventCoder", "Frame", "read_frames", "trigger_words"]
