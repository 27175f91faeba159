"""Why an event is what it is: the way through the parse from its trigger to each participant, its frame, and the words that give its status."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.events.deciding_words import deciding_words
from dateline.events.frame_tables import read_frames
from dateline.events.frames import Condition, Frame
from dateline.events.status import status_of
from dateline.model import Event, Parse, Span, Status, Token
from dateline.ontology import Ontology


class StatusGround(StrEnum):
    """What gives an event its status."""

    WORDS = "words"
    """Words of its sentence, such as "will" or "failed to"."""

    CONSTRUCTION = "construction"
    """The form of its sentence, no word by itself."""

    PAGE = "page"
    """Its date, or what the page tells elsewhere of the same act."""

    NOTHING = "nothing"
    """Nothing says otherwise: it happened."""


@dataclass(frozen=True, slots=True)
class Why:
    """The reasons of an event, in words: its frame's row, a way for each participant that stands in the sentence, what gives its status,
    and the words (of the page) that do, if any do."""

    frame: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    status_ground: StatusGround
    status_words: tuple[Span, ...]


def why(parse: Parse, event: Event, ontology: Ontology) -> Why:
    """The reasons of an event of a sentence that was parsed again; it was coded with that ontology."""
    trigger = parse.token_at(event.trigger.start)
    frame = next((f for f in read_frames(ontology) if f.id == event.rule), None)
    told = _row(frame) if frame is not None else f"{event.rule}, which the tables do not have"
    if trigger is None:
        return Why(told, (), (), StatusGround.PAGE, ())
    source, target = (
        tuple(
            _way(parse, trigger, span) for p in side for span in p.spans if parse.sentence.span.covers(span)
        )
        for side in (event.source, event.target)
    )
    return Why(told, source, target, *_status(parse, trigger, event.status))


def _status(parse: Parse, trigger: Token, status: Status) -> tuple[StatusGround, tuple[Span, ...]]:
    if status_of(parse, trigger) != status:
        return StatusGround.PAGE, ()
    words = tuple(t.span for t in deciding_words(parse, trigger))
    if words:
        return StatusGround.WORDS, words
    return StatusGround.NOTHING if status == Status.HAPPENED else StatusGround.CONSTRUCTION, ()


def _row(frame: Frame) -> str:
    needs = " and ".join(_in_words(need) for need in frame.needs)
    words = " ".join(filter(None, (frame.lemma, frame.particle)))
    return f"{words} ({frame.pos}){' with ' + needs if needs else ''}; as in: {frame.example}"


def _in_words(need: Condition) -> str:
    role = f"{need.role}:{need.preposition}" if need.preposition else need.role
    shown = sorted(need.values)[:6]
    values = f"={'|'.join(shown)}{'|…' if len(need.values) > len(shown) else ''}" if shown else ""
    return ("no " if need.negated else "") + role + values


def _way(parse: Parse, trigger: Token, span: Span) -> str:
    """ "diplomats, dobj of expelled": from the head of a participant's words upwards to the trigger, or to where both hang."""
    token = parse.top_of(span)
    if token is None:
        return ""
    steps = [token.text]
    above = {trigger.i, *(t.i for t in parse.ancestors(trigger))}
    while token.i not in above and token.head != token.i:
        head = parse.head(token)
        steps.append(f"{token.dep} of {head.text}")
        token = head
    if token.i != trigger.i and token.i in above:
        steps.append(f"over {trigger.text}")
    return ", ".join(steps)
