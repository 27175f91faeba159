"""Status across a page: a noun that says nothing of its own status has that of the clauses that tell the same act."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from dateline.events.governing_words import is_past
from dateline.events.light import sharing_verbs
from dateline.events.word_sets import word_set
from dateline.model import Event, Parse, Status, Token

_TOLD_BY_NOUNS = frozenset({"CONSULT"})


def settle_nouns(events: Sequence[Event], told: Container[int] = ()) -> list[Event]:
    """ "His visit" on a page that says "will visit" and nowhere "visited" lies ahead too; not where its own verb tells it, which are the
    triggers `told`, by offset."""
    return [event if event.trigger.start in told else _settled(event, events) for event in events]


def is_told(parse: Parse, noun: Token) -> bool:
    """ "*Made a visit*", "has held talks": the verb of a noun tells that its act was done."""
    verb = parse.head(noun)
    return noun.dep == "dobj" and verb.lemma in sharing_verbs() and is_past(parse, verb)


def _settled(event: Event, events: Sequence[Event]) -> Event:
    if not _is_open(event):
        return event
    others = [e for e in events if e.plover == event.plover and not _is_noun(e) and _shares_party(event, e)]
    own = _actors(event)
    others = [e for e in others if own & _actors(e)] or others
    others = [e for e in others if e.mode == event.mode] or others
    if not others or any(e.status == Status.HAPPENED for e in others):
        return event
    ahead = [e.status for e in others if e.status in (Status.PLANNED, Status.HYPOTHETICAL)]
    return replace(event, status=ahead[0]) if ahead else event


def _is_open(event: Event) -> bool:
    return (
        event.plover in _TOLD_BY_NOUNS
        and event.trigger.lemma in word_set("occasions")
        and _is_noun(event)
        and event.status == Status.HAPPENED
        and event.date is None
    )


def _is_noun(event: Event) -> bool:
    return event.rule.split(".")[1:2] == ["n"]


def _shares_party(a: Event, b: Event) -> bool:
    """Both sides where both name them, else the source."""
    sources, targets = _names(a, "source"), _names(a, "target")
    others = _names(b, "source") | _names(b, "target")
    return bool(sources & others) and (not targets or not _names(b, "target") or bool(targets & others))


def _names(event: Event, side: str) -> set[str]:
    participants = event.source if side == "source" else event.target
    return {p.actor or p.name for p in participants} | {p.state for p in participants if p.state}


def _actors(event: Event) -> set[str]:
    return {p.actor or p.name for p in event.source}
