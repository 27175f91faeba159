"""The coder: one act at one trigger, its participants bound inside the clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.events.clauses import governor
from dateline.events.conditions import holds
from dateline.events.dates import day_of, find_times
from dateline.events.frames import Frame, frames_by_lemma
from dateline.events.participants import Participants, without
from dateline.events.quantities import quantities_of
from dateline.events.setting import date_of, place_of
from dateline.events.slots import fill
from dateline.events.status import status_of
from dateline.model import (
    ActorKind,
    BlockKind,
    Event,
    Mention,
    Mentions,
    Parse,
    Participant,
    Statement,
    Token,
    Trigger,
    hull,
)
from dateline.ontology import Ontology

_CONTENT_NOT_CODED = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT"})
_NEEDS_SOURCE = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "REQUEST", "REJECT", "THREATEN", "CONCEDE"}
)
_WARLIKE = frozenset(
    "aerial drone heavy-weapons explosives suicide-attack unconventional crowd-control targeted".split()
)
_PUBLIC_SECTORS = frozenset("COP GOV JUD LEG MIL PTY REB SPY OPP IGO NGO LAB REL".split())
_CONTENT = ("xcomp", "ccomp", "pcomp", "advcl", "acl")


class EventCoder:
    """Codes the events of one page."""

    def __init__(self, ontology: Ontology, *, with_private: bool = False) -> None:
        """With `with_private`, acts among private people and firms are coded too."""
        self._ontology = ontology
        self._with_private = with_private

    def code(
        self,
        text: str,
        parses: Mapping[int, Parse],
        mentions: Mentions,
        statements: Sequence[Statement],
        published: str | None,
    ) -> list[Event]:
        """Events in the order of the text, with ids `e1 ...`.

        Args:
            parses: by number of the sentence.
            published: the page's date, ISO, against which weekdays and months are resolved.
        """
        participants = Participants(mentions, statements)
        found = [
            event
            for index in sorted(parses)
            for event in self._in_sentence(text, parses[index], mentions, participants, published)
        ]
        found.sort(key=lambda e: (e.trigger.start, e.trigger.end))
        return [_numbered(event, i) for i, event in enumerate(found, 1)]

    def _in_sentence(
        self, text: str, parse: Parse, mentions: Mentions, participants: Participants, published: str | None
    ) -> Iterator[Event]:
        if _is_question(text, parse):
            return
        matches = list(_matches(parse, mentions))
        for trigger, frame in matches:
            if not _is_content(parse, trigger, matches) and not _is_borne(parse, trigger, frame, matches):
                event = self._event(text, parse, trigger, frame, mentions, participants, published)
                if event is not None:
                    yield event

    def _event(
        self,
        text: str,
        parse: Parse,
        trigger: Token,
        frame: Frame,
        mentions: Mentions,
        participants: Participants,
        published: str | None,
    ) -> Event | None:
        if frame.plover in ("ASSAULT", "COERCE") and _is_reflexive(parse, trigger):
            return None
        source, target = _sides(frame, parse, trigger, mentions, participants)
        if not _has_parties(frame, source, target, with_private=self._with_private):
            return None
        status = status_of(parse, trigger)
        when = date_of(parse, trigger, find_times(text, *parse.sentence.span), day_of(published), status)
        where = place_of(parse, trigger, mentions, [s for p in (*source, *target) for s in p.spans])
        spans = [s for p in (*source, *target) for s in p.spans if parse.sentence.span.covers(s)]
        spans += [part.span for part in (when, where) if part is not None and part.span is not None]
        statement = participants.statement_at(trigger.start)
        return Event(
            id="",
            source=source,
            target=target,
            plover=frame.plover,
            mode=frame.mode,
            contexts=(),
            cameo=frame.cameo or self._ontology.cameo_root(frame.plover, frame.mode),
            quad=self._ontology.quad(frame.plover),
            score=self._ontology.score(frame.plover, frame.mode),
            status=status,
            date=when,
            place=where,
            trigger=Trigger(trigger.start, trigger.end, trigger.lemma),
            evidence=hull([trigger.span, *spans]),
            quantities=quantities_of(text, parse, trigger),
            statement=statement.id if statement is not None else None,
            confidence=_confidence(frame, source, target, parse),
            rule=frame.id,
        )


def _matches(parse: Parse, mentions: Mentions) -> Iterator[tuple[Token, Frame]]:
    """Each trigger of a sentence with the most exact frame whose conditions hold."""
    for token in parse.tokens:
        pos = _pos(token)
        if pos is None:
            continue
        for frame in frames_by_lemma().get(
            (token.lemma if pos != "n" or not token.is_proper else token.lower, pos), ()
        ):
            if holds(frame, parse, token, mentions):
                yield token, frame
                break


def _pos(token: Token) -> str | None:
    if token.tag.startswith("VB"):
        return "v" if token.dep not in ("amod", "aux", "auxpass", "compound") else None
    if token.tag in ("NN", "NNS"):
        return "n" if token.dep not in ("compound", "nmod", "amod") else None
    if token.tag == "NNP" and token.text[:1].islower():
        return "n"
    return "a" if token.tag.startswith("JJ") else None


def _is_question(text: str, parse: Parse) -> bool:
    words = text[parse.sentence.start : parse.sentence.end].rstrip("”\"’') ")
    return words.endswith("?")


def _is_content(parse: Parse, trigger: Token, matches: Sequence[tuple[Token, Frame]]) -> bool:
    """Whether the act is what another act promises, asks, refuses or threatens: one act, one event (codebook 5.6)."""
    by_token = {token.i: frame for token, frame in matches if token.i != trigger.i}
    inner = trigger
    for outer in parse.ancestors(trigger):
        frame = by_token.get(outer.i)
        if frame is not None and frame.plover in _CONTENT_NOT_CODED:
            if inner.dep in _CONTENT or inner.dep in ("dobj", "prep", "dative") and not trigger.is_verb:
                return True
        if outer.dep in ("relcl", "parataxis"):
            return False
        inner = outer
    return False


def _is_borne(parse: Parse, trigger: Token, frame: Frame, matches: Sequence[tuple[Token, Frame]]) -> bool:
    """Whether a noun only repeats the act of its verb: "attend a summit" is one act, and "looked like a warning" none."""
    if trigger.is_verb:
        return False
    if trigger.dep == "pobj" and parse.head(trigger).lower == "like":
        return True
    verb = governor(parse, trigger)
    borne = trigger.dep in ("dobj", "nsubjpass") or (
        trigger.dep == "pobj" and parse.head(trigger).lower in ("in", "at", "on", "with")
    )
    outer = [f for t, f in matches if borne and verb is not None and t.i == verb.i]
    return any(f.plover == frame.plover or _lists(f, trigger) for f in outer)


def _lists(frame: Frame, noun: Token) -> bool:
    """Whether a frame asks for just this noun: "lifted sanctions" is one act."""
    return any(noun.lemma in need.values for need in frame.needs if not need.negated)


def _sides(
    frame: Frame, parse: Parse, trigger: Token, mentions: Mentions, participants: Participants
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    doers = fill(frame.source, parse, trigger, mentions)
    if frame.plover == "PROTEST":
        doers = [t for t in doers if not any(_is_no_crowd(m) for m in mentions.all_of(t))]
    source = participants.of(parse, doers)
    target_tokens = fill(frame.target, parse, trigger, mentions)
    target = without(participants.of(parse, target_tokens), source)
    if frame.mutual and not source and len(target) > 1:
        return target, ()
    return source, target


def _has_parties(
    frame: Frame, source: Sequence[Participant], target: Sequence[Participant], *, with_private: bool
) -> bool:
    """Somebody must be named: for a noun of a cooperative act the one who does it, or both sides."""
    if frame.pos == "n" and frame.plover in _NEEDS_SOURCE and not source:
        return False
    if with_private:
        return bool(source or target)
    if (frame.plover == "PROTEST" and source) or frame.mode in _WARLIKE:
        return True
    return any(_is_public(p) for p in (*source, *target))


def _is_reflexive(parse: Parse, verb: Token) -> bool:
    return any(t.lower.endswith(("self", "selves")) for t in parse.children(verb, "dobj"))


def _is_public(participant: Participant) -> bool:
    """A state, a body or person of the tables, or people with a public task; private people and firms alone act in no
    political event (codebook section 5, rule 1)."""
    code = participant.code or ""
    known = participant.actor is not None and not participant.actor.startswith("local:")
    return bool(participant.state) or (known and code != "MNC") or code[-3:] in _PUBLIC_SECTORS


def _is_no_crowd(mention: Mention) -> bool:
    """In "the Belizean riots" the state is the scene; what a politician alone holds is a campaign rally."""
    return mention.kind == ActorKind.STATE or (mention.kind == ActorKind.PERSON and mention.actor is not None)


def _confidence(
    frame: Frame, source: Sequence[Participant], target: Sequence[Participant], parse: Parse
) -> float:
    """How much of the frame is there: both sides, resolved, under conditions."""
    value = 0.55 + 0.15 * bool(source) + 0.15 * bool(target) + 0.05 * bool(frame.needs)
    value += 0.05 * all(p.actor or p.state for p in (*source, *target))
    return round(value - 0.1 * (parse.sentence.kind == BlockKind.CAPTION), 2)


def _numbered(event: Event, number: int) -> Event:
    return replace(event, id=f"e{number}")
