"""Headlines that name a speaker by a colon: "Envoy: talks failed", "Talks failed: envoy"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.model import Sentence, Span, hull
from dateline.statements.cues import Cue
from dateline.statements.report import Report

COLON = Cue(":", (), "p", "say", "say", frozenset({"clause", "quote"}), frozenset(), "")
_NAME = re.compile(r"(?:[A-Z][\w.’'-]*)(?:\s+(?:[A-Z][\w.’'-]*|of|the|and|for|[a-z]+)){0,4}")
_LABELS = frozenset(
    "watch video photos live breaking exclusive opinion analysis update updated factbox explainer editorial poll report "
    "review interview timeline listen read more podcast transcript correction fact check".split()
)
_FEWEST_WORDS = 3


def headline_reports(text: str, sentences: Sequence[Sentence]) -> Iterator[Report]:
    """The words on one side of a colon, when the other side is short and names someone."""
    span = hull(s.span for s in sentences)
    head, colon, tail = span.of(text).partition(": ")
    name = _NAME.fullmatch(head.strip())
    if not colon or name is None or len(tail.split()) < _FEWEST_WORDS or head.split()[0].lower() in _LABELS:
        return
    speaker = Span(span.start, span.start + len(head))
    start = speaker.end + len(colon)
    content = Span(start, start + len(tail.rstrip(" .")))
    yield Report(sentences[0], COLON, Span(speaker.end, speaker.end), speaker, (speaker,), (content,), None)
