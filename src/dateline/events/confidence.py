"""How sure an event is: the share of events like it that people found right, by a few signs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from dateline.events.frames import Frame
from dateline.model import BlockKind, Event, Parse, Participant, Token
from dateline.readers import NO_ACT, SentenceReading

_LEAST_SHARE = 0.005
_MOST_NEEDS, _LONG, _MANY = 3, 40, 3


@dataclass(frozen=True, slots=True)
class EventSigns:
    """What of an event tells how sure it is, by name; `root` is that of its frame. `is_read` where a trained reader has read its sentence."""

    trigger: int
    root: str
    is_read: bool
    values: Mapping[str, float]


Confidence = Callable[[EventSigns], float]


def signs_of_event(
    event: Event, frame: Frame, parse: Parse, trigger: Token, acts: SentenceReading | None
) -> EventSigns:
    """The signs of an event as its sentence gives them."""
    sides = (*event.source, *event.target)
    values = {
        **_of_reader(event, trigger, acts),
        "source": float(bool(event.source)),
        "target": float(bool(event.target)),
        "both": float(bool(event.source and event.target)),
        "resolved": _share(sides, lambda p: bool(p.actor) and not str(p.actor).startswith("local:")),
        "of_state": _share(sides, lambda p: p.state is not None),
        "spelled": _share(sides, lambda p: _is_spelled(p, parse)),
        "elsewhere": _share(sides, lambda p: not any(parse.sentence.span.covers(s) for s in p.spans)),
        "sides": min(len(sides), _MANY + 1) / _MANY,
        "needs": min(sum(not need.negated for need in frame.needs), _MOST_NEEDS) / _MOST_NEEDS,
        "noun": float(frame.pos == "n"),
        "adjective": float(frame.pos == "a"),
        "planned": float(event.status == "planned"),
        "denied": float(event.status == "denied"),
        "hypothetical": float(event.status == "hypothetical"),
        "said": float(event.statement is not None),
        "caption": float(parse.sentence.kind == BlockKind.CAPTION),
        "headline": float(parse.sentence.kind == BlockKind.HEADLINE),
        "length": min(len(parse.tokens), _LONG) / _LONG,
        "reach": min((event.evidence.end - event.evidence.start) / 200, 1.0),
        "top": float(trigger.head == trigger.i),
    }
    return EventSigns(trigger.start, frame.plover, "root_share" in values, values)


def _of_reader(event: Event, trigger: Token, acts: SentenceReading | None) -> dict[str, float]:
    """How far the reader agrees, as logarithms of shares: on the root, that there is an act, on the status."""
    read = acts.at(trigger.start) if acts is not None else None
    if read is None:
        return {}
    best = max(read.roots, key=lambda root: read.roots[root])
    return {
        "root_share": _logit(read.roots.get(event.plover, 0.0)),
        "no_act": _logit(read.roots[NO_ACT]),
        "status_share": _logit(read.statuses.get(event.status.value, 0.0)),
        "agrees": float(best == event.plover),
    }


def _logit(share: float) -> float:
    kept = min(max(share, _LEAST_SHARE), 1 - _LEAST_SHARE)
    return log(kept / (1 - kept))


def _share(sides: Sequence[Participant], holds: Callable[[Participant], bool]) -> float:
    return sum(map(holds, sides)) / len(sides) if sides else 0.0


def _is_spelled(party: Participant, parse: Parse) -> bool:
    """Whether a name, and no pronoun or description, stands for somebody in the sentence."""
    return any(token.is_proper for span in party.spans for token in parse.tokens_in(span))


def calibrated(signs: EventSigns) -> float:
    """The share of events with such signs that are right."""
    value = 0.55 + 0.15 * signs.values["source"] + 0.15 * signs.values["target"]
    value += 0.05 * (signs.values["needs"] > 0)
    return round(value - 0.1 * signs.values["caption"], 2)
