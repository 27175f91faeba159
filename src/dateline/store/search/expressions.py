"""A query as conditions on tokens, which each index prints in its own language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from dateline.knowledge.tables import rows_of
from dateline.store.search.index_rows import EVERY_PAGE, act_token, field_tokens
from dateline.store.search.query import Choice, Clause, Field, Has, Phrase, Query, Word
from dateline.store.search.query_reader import STATEMENT_TYPES
from dateline.store.search.tokens import token_string

_OF_SOMEBODY = (Field.ACTOR, Field.SAID_BY, Field.ABOUT)
_ALSO_MEANT = {"us": "u.s"}
"""What people type in small letters when they mean the states."""


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens next to one another; with `is_prefix` the last may go on."""

    tokens: tuple[str, ...]
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of the parts."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AllBut:
    """All of the parts, and none of the refused ones."""

    parts: tuple[Condition, ...]
    refused: tuple[Condition, ...]


Condition: TypeAlias = Run | AnyOf | AllBut


def condition(query: Query) -> Condition:
    """What the tokens of a page must be; its days and its story are asked apart."""
    statuses = _statuses(query.clauses)
    parts: list[Condition] = []
    refused: list[Condition] = []
    for clause in query.clauses:
        if len(clause.choices) == 1:
            choice = clause.choices[0]
            (refused if choice.is_refused else parts).append(_asked(choice, statuses))
        else:
            parts.append(AnyOf(tuple(_one_of(choice, statuses) for choice in clause.choices)))
    if not parts:
        parts.append(Run((EVERY_PAGE,)))
    return parts[0] if len(parts) == 1 and not refused else AllBut(tuple(parts), tuple(refused))


def runs(query: Query) -> list[Run]:
    """The words and phrases that count for the rank of a page, in the order of the query."""
    return list(dict.fromkeys(_runs(query.clauses)))


def _runs(clauses: Sequence[Clause]) -> Iterator[Run]:
    for clause in clauses:
        for choice in clause.choices:
            if not choice.is_refused and not isinstance(choice.what, Has):
                asked = _words(choice.what)
                for part in asked.parts if isinstance(asked, AnyOf) else (asked,):
                    if isinstance(part, Run):
                        yield part


def _one_of(choice: Choice, statuses: Sequence[str]) -> Condition:
    asked = _asked(choice, () if choice.is_refused else statuses)
    return AllBut((Run((EVERY_PAGE,)),), (asked,)) if choice.is_refused else asked


def _asked(choice: Choice, statuses: Sequence[str]) -> Condition:
    what = choice.what
    if not isinstance(what, Has):
        return _words(what)
    is_act = what.field is Field.TYPE and what.value not in STATEMENT_TYPES
    if is_act and statuses and not choice.is_refused:
        return AnyOf(tuple(Run((act_token(what.value, status),)) for status in statuses))
    return _state(what) or Run(tuple(field_tokens(what.field, what.value)))


def _state(what: Has) -> AnyOf | None:
    """A state that is asked for by its code, `actor:KAZ`: the state itself, or whoever bears the letters in a name."""
    if what.field not in _OF_SOMEBODY or what.value not in _ids_of_states():
        return None
    meant = (what.value, _ids_of_states()[what.value])
    return AnyOf(tuple(Run(tuple(field_tokens(what.field, value))) for value in meant))


@cache
def _ids_of_states() -> dict[str, str]:
    """The id of each state by its code of three letters."""
    return {row["iso3"]: row["qid"] for row in rows_of("state_codes") if row["qid"]}


def _words(what: Word | Phrase) -> Run | AnyOf:
    found = tuple(token_string(what.text).split())
    is_prefix = isinstance(what, Word) and what.is_prefix
    if isinstance(what, Word) and not is_prefix and len(found) == 1 and found[0] in _ALSO_MEANT:
        return AnyOf((Run(found), Run((_ALSO_MEANT[found[0]],))))
    is_lone = len(found) == 1 and len(found[0]) == 1 and not found[0].isascii()
    return Run(found, is_prefix or (is_lone and isinstance(what, Word)))


def _statuses(clauses: Sequence[Clause]) -> tuple[str, ...]:
    """What `status:` asks of the reports of a page: an event type that is asked beside it is one of the same report."""
    for clause in clauses:
        asked = [c.what for c in clause.choices if isinstance(c.what, Has) and not c.is_refused]
        if len(asked) == len(clause.choices) and all(has.field is Field.STATUS for has in asked):
            return tuple(has.value for has in asked)
    return ()
