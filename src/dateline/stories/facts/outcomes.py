"""Answers to questions that have one: whether a motion passed, a meeting was held, a road is open, what the cause was."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dateline.model import FactKind, Span
from dateline.stories.facts.ideas import base_stem, is_past_form
from dateline.stories.facts.tellings import Clause
from dateline.stories.facts.told_sentences import Told

_ANY = "*"
_MOST_BETWEEN = 3


class Question(NamedTuple):
    """What is asked; how much two tellings must share to be of one thing (`sentence`, `rare`, or `cause`: where a word says that
    something brought something about); and whether the answer may change with time."""

    name: str
    kind: FactKind
    scope: str
    changes: bool


class _Row(NamedTuple):
    question: Question
    answer: str
    form: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer in the words of a page. An answer may be one of a kind: "accident/gas" does not gainsay "accident".
    `is_base` says that its verb is not in the past, so that it tells something only behind "will" and the like."""

    question: Question
    answer: str
    needs_cue: bool
    is_base: bool
    span: Span


def find_outcomes(clause: Clause) -> Iterator[Outcome]:
    """The answers of which the first word stands in a clause."""
    words = clause.whole
    for i, word in enumerate(words):
        if not clause.span.start <= word.start < clause.span.end:
            continue
        for row in _rows_from(word):
            end = _end(row, words, i)
            if end is not None:
                is_base = row.form == "past" and not is_past_form(word.form)
                span = Span(word.start, words[end].end)
                yield Outcome(row.question, row.answer, row.form == "cued", is_base, span)


def _rows_from(word: Told) -> Iterator[_Row]:
    yield from _table()["past", base_stem(word.form)]
    yield from _table()["words", word.form.lower()]


def _end(row: _Row, words: Sequence[Told], first: int) -> int | None:
    """Where a row ends that begins at a word; a star is up to three words of any kind."""
    at = first
    for n, wanted in enumerate(row.words[1:], 1):
        if wanted == _ANY:
            continue
        reach = _MOST_BETWEEN + 1 if row.words[n - 1] == _ANY else 1
        found = next(
            (k for k in range(at + 1, at + 1 + reach) if k < len(words) and _is_word(row, wanted, words[k])),
            None,
        )
        if found is None:
            return None
        at = found
    return at


def _is_word(row: _Row, wanted: str, word: Told) -> bool:
    return wanted == (base_stem(word.form) if row.form == "past" else word.form.lower())


def can_both_be(a: str, b: str) -> bool:
    """True for one answer, and for an answer and the kind that it is one of."""
    return f"{a}/".startswith(f"{b}/") or f"{b}/".startswith(f"{a}/")


@cache
def contrary_of(question: str, answer: str) -> str | None:
    """The other answer to a question that has but two."""
    answers = {row.answer for rows in _table().values() for row in rows if row.question.name == question}
    return next(iter(answers - {answer})) if len(answers) == 2 else None


@cache
def _table() -> defaultdict[tuple[str, str], list[_Row]]:
    """Rows by form and first word: a verb in the past by its stem, else the very words."""
    text = files("dateline.stories").joinpath("data", "outcomes.csv").read_text(encoding="utf-8")
    found: defaultdict[tuple[str, str], list[_Row]] = defaultdict(list)
    for row in csv.DictReader(text.splitlines()):
        question = Question(row["question"], FactKind(row["kind"]), row["scope"], row["changes"] == "yes")
        is_verb = row["form"] == "past"
        words = tuple(
            base_stem(word) if is_verb and word != _ANY else word.lower() for word in row["words"].split()
        )
        for first in _past_stems(row["words"].split()[0]) if is_verb else words[:1]:
            found["past" if is_verb else "words", first].append(
                _Row(question, row["answer"], row["form"], words)
            )
    return found


def _past_stems(verb: str) -> set[str]:
    """The stems that the forms of a verb in the past may have: "boycott", but "boycot" of "boycotted"."""
    return {
        base_stem(form) for form in (verb, f"{verb}ed", f"{verb}{verb[-1]}ed", f"{verb.removesuffix('e')}ed")
    }
