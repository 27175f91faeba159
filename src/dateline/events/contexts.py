"""Which contexts an event has, and the words that show each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.events.context_signs import signs_of
from dateline.events.context_tables import WordIndex, context_words, pieces
from dateline.events.context_words import FoundWords, found_words, in_phrase
from dateline.model import Event, Parse, Participant, Span, Token
from dateline.model.codec import Record
from dateline.ontology import Ontology

_OF_OFFICES = frozenset("diplomatic military legal religion_ethnicity intelligence".split())
"""Contexts that an office shows of whoever holds it. That a head of government or a member of parliament takes part is routine."""
_NARROWER = frozenset({"corruption", "illegal_drugs", "trafficking"})
"""Where one of these is shown, the act is no longer a crime in general (PLOVER manual, contexts)."""

Roles = Callable[[Span], str | None]
"""The office of whoever is meant by words of the page, if he holds one."""


@dataclass(frozen=True, slots=True)
class ShownContext(Record):
    """A context of an event, and the words of the page that show it: the trigger where the coded act itself does."""

    context: str
    spans: tuple[Span, ...]


def shown_contexts(
    parse: Parse, events: Sequence[Event], roles: Roles, ontology: Ontology
) -> list[tuple[ShownContext, ...]]:
    """The contexts of each event of a sentence, in the order of the ontology; `events` are all that it has."""
    index = context_words(ontology)
    words = found_words(parse, index) if events else []
    return [
        _shown(event, _in_scope(parse, event, words, alone=len(events) == 1), roles, ontology)
        for event in events
    ]


def _shown(
    event: Event, words: Iterable[FoundWords], roles: Roles, ontology: Ontology
) -> tuple[ShownContext, ...]:
    found: dict[str, set[Span]] = {}
    for context, span in (
        *((each.context, each.span) for each in words),
        *signs_of(event),
        *_of_participants(event, roles, context_words(ontology)),
    ):
        found.setdefault(context, set()).add(span)
    if not _NARROWER.isdisjoint(found):
        found.pop("crime", None)
    return tuple(ShownContext(c, tuple(sorted(found[c]))) for c in ontology.contexts if c in found)


def _of_participants(event: Event, roles: Roles, index: WordIndex) -> Iterator[tuple[str, Span]]:
    """What the names of those who take part show, and their offices."""
    for party in (*event.source, *event.target):
        for span in party.spans:
            for context in in_phrase(pieces(party.name), index):
                yield context, span
            for context in in_phrase(pieces(roles(span) or ""), index):
                if context in _OF_OFFICES:
                    yield context, span


def _in_scope(
    parse: Parse, event: Event, words: Sequence[FoundWords], *, alone: bool
) -> Sequence[FoundWords]:
    """Words of the whole sentence of an event that has it alone; else of the main clause around it and the phrases of those who take part."""
    trigger = parse.token_at(event.trigger.start)
    if not words or alone or trigger is None:
        return words
    main = _main_clause(parse, trigger)
    phrases = {i for party in (*event.source, *event.target) for i in _phrases(parse, party)}
    return [w for w in words if w.first in phrases or _main_clause(parse, parse.tokens[w.first]) == main]


def _phrases(parse: Parse, party: Participant) -> Iterator[int]:
    for span in party.spans:
        head = parse.top_of(span) if parse.sentence.span.covers(span) else None
        if head is not None:
            yield from (token.i for token in parse.subtree(head))


def _main_clause(parse: Parse, token: Token) -> int:
    """The number of the verb at the top of the main clause around a word."""
    while token.head != token.i and not _is_main(parse, token):
        token = parse.head(token)
    return token.i


def _is_main(parse: Parse, token: Token) -> bool:
    """Whether a verb begins a clause that stands beside another one and has a subject of its own."""
    return token.dep == "conj" and token.is_verb and parse.child(token, "nsubj", "nsubjpass") is not None
