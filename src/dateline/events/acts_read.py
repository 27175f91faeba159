"""Frames and a reader of words together: what the reader denies is no act, and what it confirms counts among private people too."""

from __future__ import annotations

from dateline.events.frames import Frame
from dateline.model import Token
from dateline.readers import NO_ACT, SentenceReading

_DENIED = 0.92
"""Share of "no act" from which a frame's word is none."""
_CONFIRMED = 0.5
"""Share of a frame's root from which an act among private people counts: the state acts in it."""

Matches = list[tuple[Token, Frame]]


def without_denied(matches: Matches, acts: SentenceReading) -> Matches:
    """The frames' triggers that the reader does not deny. A researcher's own frames hold whatever it says: it has not learned what they
    are after. Nor is it asked of "be", a word that bears no act but by what stands around it."""
    return [
        (token, frame)
        for token, frame in matches
        if frame.is_own or frame.lemma == "be" or not _is_denied(acts, token)
    ]


def _is_denied(acts: SentenceReading, token: Token) -> bool:
    read = acts.at(token.start)
    return read is not None and read.roots[NO_ACT] >= _DENIED


def is_confirmed(frame: Frame, token: Token, acts: SentenceReading | None) -> bool:
    """Whether the reader sees the frame's own act at a word."""
    read = acts.at(token.start) if acts is not None else None
    return read is not None and read.roots.get(frame.plover, 0.0) >= _CONFIRMED
