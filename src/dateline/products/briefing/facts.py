"""Facts as rows: what each family of reports does with each fact (codebook section 9)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.model import (
    Event,
    Fact,
    FactKind,
    Position,
    Span,
    Stance,
    Status,
    Story,
    Support,
)
from dateline.products.briefing.cited import UncitedError
from dateline.products.briefing.rows import Cell, FactPosition, FactRow, Family
from dateline.products.briefing.shelf import Page, Shelf
from dateline.products.dates import in_words

_ORDER = (Support.CORROBORATED, Support.CONFLICTING, Support.SINGLE_SOURCE)


def rows_of(story: Story, families: Sequence[Family], anchor: str, shelf: Shelf) -> tuple[FactRow, ...]:
    """All facts of a story: by support, then by the number of families and of reports that tell them.

    Raises:
        UncitedError: a report is said to tell a fact, and no words of it are given.
    """
    rows = [_row(fact, families, anchor, shelf) for fact in story.facts]
    return tuple(sorted(rows, key=lambda r: (_ORDER.index(r.support), -r.families, -r.reports)))


def events_of(fact: Fact, shelf: Shelf) -> list[tuple[Page, Event]]:
    """The coded events that a fact rests on, one for each evidence span, in the order of its positions.

    Two events may share their evidence; then the one whose act most of the fact's events name is meant.
    """
    choices = [
        (shelf.page(position.article), _candidates(fact, shelf.page(position.article), position))
        for position in fact.positions
        if position.stance is not Stance.OMITS
    ]
    acts = Counter(
        e.plover for _, groups in choices for group in groups for e in {e.plover: e for e in group}.values()
    )
    return [
        (page, max(group, key=lambda e: (acts[e.plover], e.confidence)))
        for page, groups in choices
        for group in groups
    ]


def _candidates(fact: Fact, page: Page, position: Position) -> list[list[Event]]:
    groups = [page.events_at(span) for span in position.spans]
    if fact.kind is not FactKind.EVENT:
        around = (page.event_around(span) for span in position.spans)
        groups = [[event] for event in around if event]
    return [group for group in groups if group]


def _row(fact: Fact, families: Sequence[Family], anchor: str, shelf: Shelf) -> FactRow:
    told = [p for p in fact.positions if p.stance is not Stance.OMITS]
    if not told:
        raise UncitedError(f"fact {fact.id} ({fact.text!r}) has no report that tells it: it is not printed")
    coded = events_of(fact, shelf)
    events = [event for _, event in coded]
    cells = tuple(_cell(fact, family, shelf) for family in families)
    return FactRow(
        id=fact.id,
        anchor=f"{anchor}-{fact.id}",
        kind=fact.kind,
        text=fact.text,
        support=fact.support,
        statuses=statuses_of(events) if fact.kind in (FactKind.EVENT, FactKind.STATUS) else (),
        when=_when(events) if fact.kind is FactKind.EVENT else None,
        code=_code(events) if fact.kind is FactKind.EVENT else None,
        families=sum(any(p.stance is not Stance.OMITS for p in cell.positions) for cell in cells),
        reports=len(told),
        cells=cells,
    )


def statuses_of(events: Iterable[Event]) -> tuple[Status, ...]:
    """Statuses that the events give an act, the commonest first; in a tie what happened before what did not."""
    count = Counter(event.status for event in events)
    return tuple(sorted(count, key=lambda status: (-count[status], list(Status).index(status))))


def _when(events: Iterable[Event]) -> str | None:
    values = list(dict.fromkeys(event.date.value for event in events if event.date))
    return " or ".join(in_words(value) for value in values[:3]) or None


def _code(events: Sequence[Event]) -> str | None:
    return code_of(events[0]) if events else None


def code_of(event: Event) -> str:
    """Root, mode, CAMEO code and contexts, as the coded record has them."""
    about = f" · {', '.join(event.contexts)}" if event.contexts else ""
    cameo = f" · CAMEO {event.cameo}" if event.cameo else ""
    return f"{event.plover}{f' {event.mode}' if event.mode else ''}{cameo}{about}"


def _cell(fact: Fact, family: Family, shelf: Shelf) -> Cell:
    keys = [family.key, *(copy.key for copy in family.copies)]
    mine = {shelf.page(p.article).key: p for p in fact.positions if shelf.page(p.article).key in keys}
    return Cell(family.key, tuple(_position(fact, mine[key], shelf) for key in keys if key in mine))


def _position(fact: Fact, position: Position, shelf: Shelf) -> FactPosition:
    page = shelf.page(position.article)
    if position.stance is not Stance.OMITS and not position.spans:
        raise UncitedError(
            f"fact {fact.id} ({fact.text!r}) gives no words of {page.outlet} that it rests on: it is not printed"
        )
    return FactPosition(
        article=position.article,
        key=page.key,
        outlet=page.outlet,
        stance=position.stance,
        value=position.value,
        normal=position.normal,
        note=_voice(fact, page, position),
        citations=shelf.cite_in_context(position.article, position.spans),
        statuses=tuple(_status_at(fact, page, span) for span in sorted(set(position.spans))),
    )


def _status_at(fact: Fact, page: Page, span: Span) -> Status | None:
    if fact.kind not in (FactKind.EVENT, FactKind.STATUS):
        return None
    events = page.events_at(span) or [event for event in [page.event_around(span)] if event]
    statuses = {event.status for event in events}
    return statuses.pop() if len(statuses) == 1 else None


def _voice(fact: Fact, page: Page, position: Position) -> str | None:
    """Who asserts it: the statement that the coded events stand in, if all of them stand in one."""
    if fact.kind is not FactKind.EVENT or position.stance is Stance.OMITS:
        return None
    groups = _candidates(fact, page, position)
    inside = [page.statement(event.statement) for group in groups for event in group]
    if not inside or not all(inside):
        return None
    speakers = dict.fromkeys(s.speaker.name for s in inside if s and s.speaker)
    return f"as said by {', '.join(speakers)}" if speakers else "in a quotation without a named speaker"
