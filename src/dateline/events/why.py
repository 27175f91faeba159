"""Why an event is what it is: the way through the parse from its trigger to each participant, its frame, and the words that give its status."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.events.frame_tables import read_frames
from dateline.events.frames import Condition, Frame
from dateline.events.status_words import status_words
from dateline.model import Event, Parse, Span, Token
from dateline.ontology import Ontology

_HELPERS = ("aux", "auxpass", "neg", "mark", "preconj", "advmod")
_DOUBTING = frozenset(
    "will would shall may might could can should must if unless whether to not n't never no before until when once".split()
)


@dataclass(frozen=True, slots=True)
class Why:
    """The reasons of an event, in words: its frame's row, a way for each participant that stands in the sentence, and the words (of the
    page) that decide its status."""

    frame: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    status_words: tuple[Span, ...]


def why(parse: Parse, event: Event, ontology: Ontology) -> Why:
    """The reasons of an event of a sentence that was parsed again; it was coded with that ontology."""
    trigger = parse.token_at(event.trigger.start)
    frame = next((f for f in read_frames(ontology) if f.id == event.rule), None)
    told = _row(frame) if frame is not None else f"no frame: the reader of acts sees {event.plover} here"
    if trigger is None:
        return Why(told, (), (), ())
    source, target = (
        tuple(
            _way(parse, trigger, span) for p in side for span in p.spans if parse.sentence.span.covers(span)
        )
        for side in (event.source, event.target)
    )
    return Why(told, source, target, tuple(t.span for t in _deciding(parse, trigger)))


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
    inside = parse.tokens_in(span)
    numbers = {t.i for t in inside}
    token = next((t for t in inside if t.head not in numbers or t.head == t.i), None)
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


def _deciding(parse: Parse, trigger: Token) -> Iterator[Token]:
    """Auxiliaries, negations, conjunctions and governing words that may say whether the act took place, in the order of the text."""
    found: list[Token] = []
    for token in (trigger, *parse.ancestors(trigger)):
        found += [t for t in parse.children(token, *_HELPERS, "det") if _decides(t)]
        if token.i != trigger.i and any((token.lemma, kind) in status_words() for kind in "vnar"):
            found.append(token)
    yield from sorted(found, key=lambda t: t.i)


def _decides(token: Token) -> bool:
    return token.lower in _DOUBTING or token.dep == "neg" or (token.lower, "r") in status_words()
