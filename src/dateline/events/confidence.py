"""Signs of how sure an event is: how far a trained reader agrees, how near those who take part stand, who is left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from dateline.events.frames import Frame
from dateline.events.voice import is_passive
from dateline.model import Event, Mentions, Parse, Participant, Token
from dateline.readers import NO_ACT, SentenceReading

_LEAST_SHARE = 0.005
_MOST_NEEDS, _LONG, _MANY = 3, 40, 3


@dataclass(frozen=True, slots=True)
class EventSigns:
    """What of an event tells how sure it is, by name; `trigger` is where its trigger begins. `is_read` where a trained reader has read it, which
    knows nothing of a researcher's own frames."""

    trigger: int
    is_read: bool
    values: Mapping[str, float]


Confidence = Callable[[EventSigns], float]


def signs_of_event(
    event: Event, frame: Frame, parse: Parse, trigger: Token, mentions: Mentions, acts: SentenceReading | None
) -> EventSigns:
    """The signs of an event as its sentence gives them."""
    sides = (*event.source, *event.target)
    values = {
        **_of_reader(event, trigger, None if frame.is_own else acts),
        "source": float(bool(event.source)),
        "target": float(bool(event.target)),
        "both": float(bool(event.source and event.target)),
        "of_state": _share(sides, lambda p: p.state is not None),
        "spelled": _share(sides, lambda p: _is_spelled(p, parse)),
        "sides": min(len(sides), _MANY + 1) / _MANY,
        "needs": min(sum(not need.negated for need in frame.needs), _MOST_NEEDS) / _MOST_NEEDS,
        "noun": float(frame.pos == "n"),
        "denied": float(event.status == "denied"),
        "hypothetical": float(event.status == "hypothetical"),
        **_of_binding(event, parse, trigger, mentions),
    }
    return EventSigns(trigger.start, "root_share" in values, values)


def _of_binding(event: Event, parse: Parse, trigger: Token, mentions: Mentions) -> dict[str, float]:
    """How near to the trigger those stand who take part, and who is named in the sentence and takes none."""
    heads = [
        head
        for party in (*event.source, *event.target)
        for span in party.spans
        if parse.sentence.span.covers(span) and (head := parse.top_of(span)) is not None
    ]
    bound = [span for party in (*event.source, *event.target) for span in party.spans]
    left = [m for m in mentions.within(parse.sentence.span) if not any(m.span.touches(s) for s in bound)]
    own = {t.i for t in parse.subtree(trigger)}
    near = [h for h in heads if h.head == trigger.i]
    return {
        "near": len(near) / len(heads) if heads else 0.0,
        "far": max((min(abs(h.i - trigger.i), _LONG) / _LONG for h in heads), default=0.0),
        "left": min(len(left), _MANY + 2) / _MANY,
        "left_below": min(sum(any(t.i in own for t in parse.tokens_in(m.span)) for m in left), _MANY) / _MANY,
        "depth": min(sum(1 for _ in parse.ancestors(trigger)), 6) / 6,
        "passive": float(trigger.is_verb and is_passive(parse, trigger)),
    }


def _of_reader(event: Event, trigger: Token, acts: SentenceReading | None) -> dict[str, float]:
    """How far the reader agrees, as logarithms of shares: on the root, that there is an act, on the status."""
    read = acts.at(trigger.start) if acts is not None else None
    if read is None:
        return {}
    return {
        "root_share": _logit(read.roots.get(event.plover, 0.0)),
        "no_act": _logit(read.roots[NO_ACT]),
        "status_share": _logit(read.statuses.get(event.status.value, 0.0)),
    }


def _logit(share: float) -> float:
    kept = min(max(share, _LEAST_SHARE), 1 - _LEAST_SHARE)
    return log(kept / (1 - kept))


def _share(sides: Sequence[Participant], holds: Callable[[Participant], bool]) -> float:
    return sum(map(holds, sides)) / len(sides) if sides else 0.0


def _is_spelled(party: Participant, parse: Parse) -> bool:
    """Whether a name, and no pronoun or description, stands for somebody in the sentence."""
    return any(token.is_proper for span in party.spans for token in parse.tokens_in(span))
