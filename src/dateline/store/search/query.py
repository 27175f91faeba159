"""What is asked: words, phrases, fields and days, as records that print back to the text of the query.

All clauses must hold; of the choices of a clause, which `OR` joins, one. The language: `docs/search.md`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.model import DatelineError


class QueryError(DatelineError):
    """A query cannot be read. `letter` is the place of the fault, counted from 1."""

    def __init__(self, message: str, letter: int) -> None:
        super().__init__(message)
        self.letter = letter


class Field(StrEnum):
    """What can be asked of a page beside its words."""

    ACTOR = "actor"
    OUTLET = "outlet"
    TYPE = "type"
    STATUS = "status"
    AFTER = "after"
    BEFORE = "before"
    SAID_BY = "said-by"
    ABOUT = "about"
    LANG = "lang"
    STORY = "story"


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or with `is_prefix` the beginning of one."""

    text: str
    is_prefix: bool = False

    def __str__(self) -> str:
        return self.text + ("*" if self.is_prefix else "")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words next to one another."""

    text: str

    def __str__(self) -> str:
        return f'"{self.text}"'


@dataclass(frozen=True, slots=True)
class Has:
    """A field with its value: `actor:Q15031`."""

    field: Field
    value: str

    def __str__(self) -> str:
        is_plain = self.value and not any(letter.isspace() for letter in self.value)
        return f"{self.field}:{self.value}" if is_plain else f'{self.field}:"{self.value}"'


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to fulfil a clause; with `is_refused` the pages that do not have it."""

    what: Word | Phrase | Has
    is_refused: bool = False

    def __str__(self) -> str:
        return ("-" if self.is_refused else "") + str(self.what)


@dataclass(frozen=True, slots=True)
class Clause:
    """Choices that OR joins, at least one."""

    choices: tuple[Choice, ...]

    def __str__(self) -> str:
        return " OR ".join(map(str, self.choices))


@dataclass(frozen=True, slots=True)
class Query:
    """A whole query; without anything in it, it finds every page.

    `after` is the first day that counts, `before` the first that no longer does; `story` narrows it to the pages of one story.
    """

    clauses: tuple[Clause, ...] = ()
    after: date | None = None
    before: date | None = None
    story: str | None = None

    def __str__(self) -> str:
        parts = [str(clause) for clause in self.clauses]
        days = ((Field.AFTER, self.after), (Field.BEFORE, self.before))
        parts += [f"{field}:{day.isoformat()}" for field, day in days if day is not None]
        if self.story is not None:
            parts.append(str(Has(Field.STORY, self.story)))
        return " ".join(parts)
