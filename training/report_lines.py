"""Pairs of reports of one occurrence, with every question that both answer and how the answers stand to each other.

A line has the reports `a` and `b`, each with `outlet`, `published` and `text`; `facts`, each with its `kind`, what it is `about`, the `relation` of the answers and their words in `a` and `b`; and `near`,
words of one kind that answer different questions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.model import Span
from training.json_lines import checked_lines

FOLDER = Path(__file__).parent / "reports"
KINDS = ("quantity", "date", "place", "participant", "status")
RELATIONS = ("agree", "vaguer", "rounded", "bound", "subset", "update", "conflict")
HELD_OUT = 4
"""Every so many pairs of a file are left out of what is learnt."""
_FACT = {"kind", "about", "relation", "a", "b"}
_REPORT = {"outlet", "published", "text"}


@dataclass(frozen=True)
class Report:
    """A report as it was written."""

    outlet: str
    published: str
    text: str


@dataclass(frozen=True)
class Answers:
    """What two reports answer to one question, and how the answers stand to each other."""

    kind: str
    about: str
    relation: str
    a: Span
    b: Span


@dataclass(frozen=True)
class ReportPair:
    """Two reports and the questions that both answer; `is_held` where nothing is learnt from them."""

    id: str
    a: Report
    b: Report
    facts: tuple[Answers, ...]
    is_held: bool


def report_pairs(folder: Path = FOLDER) -> Iterator[ReportPair]:
    """The pairs of all files of a folder, in the order of their names.

    Raises:
        ValueError: see `checked_lines`.
    """
    for file, number, row in checked_lines(folder, fault_of):
        a, b = (Report(**row[side]) for side in "ab")
        facts = tuple(
            Answers(f["kind"], f["about"], f["relation"], _span(a, f["a"]), _span(b, f["b"]))
            for f in row["facts"]
        )
        yield ReportPair(f"{file}-{number}", a, b, facts, number % HELD_OUT == 0)


def fault_of(row: dict[str, Any]) -> str | None:
    """What is wrong with a line; None where it is as it should be."""
    if set(row) != {"a", "b", "facts", "near"} or any(set(row[side]) != _REPORT for side in "ab"):
        return "it has other fields than a, b, facts and near"
    for fact in row["facts"]:
        if set(fact) != _FACT or fact["kind"] not in KINDS or fact["relation"] not in RELATIONS:
            return f"no fact: {fact}"
    for words in (*row["facts"], *row["near"]):
        for side in "ab":
            if row[side]["text"].count(words[side]) != 1:
                return f"{words[side]!r} must stand once in {side}"
    return None if row["facts"] else "there is nothing to learn from"


def _span(report: Report, words: str) -> Span:
    start = report.text.index(words)
    return Span(start, start + len(words))
