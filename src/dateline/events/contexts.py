"""Which contexts an event has, and the words that show each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dateline.events.context_signs import signs_of
from dateline.events.context_tables import WordIndex, context_words, pieces
from dateline.events.context_words import found_words, in_phrase
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
    parse: Parse, event: Event, others: Sequence[Event], roles: Roles, ontology: Ontology
) -> tuple[ShownContext, ...]:
    """Contexts of an event in the order of the ontology; `others` are the other events of its sentence."""
    found: dict[str, set[Span]] = {}
    index = context_words(ontology)
    for context, span in (
        *found_words(parse, _scope(parse, event, others), index),
        *signs_of(event),
        *_of_participants(event, roles, index),
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


def _scope(parse: Parse, event: Event, others: Sequence[Event]) -> list[Token]:
    """The whole sentence of an event that has it alone; else the main clause around it and the phrases of those who take part."""
    trigger = parse.token_at(event.trigger.start)
    if trigger is None or not others:
        return list(parse.tokens)
    main = _main_clause(parse, trigger)
    kept = {t.i for t in parse.tokens if _main_clause(parse, t) == main}
    for party in (*event.source, *event.target):
        kept.update(_phrases(parse, party))
    return [parse.tokens[i] for i in sorted(kept)]


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
