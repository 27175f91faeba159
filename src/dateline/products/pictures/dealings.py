"""Who deals with whom, and how: events between each two actors, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dateline.model import Status
from dateline.store import EventRow
from dateline.store.queries.events import MUTUAL

_LOCAL = "local:"


class Tone(StrEnum):
    """Whether an act is one of cooperation or of conflict: the first two quads, or the last two."""

    COOPERATION = "cooperation"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True, order=True)
class Dealing:
    """Events of one tone and status from one actor to another; cooperation goes both ways and has its two in the order of the alphabet."""

    source: str
    target: str
    tone: Tone
    status: Status


@dataclass(frozen=True, slots=True)
class Dealings:
    """Dealings by the number of their events, actors by the number of events that they have with another, and events with one side only."""

    counts: Mapping[Dealing, int]
    actors: Mapping[str, int]
    one_sided: int


def tone_of(event: EventRow) -> Tone:
    """The tone of an event, by its quad."""
    return Tone.COOPERATION if event.quad <= 2 else Tone.CONFLICT


def dealings_of(events: Iterable[EventRow]) -> Dealings:
    """Dealings between the sources and targets of some events; one actor has one name."""
    rows = list(events)
    names = names_of(rows)
    counts: Counter[Dealing] = Counter()
    actors: Counter[str] = Counter()
    one_sided = 0
    for row in rows:
        found = {_dealing(a, b, row) for a, b in pairs_of(row, names)}
        counts.update(found)
        actors.update({name for dealing in found for name in (dealing.source, dealing.target)})
        one_sided += not found
    return Dealings(counts, actors, one_sided)


def pairs_of(row: EventRow, names: Mapping[str, str]) -> set[tuple[str, str]]:
    """Who acts towards whom in an event, by the names to show; all who take part in a mutual act whose target nobody names."""
    sources, targets = ([names.get(name, name) for name in side] for side in (row.source, row.target))
    if not targets and row.root in MUTUAL:
        targets = sources
    return {(a, b) for a in sources for b in targets if a != b}


def _dealing(source: str, target: str, row: EventRow) -> Dealing:
    tone = tone_of(row)
    if tone is Tone.COOPERATION:
        source, target = sorted((source, target))
    return Dealing(source, target, tone, Status(row.status))


def names_of(rows: Iterable[EventRow]) -> dict[str, str]:
    """The name to show for each name: of an actor with an id, the one that most of its events have; of those without, the more usual one of a name
    with a capital and without ("Police", "police")."""
    of_id: dict[str, Counter[str]] = {}
    lone: dict[str, Counter[str]] = {}
    for name, actor in _named(rows):
        if actor is None:
            lone.setdefault(name[:1].lower() + name[1:], Counter())[name] += 1
        else:
            of_id.setdefault(actor, Counter())[name] += 1
    best = {actor: _most_usual(names) for actor, names in of_id.items()}
    known = {name: best[actor] for actor, names in of_id.items() for name in names}
    return {name: _most_usual(names) for names in lone.values() for name in names} | known


def _named(rows: Iterable[EventRow]) -> Iterator[tuple[str, str | None]]:
    """Each name in some events, with the id of its actor where it has one that holds on all pages."""
    for row in rows:
        for names, ids in ((row.source, row.source_actors), (row.target, row.target_actors)):
            is_told = len(names) == len(ids)
            for i, name in enumerate(names):
                yield name, ids[i] if is_told and not ids[i].startswith(_LOCAL) else None


def _most_usual(names: Mapping[str, int]) -> str:
    return min(names, key=lambda name: (-names[name], name))
