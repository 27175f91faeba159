"""Every frame's own example is coded: the marked trigger, the frame's root, and the marked participants."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import pytest

from dateline.api import resources
from dateline.events import EventCoder, Frame, read_frames
from dateline.language import installed_model
from dateline.model import Article, Block, BlockKind, DatedValue, DatePrecision, Event, Span
from dateline.ontology import Ontology
from dateline.reading import read_clean

_MARKS = re.compile(r"[\[\]{}*]")
needs_model = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")


@dataclass(frozen=True)
class Example:
    """An example without its marks, and where they stood."""

    text: str
    trigger: Span
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    status: str


def read_example(marked: str) -> Example:
    sentence, _, status = marked.partition(" #")
    plain, opened, spans = "", {}, {"*": [], "]": [], "}": []}
    for piece in re.split(r"([\[\]{}*])", sentence):
        if not _MARKS.fullmatch(piece):
            plain += piece
        elif piece in "[{":
            opened["]" if piece == "[" else "}"] = len(plain)
        elif piece == "*" and "*" not in opened:
            opened["*"] = len(plain)
        else:
            spans[piece].append(Span(opened.pop(piece), len(plain)))
    return Example(plain, spans["*"][0], tuple(spans["]"]), tuple(spans["}"]), status.strip() or "happened")


def problems_of(frame: Frame, example: Example, offset: int, events: list[Event]) -> str | None:
    """What is wrong with how an example was coded; None when all is right."""
    trigger = Span(example.trigger.start + offset, example.trigger.end + offset)
    at_trigger = [e for e in events if e.trigger.span.touches(trigger)]
    if not at_trigger:
        return "no event at the trigger"
    event = at_trigger[0]
    if event.plover != frame.plover:
        return f"coded {event.plover} by {event.rule}"
    for side, wanted in (("source", example.source), ("target", example.target)):
        have = [s for p in getattr(event, side) for s in p.spans]
        for span in wanted:
            if not any(Span(span.start + offset, span.end + offset).touches(s) for s in have):
                return f"{side} missing: {example.text[span.start : span.end]}"
    if event.status != example.status:
        return f"status {event.status}"
    return None


def code_all(text: str) -> list[Event]:
    """All events, those among private people too: an example need not name a public actor."""
    published = DatedValue("2024-03-08", DatePrecision.DAY, "given", None)
    body = (Block(BlockKind.BODY, 0, len(text)),)
    article = Article("", "", None, None, None, (), published, None, None, "en", True, text, body, ())
    coder = EventCoder(Ontology.load(), with_private=True)
    return list(read_clean(article, replace(resources(), coder=coder)).events)


def coded_examples() -> list[tuple[Frame, str | None]]:
    """All frames with what is wrong with their example; the examples are read as paragraphs of one text."""
    frames = [frame for frame in read_frames() if frame.example]
    examples = [read_example(frame.example) for frame in frames]
    text, starts = "", []
    for example in examples:
        starts.append(len(text))
        text += example.text + "\n"
    events = code_all(text)
    results = []
    for frame, example, start in zip(frames, examples, starts, strict=True):
        own = [e for e in events if start <= e.trigger.start < start + len(example.text)]
        results.append((frame, problems_of(frame, example, start, own)))
    return results


@needs_model
def test_examples() -> None:
    wrong = [f"{frame.id}: {problem}: {frame.example}" for frame, problem in coded_examples() if problem]
    assert wrong == []


def test_every_frame_has_an_example_with_a_trigger() -> None:
    for frame in read_frames():
        assert frame.example.count("*") == 2, frame.id
