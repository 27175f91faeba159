"""The coder: one act at one trigger, its participants bound inside the clause."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.events.acts_read import Matches, is_confirmed, without_denied
from dateline.events.calibration import calibrated
from dateline.events.conditions import Site
from dateline.events.confidence import Confidence, signs_of_event
from dateline.events.contexts import shown_contexts
from dateline.events.dates import day_of, find_times
from dateline.events.frame_tables import frames_by_lemma
from dateline.events.frames import Frame
from dateline.events.no_event import is_no_event
from dateline.events.one_act import is_borne, is_content
from dateline.events.page_status import is_told, settle_nouns
from dateline.events.participants import Participants
from dateline.events.parties import Parties, Sides
from dateline.events.private_life import of_public_life
from dateline.events.quantities import quantities_of
from dateline.events.setting import date_of, place_of
from dateline.events.status import status_of
from dateline.model import (
    DatePrecision,
    Event,
    EventDate,
    Mentions,
    Parse,
    Span,
    Statement,
    Status,
    Token,
    Trigger,
    hull,
)
from dateline.ontology import Ontology
from dateline.readers import EventReader, SentenceReading

_MATERIAL = (2, 4)
"""Quads of acts that have a scene; words are said anywhere."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What all sentences of a page share."""

    text: str
    mentions: Mentions
    participants: Participants
    parties: Parties
    day: datetime.date | None

    def role_at(self, span: Span) -> str | None:
        """The office of whoever is meant by words, if he holds one."""
        return next((m.role for m in self.mentions.within(span) if m.span == span), None)


class EventCoder:
    """Codes the events of one page."""

    def __init__(
        self, ontology: Ontology, *, with_private: bool = False, confidence: Confidence = calibrated
    ) -> None:
        """With `with_private`, acts among private people and firms are coded too. `confidence` says how sure an event is by its signs.

        Raises:
            DataError: a frame of the ontology cannot be used.
        """
        self._ontology = ontology
        self._frames = frames_by_lemma(ontology)
        self._words = frozenset(lemma for lemma, _ in self._frames)
        self._with_private = with_private
        self._confidence = confidence

    def code(
        self,
        text: str,
        parses: Mapping[int, Parse],
        mentions: Mentions,
        statements: Sequence[Statement],
        published: str | None,
        reader: EventReader | None = None,
        *,
        sparing: bool = False,
    ) -> list[Event]:
        """Events in the order of the text, with ids `e1 ...`.

        Args:
            parses: by number of the sentence.
            published: the page's date, ISO, against which weekdays and months are resolved.
            reader: reads every sentence in which a frame fires.
            sparing: it reads those alone in which an act among private people hangs on it.
        """
        participants = Participants(mentions, statements)
        page = _Page(
            text,
            mentions,
            participants,
            Parties(mentions, participants, with_private=self._with_private),
            day_of(published),
        )
        matched = [
            (p, m) for p in (parses[i] for i in sorted(parses)) if (m := self.matches(text, p, mentions))
        ]
        asked = [parse for parse, matches in matched if not sparing or self._is_open(page, parse, matches)]
        spans = [parse.sentence.span for parse in asked]
        read = dict(zip(spans, reader.words(text, spans), strict=True)) if reader else {}
        told = [
            pair
            for parse, matches in matched
            for pair in self._with_contexts(
                page, parse, list(self._in_sentence(page, parse, matches, read.get(parse.sentence.span)))
            )
        ]
        found = of_public_life(told, len(parses))
        found.sort(key=lambda e: (e.trigger.start, e.trigger.end))
        done = {t.start for parse, matches in matched for t, _ in matches if is_told(parse, t)}
        return [_numbered(event, i) for i, event in enumerate(settle_nouns(found, done), 1)]

    def matches(self, text: str, parse: Parse, mentions: Mentions) -> Matches:
        """Each trigger of a sentence with the most exact frame whose conditions hold; none in a question."""
        if _is_question(text, parse):
            return []
        found: Matches = []
        for token in parse.tokens:
            if token.lemma not in self._words and token.lower not in self._words:
                continue
            pos = _pos(token)
            if pos is None:
                continue
            lemma = token.lemma if pos != "n" or not token.is_proper else token.lower
            frames = self._frames.get((lemma, pos), ())
            if _is_gerund(token):
                frames = self._frames.get((token.lower, "n"), ()) or frames
            if not frames or _is_in_name(token, mentions):
                continue
            site = Site(parse, token, mentions)
            frame = next((f for f in frames if site.bears(f)), None)
            if frame is not None:
                found.append((token, frame))
        return found

    def _in_sentence(
        self, page: _Page, parse: Parse, matches: Matches, acts: SentenceReading | None
    ) -> Iterator[tuple[Event, bool]]:
        """Events with whether somebody public is in them; among private people only where the reader sees the act too."""
        for trigger, frame in _bearing(parse, without_denied(matches, acts) if acts is not None else matches):
            sides = page.parties.of(frame, parse, trigger)
            is_public = sides is not None
            if sides is None and is_confirmed(frame, trigger, acts):
                sides = page.parties.of(frame, parse, trigger, among_private=True)
            if sides is not None:
                event = self._event(page, parse, trigger, frame, sides)
                signs = signs_of_event(event, frame, parse, trigger, page.mentions, acts)
                yield replace(event, confidence=self._confidence(signs)), is_public

    def _is_open(self, page: _Page, parse: Parse, matches: Matches) -> bool:
        """Whether an act of the sentence counts only where a reader sees it too."""
        return any(
            page.parties.of(frame, parse, trigger) is None
            and page.parties.of(frame, parse, trigger, among_private=True) is not None
            for trigger, frame in _bearing(parse, matches)
        )

    def _with_contexts(
        self, page: _Page, parse: Parse, told: Sequence[tuple[Event, bool]]
    ) -> Iterator[tuple[Event, bool]]:
        """The events of a sentence, each with the contexts that its words show."""
        shown = shown_contexts(parse, [event for event, _ in told], page.role_at, self._ontology)
        for (event, is_public), contexts in zip(told, shown, strict=True):
            yield replace(event, contexts=tuple(each.context for each in contexts)), is_public

    def _event(self, page: _Page, parse: Parse, trigger: Token, frame: Frame, sides: Sides) -> Event:
        source, target = sides
        status = status_of(parse, trigger)
        spans = [s for p in (*source, *target) for s in p.spans if parse.sentence.span.covers(s)]
        when = date_of(parse, trigger, find_times(page.text, *parse.sentence.span), page.day, status)
        if status == Status.HAPPENED and _lies_ahead(when, page.day):
            status = Status.PLANNED
        has_scene = self._ontology.quad(frame.plover) in _MATERIAL or frame.plover == "CONSULT"
        where = place_of(parse, trigger, page.mentions, spans) if has_scene else None
        said = [part.span for part in (when, where) if part is not None and part.span is not None]
        statement = page.participants.statement_at(trigger.start)
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
            evidence=hull([trigger.span, *spans, *said]),
            quantities=quantities_of(page.text, parse, trigger, spans),
            statement=statement.id if statement is not None else None,
            confidence=0.0,
            rule=frame.id,
        )


def _is_in_name(token: Token, mentions: Mentions) -> bool:
    """A word of a body's name ("Volunteers for Lifting Sanctions") bears no act."""
    if not token.text[:1].isupper():
        return False
    mention = mentions.of_token(token)
    return mention is not None and mention.end - mention.start > token.end - token.start


def _pos(token: Token) -> str | None:
    if token.tag in ("VB", "VBP") and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return "n"
    if token.tag.startswith("VB"):
        return "v" if token.dep not in ("amod", "aux", "auxpass", "compound") else None
    if token.tag in ("NN", "NNS"):
        return "n" if token.dep not in ("compound", "nmod", "amod") else None
    if token.tag == "NNP" and token.text[:1].islower():
        return "n"
    return "a" if token.tag.startswith("JJ") else None


def _is_gerund(token: Token) -> bool:
    """A participle that stands where a noun does: "faced sabre-*rattling*"."""
    return token.tag == "VBG" and token.dep in ("dobj", "pobj", "nsubj", "nsubjpass")


def _bearing(parse: Parse, matches: Matches) -> Iterator[tuple[Token, Frame]]:
    """The triggers that bear an act themselves: not the content or the noun of another one, and no mere figure of speech."""
    for trigger, frame in matches:
        if is_content(parse, trigger, matches) or is_borne(parse, trigger, frame, matches):
            continue
        if not is_no_event(frame, parse, trigger):
            yield trigger, frame


def _is_question(text: str, parse: Parse) -> bool:
    words = text[parse.sentence.start : parse.sentence.end].rstrip("”\"’') ")
    return words.endswith("?")


def _lies_ahead(when: EventDate | None, day: datetime.date | None) -> bool:
    """A day after the page's own: "his visit on 13 July" of a page of the tenth."""
    told = day_of(when.value) if when is not None and when.precision == DatePrecision.DAY else None
    return told is not None and day is not None and told > day


def _numbered(event: Event, number: int) -> Event:
    return replace(event, id=f"e{number}")
