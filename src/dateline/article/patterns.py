"""Tables of regular expressions, searched only where a literal that they need is in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from dateline.article.furniture import rows_of
from dateline.model import BlockKind, DataError


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row: a regular expression without regard to case, and the kind of block that it tells of, if the table has kinds."""

    expression: re.Pattern[str]
    kind: BlockKind | None


@dataclass(frozen=True, slots=True)
class PatternTable:
    """The rows of a table. `literals` finds which rows can match at all: `rows_of_literal` gives their numbers."""

    rows: tuple[Pattern, ...]
    literals: AhoCorasick | None
    rows_of_literal: tuple[int, ...]
    always: tuple[int, ...]

    def matches(self, text: str) -> Iterator[tuple[Pattern, re.Match[str]]]:
        """Rows that are found, in the order of the table. No-break spaces and curly apostrophes count as plain ones."""
        plain = text if text.isascii() else text.replace("\u00a0", " ").replace("’", "'")
        found = (
            self.literals.find_matches_as_indexes(plain.lower(), overlapping=True) if self.literals else ()
        )
        if not found and not self.always:
            return
        for number in sorted({*self.always, *[self.rows_of_literal[literal] for literal, _, _ in found]}):
            match = self.rows[number].expression.search(plain)
            if match:
                yield self.rows[number], match

    def may_match(self, text: str) -> bool:
        """Whether a literal of any row is in the text: one quick look at a whole page."""
        if self.always or self.literals is None:
            return True
        return bool(self.literals.find_matches_as_indexes(text.replace("’", "'").lower()))

    def first(self, text: str) -> re.Match[str] | None:
        """The match of the first row that is found."""
        return next((match for _, match in self.matches(text)), None)


@cache
def patterns_of(name: str) -> PatternTable:
    """A table with the columns `language needs pattern` and perhaps `kind`; `needs` holds literals in lower case, one of
    which every match contains, split by bars; empty where none is sure.

    Raises:
        DataError: a row is no regular expression or has an unknown kind.
    """
    rows, literals, owners, always = [], [], [], []
    for number, row in enumerate(rows_of(name)):
        try:
            kind = BlockKind(row["kind"]) if row.get("kind") else None
            rows.append(Pattern(re.compile(row["pattern"], re.IGNORECASE), kind))
        except (re.error, ValueError) as error:
            raise DataError(f"{name}, row {number + 2}: {error}: {row}") from error
        needed = [literal for literal in row["needs"].split("|") if literal]
        literals += needed
        owners += [number] * len(needed)
        always += [] if needed else [number]
    return PatternTable(
        tuple(rows), AhoCorasick(literals) if literals else None, tuple(owners), tuple(always)
    )
