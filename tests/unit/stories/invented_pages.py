"""Readings made by hand: a text, and the events and statements that a reader finds in it."""

from __future__ import annotations

from dateline.model import (
    Article,
    Block,
    BlockKind,
    Channel,
    DatedValue,
    DatePrecision,
    Event,
    EventDate,
    LanguageModel,
    Outlet,
    Participant,
    Party,
    Place,
    Provenance,
    Reading,
    Span,
    Statement,
    StatementType,
    Status,
    Trigger,
)

KARIS = Participant("Q1001", "Alar Kuusk", "EST", "ESTGOV", ())
MOYO = Participant("Q1002", "Tendai Moyo", "NAM", "NAMGOV", ())
RUIZ = Participant("Q1003", "Elena Ruiz", "URY", "URYGOV", ())
ESTONIA = Participant("Q191", "Estonia", "EST", "EST", ())
NAMIBIA = Participant("Q1030", "Namibia", "NAM", "NAM", ())
BELIZE = Participant("Q242", "Belize", "BLZ", "BLZ", ())
NAURU = Participant("Q697", "Nauru", "NRU", "NRU", ())

_PROVENANCE = Provenance("0", "accurate", LanguageModel("none", None), "2024-01-01")
_QUADS = {"CONSULT": 1, "AGREE": 1, "SUPPORT": 1, "ASSAULT": 4, "SANCTION": 4, "ACCUSE": 3, "REQUEST": 3}


def place_of(text: str, words: str) -> Span:
    """Where some words stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def event(
    text: str,
    evidence: str,
    trigger: str,
    plover: str,
    source: tuple[Participant, ...],
    target: tuple[Participant, ...],
    *,
    lemma: str | None = None,
    status: Status = Status.HAPPENED,
    date: str | None = None,
    place: str | None = None,
    statement: str | None = None,
) -> Event:
    span = place_of(text, evidence)
    start = text.index(trigger, span.start)
    when = EventDate(date, DatePrecision.DAY, span) if date else None
    where = Place(None, place, "city", place_of(text, place)) if place else None
    return Event(
        f"e{span.start}-{start}",
        source,
        target,
        plover,
        None,
        (),
        None,
        _QUADS[plover],
        1.0,
        status,
        when,
        where,
        Trigger(start, start + len(trigger), lemma or trigger),
        span,
        (),
        statement,
        0.8,
        "by hand",
    )


def said(
    text: str,
    words: str,
    speaker: Participant | None,
    *,
    name: str = "s1",
    kind: StatementType = StatementType.DIRECT,
    addressee: Participant | None = None,
    channel: Channel | None = None,
) -> Statement:
    return Statement(
        name, kind, _party(speaker), None, (place_of(text, words),), _party(addressee), channel, None, None
    )


def _party(someone: Participant | None) -> Party | None:
    return Party(someone.actor, someone.name, someone.state, ()) if someone else None


def reading(
    name: str,
    title: str,
    body: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    events: tuple[Event, ...] = (),
    statements: tuple[Statement, ...] = (),
) -> Reading:
    """A page of a headline and a body. Offsets of events and statements are those of `whole(title, body)`."""
    text = whole(title, body)
    date = DatedValue(published, DatePrecision.DAY, "given", None) if published else None
    blocks = (Block(BlockKind.HEADLINE, 0, len(title)), Block(BlockKind.BODY, len(title) + 1, len(text)))
    house = Outlet(None, outlet or f"Outlet {name}")
    article = Article(name, "", None, house, title, (), date, None, None, "en", True, text, blocks, ())
    return Reading(article, (), statements, events, (), _PROVENANCE)


def whole(title: str, body: str) -> str:
    return f"{title}\n{body}"
