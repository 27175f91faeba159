"""Two who are one actor: readings in which the one stands for the other, on every page of a collection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, TypeVar

from dateline.model import ActorKind, Event, Mention, Participant, Party, Reading, Relation, Statement
from dateline.model.codec import Record

_LOCAL = "local:"
Taking = TypeVar("Taking", Participant, Party)
Key = tuple[str, str]
"""An id that holds on all pages, and nothing; or the id that pages give a name, and the kind of whom they call so."""


@dataclass(frozen=True, slots=True)
class Somebody(Record):
    """An actor as a decision names it. One whom no table knows (`local:…`) is known by the name and the kind, whatever the page."""

    id: str
    name: str
    kind: str
    state: str | None
    code: str | None

    @property
    def is_local(self) -> bool:
        """Whether pages alone know them."""
        return self.id.startswith(_LOCAL)

    @property
    def key(self) -> Key:
        """By what they are known on a page."""
        return self.id, self.kind if self.is_local else ""

    @property
    def words(self) -> str:
        """The name with the id, as people read it."""
        return f"{self.name} ({self.id})"


@dataclass(frozen=True, slots=True)
class ActorMerge(Record):
    """A decision that two actors are one, as it stands in the log: `given_up` is `kept` from then on."""

    SCHEMA: ClassVar[str] = "dateline.actor_merge/1"

    given_up: Somebody
    kept: Somebody
    why: str
    by: str
    at: str


class OneActor:
    """Who stands for whom by some decisions, of which the later goes on from the earlier."""

    def __init__(self, merges: Iterable[ActorMerge]) -> None:
        self._kept = {merge.given_up.key: merge.kept for merge in merges}

    def __bool__(self) -> bool:
        return bool(self._kept)

    def of(self, somebody: Somebody) -> Somebody:
        """Who stands for somebody in the end."""
        seen: set[Key] = set()
        while somebody.key in self._kept and somebody.key not in seen:
            seen.add(somebody.key)
            somebody = self._kept[somebody.key]
        return somebody

    def applied(self, reading: Reading) -> Reading:
        """The reading in which each is who stands for them; the same where nobody of it was decided about."""
        named = {id: kept for id, kept in self._named(reading) if kept.id != id}
        return _Renamed(named).reading(reading) if named else reading

    def _named(self, reading: Reading) -> Iterator[tuple[str, Somebody]]:
        """Those of a page about whom something was decided, by their ids there. Of a name that the page gives to several kinds the first
        counts."""
        kinds: dict[str, str] = {}
        for mention in reading.mentions:
            if mention.actor is not None:
                kinds.setdefault(mention.actor, mention.kind.value)
        for id in {*kinds, *_taking_part(reading)}:
            somebody = Somebody(id, "", kinds.get(id, ""), None, None)
            if somebody.key in self._kept:
                yield id, self.of(somebody)


def _taking_part(reading: Reading) -> Iterator[str]:
    parties: list[Participant | Party | None] = [
        party for event in reading.events for party in (*event.source, *event.target)
    ]
    parties += [party for one in reading.statements for party in (one.speaker, one.addressee)]
    yield from (party.actor for party in parties if party is not None and party.actor is not None)
    for relation in reading.relations:
        yield from (relation.subject, relation.object)


@dataclass(frozen=True, slots=True)
class _Renamed:
    """A reading with others in the place of some ids."""

    named: dict[str, Somebody]

    def reading(self, reading: Reading) -> Reading:
        return replace(
            reading,
            mentions=tuple(map(self._mention, reading.mentions)),
            statements=tuple(map(self._statement, reading.statements)),
            events=tuple(map(self._event, reading.events)),
            relations=tuple(map(self._relation, reading.relations)),
        )

    def _mention(self, mention: Mention) -> Mention:
        who = self.named.get(mention.actor or "")
        if who is None:
            return mention
        return replace(
            mention, actor=who.id, name=who.name, kind=ActorKind(who.kind), state=who.state or mention.state
        )

    def _statement(self, statement: Statement) -> Statement:
        speaker, addressee = statement.speaker, statement.addressee
        return replace(
            statement,
            speaker=self._party(speaker) if speaker else None,
            addressee=self._party(addressee) if addressee else None,
        )

    def _event(self, event: Event) -> Event:
        return replace(event, source=self._side(event.source), target=self._side(event.target))

    def _relation(self, relation: Relation) -> Relation:
        ends = (self.named.get(relation.subject), self.named.get(relation.object))
        subject, object = (
            ends[0].id if ends[0] else relation.subject,
            ends[1].id if ends[1] else relation.object,
        )
        return replace(relation, subject=subject, object=object)

    def _side(self, parties: Sequence[Participant]) -> tuple[Participant, ...]:
        """Those of one side; two who are one stand there once, with the words of both."""
        found: list[Participant] = []
        for party in map(self._participant, parties):
            at = next((i for i, one in enumerate(found) if party.actor and one.actor == party.actor), None)
            if at is None:
                found.append(party)
            else:
                found[at] = replace(found[at], spans=tuple(sorted({*found[at].spans, *party.spans})))
        return tuple(found)

    def _participant(self, party: Participant) -> Participant:
        """With the code of the page where it is of the same state, since that tells the office of the day."""
        who, own = self.named.get(party.actor or ""), self._party(party)
        if who is None or who.code is None or (party.code or "").startswith(who.code):
            return own
        return replace(own, code=who.code)

    def _party(self, party: Taking) -> Taking:
        who = self.named.get(party.actor or "")
        if who is None:
            return party
        return replace(party, actor=who.id, name=who.name, state=who.state or party.state)
