"""A reporting frame: cue, speaker, content and addressee, before quotations are attached."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Sentence, Span
from dateline.statements.cues import Cue


@dataclass(frozen=True, slots=True)
class Report:
    """A cue with what hangs on it. `speaker_heads` has one span for each of those who speak together."""

    sentence: Sentence
    cue: Cue
    span: Span
    speaker: Span | None
    speaker_heads: tuple[Span, ...]
    content: tuple[Span, ...]
    addressee: Span | None

    @property
    def left(self) -> int:
        return min(self.span.start, self.speaker.start if self.speaker else self.span.start)

    @property
    def right(self) -> int:
        ends = [
            self.span.end,
            self.speaker.end if self.speaker else 0,
            self.addressee.end if self.addressee else 0,
        ]
        return max(ends)
