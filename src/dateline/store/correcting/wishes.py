"""What a person wants changed, checked against what the row holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields

from dateline.model import CollectionError, Event, Mention, Reading, Statement, StatementType, Status
from dateline.ontology import Ontology, UnknownCodeError
from dateline.store.correcting.fields import (
    ACT,
    Coded,
    Values,
    event_values,
    mention_value,
    statement_values,
    values_in,
)
from dateline.store.correcting.records import FIELDS, FieldChange, FieldValue, Subject
from dateline.store.correcting.resolving import actor_meant, date_meant, place_meant

Wish = str | Sequence[str] | None

_NAMES = {Subject.EVENT: "an event", Subject.STATEMENT: "a statement", Subject.MENTION: "a mention"}


@dataclass(frozen=True, slots=True)
class Wishes:
    """The fields that are to hold something else: empty where nothing is to stand there, None where a field stays. `is_nothing` says that the row should not
    be there at all, or that a mention stands for nobody; `is_right` that it is right as it is."""

    root: str | None = None
    mode: str | None = None
    status: str | None = None
    source: Wish = None
    target: Wish = None
    date: str | None = None
    place: str | None = None
    speaker: str | None = None
    type: str | None = None
    actor: str | None = None
    is_nothing: bool = False
    whole_page: bool = False
    note: str | None = None
    is_right: bool = False

    def named(self) -> list[str]:
        """The fields that are to change."""
        every = {field for own in FIELDS.values() for field in own}
        return [
            field.name
            for field in fields(self)
            if field.name in every and getattr(self, field.name) is not None
        ]


def changes_of(row: Coded, wishes: Wishes, reading: Reading) -> tuple[FieldChange, ...]:
    """What changes in a row; nothing where it holds all that is wanted already.

    Raises:
        CollectionError: `bad_correction`, when a field is none of such a row, or cannot hold that.
    """
    subject = subject_of(row)
    for field in wishes.named():
        if field not in FIELDS[subject]:
            what = f"{field} is no field of {_NAMES[subject]}: change {', '.join(FIELDS[subject])}."
            raise CollectionError("bad_correction", what)
    if isinstance(row, Event):
        found = list(_of_event(row, wishes, reading))
    elif isinstance(row, Statement):
        found = list(_of_statement(row, wishes, reading))
    else:
        found = list(_of_mention(row, wishes, reading))
    return tuple(found) if any(change.before != change.after for change in found) else ()


def values_of(row: Coded) -> tuple[FieldChange, ...]:
    """All that a row says, as values that stay: what somebody finds right who accepts it."""
    subject = subject_of(row)
    named = [field for field in FIELDS[subject] if field not in ACT]
    fields = [*ACT, *named] if subject is Subject.EVENT else named
    values = {field: values_in(row, field) for field in fields}
    return tuple(FieldChange(field, held, held) for field, held in values.items())


def subject_of(row: Coded) -> Subject:
    """What kind of row it is."""
    if isinstance(row, Event):
        return Subject.EVENT
    return Subject.STATEMENT if isinstance(row, Statement) else Subject.MENTION


def _of_event(event: Event, wishes: Wishes, reading: Reading) -> Iterator[FieldChange]:
    if wishes.root is not None or wishes.mode is not None:
        yield from _act(event, wishes)
    if wishes.status is not None:
        yield _change(event, "status", (FieldValue(_one_of("status", wishes.status, Status)),))
    for side, wish in (("source", wishes.source), ("target", wishes.target)):
        if wish is not None:
            yield _change(event, side, tuple(actor_meant(name, reading) for name in _names(wish)))
    if wishes.date is not None:
        yield _change(event, "date", (date_meant(wishes.date),) if wishes.date.strip() else ())
    if wishes.place is not None:
        yield _change(event, "place", (place_meant(wishes.place, reading),) if wishes.place.strip() else ())


def _act(event: Event, wishes: Wishes) -> Iterator[FieldChange]:
    """Root and mode with the codes and the score that follow from them."""
    ontology = Ontology.load()
    root = wishes.root.upper() if wishes.root is not None else event.plover
    try:
        modes = {mode.name for mode in ontology.modes(root)}
        mode = (
            wishes.mode.strip() or None
            if wishes.mode is not None
            else event.mode
            if event.mode in modes
            else None
        )
        told = (root, mode, ontology.cameo_root(root, mode), ontology.quad(root), ontology.score(root, mode))
    except UnknownCodeError as error:
        raise CollectionError("bad_correction", f"{error}.") from error
    if (root, mode) == (event.plover, event.mode):
        return
    for field, value in zip(ACT, told, strict=True):
        yield _change(event, field, (FieldValue(str(value)),) if value is not None else ())


def _of_statement(statement: Statement, wishes: Wishes, reading: Reading) -> Iterator[FieldChange]:
    if wishes.speaker is not None:
        meant = [actor_meant(name, reading) for name in _names(wishes.speaker)]
        after = tuple(FieldValue(one.text, one.id, one.state) for one in meant)
        yield FieldChange("speaker", statement_values(statement, "speaker"), after)
    if wishes.type is not None:
        after = (FieldValue(_one_of("type", wishes.type, StatementType)),)
        yield FieldChange("type", statement_values(statement, "type"), after)


def _of_mention(mention: Mention, wishes: Wishes, reading: Reading) -> Iterator[FieldChange]:
    if wishes.actor is not None:
        after = tuple(actor_meant(name, reading) for name in _names(wishes.actor))
        before = mention_value(mention)
        is_same = len(after) == 1 and after[0].id is not None and after[0].id == before.id
        yield FieldChange("actor", (before,), (before,) if is_same else after)


def _change(event: Event, field: str, after: Values) -> FieldChange:
    return FieldChange(field, event_values(event, field), after)


def _names(wish: str | Sequence[str]) -> list[str]:
    names = [wish] if isinstance(wish, str) else list(wish)
    return [name for name in names if name.strip()]


def _one_of(field: str, value: str, kind: Callable[[str], Status | StatementType]) -> str:
    try:
        return kind(value.strip().lower()).value
    except ValueError as error:
        known = ", ".join(kind)  # type: ignore[arg-type]
        raise CollectionError("bad_correction", f"{value!r} is no {field}: write one of {known}.") from error
