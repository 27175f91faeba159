"""A query from its text. What cannot be read is refused with its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NoReturn

from dateline.model import StatementType, Status
from dateline.ontology.roots import Root
from dateline.store.search.query import Choice, Clause, Field, Has, Phrase, Query, QueryError, Word
from dateline.store.search.query_days import WAYS, first_day
from dateline.store.search.tokens import token_string

ANY_STATEMENT = "statement"
"""The value of `type:` for pages that have a statement of any kind."""
STATEMENT_TYPES = (ANY_STATEMENT, *(kind.value for kind in StatementType))
MOST_PARTS = 64
_QUOTES = '"“”„«»'
_ITEM = re.compile(
    r"(?P<refused>-?)(?:(?P<field>[A-Za-z][A-Za-z-]*):(?!/))?"
    rf"(?:(?P<open>[{_QUOTES}])(?P<quoted>[^{_QUOTES}]*)(?P<close>[{_QUOTES}])?|(?P<bare>[^\s{_QUOTES}]*))"
)
_ALONE = (Field.AFTER, Field.BEFORE, Field.STORY)
"""Fields that narrow the whole query: they stand neither beside OR nor behind a minus."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A part of a query with its place, counted from 1."""

    letter: int
    is_refused: bool
    field: str | None
    text: str
    is_quoted: bool

    @property
    def is_or(self) -> bool:
        return self.text == "OR" and not (self.is_quoted or self.field or self.is_refused)


def read_query(text: str, *, today: date, roots: Collection[str] = tuple(Root)) -> Query:
    """A query from its text.

    Args:
        text: words, "phrases", prefix*, -refused, fields (actor:Q15031), OR between two of them.
        today: what `yesterday`, `monday` and `7d` are reckoned from.
        roots: the event types that `type:` knows.

    Raises:
        QueryError: something in it cannot be read; the message names the place.
    """
    clauses: list[list[Choice]] = []
    query = Query()
    joining: _Item | None = None
    can_join = False
    for item in _items(text):
        if item.is_or:
            if not can_join or joining is not None:
                _refuse_or(item)
            joining = item
        elif item.field in _ALONE:
            query, can_join = _narrowed(query, item, today, joining is not None), False
        elif (choice := _choice(item, roots)) is not None:
            if joining is None:
                clauses.append([])
            clauses[-1].append(choice)
            joining, can_join = None, True
    if joining is not None:
        raise QueryError(
            f"OR at letter {joining.letter} has nothing after it: add a word, or leave the OR out.",
            joining.letter,
        )
    return replace(query, clauses=tuple(Clause(tuple(choices)) for choices in clauses))


def _items(text: str) -> Iterator[_Item]:
    parts = 0
    for found in _ITEM.finditer(text):
        parts += bool(found[0])
        if parts > MOST_PARTS:
            place = found.start() + 1
            raise QueryError(
                f"a query has {MOST_PARTS} parts at most (letter {place} begins one more): leave some out.",
                place,
            )
        if found["open"] and not found["close"]:
            place = found.start("open") + 1
            raise QueryError(
                f"the quotation mark at letter {place} is never closed: close it or leave it out.", place
            )
        if found[0]:
            yield _item(found)


def _item(found: re.Match[str]) -> _Item:
    letter = found.start() + 1
    field = found["field"]
    if field is not None:
        field = field.lower()
        if field not in tuple(Field):
            raise QueryError(
                f"there is no field {field!r} (letter {letter}): use one of {', '.join(Field)}, or quotation marks for the words.",
                letter,
            )
    is_quoted = found["quoted"] is not None
    return _Item(
        letter, bool(found["refused"]), field, found["quoted"] if is_quoted else found["bare"], is_quoted
    )


def _choice(item: _Item, roots: Collection[str]) -> Choice | None:
    """What an item asks for; None for signs without letters, which are passed over."""
    if item.field is not None:
        return Choice(_has(item, Field(item.field), roots), item.is_refused)
    words = item.text.strip() if item.is_quoted else item.text.rstrip("*")
    if not item.is_quoted and item.text.endswith("*") and len(words) < 2 and words.isascii():
        raise QueryError(
            f"the * at letter {item.letter + len(words)} needs two letters or more before it.",
            item.letter + len(words),
        )
    if not token_string(words):
        return None
    is_prefix = not item.is_quoted and item.text.endswith("*")
    return Choice(Phrase(words) if item.is_quoted else Word(words, is_prefix), item.is_refused)


def _has(item: _Item, field: Field, roots: Collection[str]) -> Has:
    value = item.text.strip()
    if not token_string(value):
        raise QueryError(f"{field}: at letter {item.letter} has no value: write {field}:VALUE.", item.letter)
    if value.endswith("*"):
        raise QueryError(f"{field}: at letter {item.letter} cannot end in *: only words can.", item.letter)
    if field is Field.TYPE:
        value = _one_of(item, value, (*roots, *STATEMENT_TYPES))
    elif field is Field.STATUS:
        value = _one_of(item, value, tuple(Status))
    elif field is Field.LANG:
        value = value.lower()
    return Has(field, value)


def _one_of(item: _Item, value: str, known: Collection[str]) -> str:
    for name in known:
        if name.lower() == value.lower():
            return str(name)
    raise QueryError(
        f"{item.field}:{value} at letter {item.letter} is none of {', '.join(known)}: use one of these.",
        item.letter,
    )


def _narrowed(query: Query, item: _Item, today: date, is_joined: bool) -> Query:
    if is_joined or item.is_refused:
        raise QueryError(
            f"{item.field}: at letter {item.letter} narrows the whole query: it cannot stand beside OR or behind a minus.",
            item.letter,
        )
    value = item.text.strip()
    if item.field == Field.STORY:
        if not value or query.story is not None:
            raise QueryError(
                f"story: at letter {item.letter} must be the only one, with the id of a story.", item.letter
            )
        return replace(query, story=value)
    day = first_day(value, today)
    if day is None:
        raise QueryError(
            f"{item.field}:{value} at letter {item.letter} is no day: write {WAYS}.", item.letter
        )
    if item.field == Field.AFTER:
        return replace(query, after=max(day, query.after or day))
    return replace(query, before=min(day, query.before or day))


def _refuse_or(item: _Item) -> NoReturn:
    raise QueryError(
        f"OR at letter {item.letter} has nothing before it that it could join: write it between two words.",
        item.letter,
    )
