"""Examples of frames: a sentence in which trigger, source and target are marked, and whether it is coded as the frame says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.events.frames import Frame
from dateline.model import Event, Participant, Span, Status

_MARKS = re.compile(r"([\[\]{}*])")


@dataclass(frozen=True, slots=True)
class Example:
    """An example without its marks, and where they stood."""

    text: str
    trigger: Span
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    status: str


def example_faults(marked: str) -> Iterator[str]:
    """What is wrong with the marks of an example."""
    sentence, _, status = marked.partition(" #")
    if not sentence:
        yield "the example is missing; write a sentence: [Norway] *fished* off {Iceland}."
        return
    if len(re.findall(r"\*[^*]+\*", sentence)) != 1 or sentence.count("*") != 2:
        yield "the example marks its trigger once, between asterisks: [Norway] *fished* off {Iceland}."
    if re.sub(r"[^\[\]]", "", sentence).replace("[]", "") or re.sub(r"[^{}]", "", sentence).replace("{}", ""):
        yield "a mark of the example is left open; close each [ with ] and each { with }."
    if "[" not in sentence and "{" not in sentence:
        yield "the example names nobody; mark a source in square brackets or a target in braces."
    if status.strip() and status.strip() not in set(Status):
        yield f"unknown status {status.strip()!r} behind the example; write one of {', '.join(Status)}."


def read_example(marked: str) -> Example:
    """An example whose marks are sound."""
    sentence, _, status = marked.partition(" #")
    plain = ""
    opened: dict[str, int] = {}
    spans: dict[str, list[Span]] = {"*": [], "]": [], "}": []}
    for piece in _MARKS.split(sentence):
        if not _MARKS.fullmatch(piece):
            plain += piece
        elif piece in "[{":
            opened["]" if piece == "[" else "}"] = len(plain)
        elif piece == "*" and "*" not in opened:
            opened["*"] = len(plain)
        else:
            spans[piece].append(Span(opened.pop(piece), len(plain)))
    return Example(plain, spans["*"][0], tuple(spans["]"]), tuple(spans["}"]), status.strip() or "happened")


def problem_of(frame: Frame, example: Example, start: int, events: Sequence[Event]) -> str | None:
    """How the events of an example, which begins at an offset of their text, differ from what its frame says; None when all is right.

    A packaged frame may leave the mode to a more exact frame of its root; a researcher's own has to come out as written.
    """
    event = next((e for e in events if e.trigger.span.touches(_moved(example.trigger, start))), None)
    if event is None:
        return "no event at the trigger (its conditions do not hold, or nobody stands in its slots)"
    if event.plover != frame.plover:
        return f"coded {event.plover} by {event.rule}, not {frame.plover}"
    if frame.is_own and event.mode != frame.mode:
        return f"mode {event.mode or '(none)'} by {event.rule}, not {frame.mode or '(none)'}"
    for side, wanted in (("source", example.source), ("target", example.target)):
        participants: tuple[Participant, ...] = getattr(event, side)
        for span in wanted:
            if not any(_moved(span, start).touches(s) for p in participants for s in p.spans):
                return f"{side} missing: {span.of(example.text)}"
    return f"status {event.status}, not {example.status}" if event.status != example.status else None


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
