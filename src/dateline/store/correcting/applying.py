"""A reading with the corrections of people in it. What was read stays as it is, beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.model import Event, Mention, Participant, Party, Reading, Statement
from dateline.store.correcting.anchors import find
from dateline.store.correcting.fields import (
    Coded,
    changed_event,
    changed_mention,
    changed_statement,
    coded_rows,
    mention_value,
    values_in,
)
from dateline.store.correcting.records import Correction, FieldValue, Subject


@dataclass(frozen=True, slots=True)
class ByHand:
    """What of a reading is the word of a person: the ids of rows that were corrected, of those that were found right, and the notes on rows that
    were flagged."""

    corrected: frozenset[str] = frozenset()
    checked: frozenset[str] = frozenset()
    flags: Mapping[str, str] = field(default_factory=dict)

    def columns_of(self, id: str) -> dict[str, bool | str | None]:
        """What a row of an id says of it."""
        return {
            "corrected": id in self.corrected,
            "checked": id in self.checked,
            "flag": self.flags.get(id),
        }


Seed = tuple[str, int]
"""The root of an event, and which event of that root it is on its page."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A reading with its corrections, and what of it is theirs. `read` is the reading without them, where there are any."""

    reading: Reading
    by_hand: ByHand = field(default_factory=ByHand)
    read: Reading | None = None

    @property
    def seeds(self) -> dict[str, Seed]:
        """What tells an event from others of its page, by its id: as it was read, so that no correction makes another event of it."""
        counted: Counter[str] = Counter()
        found: dict[str, Seed] = {}
        for event in (self.read or self.reading).events:
            found[event.id] = event.plover, counted[event.plover]
            counted[event.plover] += 1
        return found


def corrected(reading: Reading, corrections: Iterable[Correction]) -> Reading:
    """The reading as people corrected it: the same input gives the same reading. Corrections whose words are gone do nothing; of two
    about one field the later holds.
    """
    return apply(reading, corrections).reading


def apply(reading: Reading, corrections: Iterable[Correction]) -> Corrected:
    """The reading as people corrected it, with what was corrected."""
    told = [(one, find(reading, one.subject, one.anchor)) for one in corrections if one.subject in _STEPS]
    held = [(one, id) for one, id in told if id is not None]
    if not held:
        return Corrected(reading)
    result = reading
    for one, id in held:
        if not one.is_right:
            result = _STEPS[one.subject](result, one, id)
    changed = {id for one, id in held if one.act == "change"}
    flags = {id: one.note for one, id in held if one.note}
    by_hand = ByHand(frozenset(changed | _different(reading, result)), _right(result, held), flags)
    return Corrected(result, by_hand, reading)


def _right(reading: Reading, held: Iterable[tuple[Correction, str]]) -> frozenset[str]:
    """The rows that say what somebody found right."""
    rows = coded_rows(reading)
    return frozenset(id for one, id in held if one.is_right and id in rows and says(rows[id], one))


def says(row: Coded, accepted: Correction) -> bool:
    """Whether a row still says what was found right."""
    return all(values_in(row, change.field) == change.after for change in accepted.changes)


def _different(before: Reading, after: Reading) -> set[str]:
    """The rows that are not as they were read."""
    read = coded_rows(before)
    return {id for id, row in coded_rows(after).items() if read[id] != row}


def _correct_event(reading: Reading, correction: Correction, id: str) -> Reading:
    if correction.is_nothing:
        return replace(reading, events=tuple(event for event in reading.events if event.id != id))
    events = (
        changed_event(event, correction.changes, reading) if event.id == id else event
        for event in reading.events
    )
    return replace(reading, events=tuple(events))


def _correct_statement(reading: Reading, correction: Correction, id: str) -> Reading:
    if correction.is_nothing:
        return _without_statement(reading, id)
    statements = (
        changed_statement(one, correction.changes, reading) if one.id == id else one
        for one in reading.statements
    )
    return replace(reading, statements=tuple(statements))


def _without_statement(reading: Reading, id: str) -> Reading:
    """What it asserted is the outlet's own word, and what continued it continues what it continued."""
    gone = next((one for one in reading.statements if one.id == id), None)
    before = gone.continues if gone else None
    statements = tuple(
        replace(one, continues=before) if one.continues == id else one
        for one in reading.statements
        if one.id != id
    )
    events = tuple(replace(one, statement=None) if one.statement == id else one for one in reading.events)
    return replace(reading, statements=statements, events=events)


def _correct_mention(reading: Reading, correction: Correction, id: str) -> Reading:
    """A mention for somebody else, and with it the parties of events and statements that its words name."""
    if not correction.changes and not correction.is_nothing:
        return reading
    own = next(mention for mention in reading.mentions if mention.id == id)
    wrong = _alike(reading, own) if correction.whole_page else (own,)
    value = next((value for change in correction.changes for value in change.after), None)
    ids = {mention.id for mention in wrong}
    mentions = tuple(changed_mention(one, value) if one.id in ids else one for one in reading.mentions)
    parties = _Parties(wrong, value)
    return replace(
        reading,
        mentions=mentions,
        statements=tuple(map(parties.of_statement, reading.statements)),
        events=tuple(map(parties.of_event, reading.events)),
    )


def _alike(reading: Reading, own: Mention) -> tuple[Mention, ...]:
    """The mentions of a page that stand for the same."""
    who = (own.actor, own.name if own.actor is None else None)
    return tuple(
        one for one in reading.mentions if (one.actor, one.name if one.actor is None else None) == who
    )


@dataclass(frozen=True, slots=True)
class _Parties:
    """Who takes part by the words of mentions that stood for somebody else."""

    wrong: Sequence[Mention]
    value: FieldValue | None

    def of_event(self, event: Event) -> Event:
        source, target = (
            tuple(map(self._participant, event.source)),
            tuple(map(self._participant, event.target)),
        )
        return replace(event, source=source, target=target)

    def of_statement(self, statement: Statement) -> Statement:
        return replace(
            statement, speaker=self._party(statement.speaker), addressee=self._party(statement.addressee)
        )

    def _participant(self, party: Participant) -> Participant:
        mention = self._mention(party)
        if mention is None:
            return party
        value = self._value(mention)
        return replace(party, actor=value.id, name=value.text, state=value.state, code=value.code)

    def _party(self, party: Party | None) -> Party | None:
        mention = self._mention(party) if party else None
        if party is None or mention is None:
            return party
        value = self._value(mention)
        return replace(party, actor=value.id, name=value.text, state=value.state)

    def _mention(self, party: Participant | Party) -> Mention | None:
        """The mention that a party was named by."""
        return next(
            (
                one
                for one in self.wrong
                if one.actor == party.actor and any(one.span.touches(s) for s in party.spans)
            ),
            None,
        )

    def _value(self, mention: Mention) -> FieldValue:
        return self.value or mention_value(changed_mention(mention, None))


_STEPS: dict[Subject, Callable[[Reading, Correction, str], Reading]] = {
    Subject.EVENT: _correct_event,
    Subject.STATEMENT: _correct_statement,
    Subject.MENTION: _correct_mention,
}
