"""Lines of examples for the reader of pairs: one fact as two newsrooms tell it, what would contradict it, and what would not.

A line has two texts `a` and `b` that agree; `values`, each with its `kind`, its words in either text, `other` words that could stand in `b` and would contradict `a`, and `softer` ones that would not; `status`, other
tellings of `b` by which it did not come about; `near`, sentences of another matter that look alike; and, in some files, `same`, further tellings that agree with `a`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.json_lines import checked_lines
from training.markup import lines_of, read_markup

RELATIONS = ("agree", "conflict", "other")
KINDS = ("number", "amount", "date", "place", "participant", "cause", "status")
FOLDER = Path(__file__).parent / "pairs"
STATEMENTS = Path(__file__).parent / "statements"
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’]?\s+(?=[“\"A-Z])|\n")
_FIELDS = {"a", "b", "values", "status", "near"}
_MAY_HAVE = {"same"}
_VALUE_FIELDS = {"kind", "a", "b", "other", "softer"}


@dataclass(frozen=True)
class Value:
    """Words that answer one question in both texts, and what could stand for those of the second."""

    kind: str
    a: str
    b: str
    other: tuple[str, ...]
    softer: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """One fact, told twice."""

    a: str
    b: str
    values: tuple[Value, ...]
    status: tuple[str, ...]
    near: tuple[str, ...]
    same: tuple[str, ...] = ()


def lines(folder: Path = FOLDER) -> Iterator[Line]:
    """The lines of all files of a folder, in the order of their names.

    Raises:
        ValueError: see `checked_lines`.
    """
    for _, _, row in checked_lines(folder, fault_of):
        values = tuple(
            Value(v["kind"], v["a"], v["b"], tuple(v["other"]), tuple(v["softer"])) for v in row["values"]
        )
        yield Line(
            row["a"], row["b"], values, tuple(row["status"]), tuple(row["near"]), tuple(row.get("same", ()))
        )


def paragraphs() -> list[list[str]]:
    """The sentences of each paragraph of the examples of statements that has two or more."""
    found = []
    for line in lines_of(STATEMENTS):
        sentences = [part for part in _SENTENCE_END.split(read_markup(line)[0]) if len(part.split()) > 4]
        if len(sentences) > 1:
            found.append(sentences)
    return found


def fault_of(row: dict[str, Any]) -> str | None:
    """What is wrong with a line; None where it is as it should be."""
    if set(row) - _MAY_HAVE != _FIELDS:
        return f"fields are {', '.join(sorted(row))}"
    for value in row["values"]:
        if set(value) != _VALUE_FIELDS or value["kind"] not in KINDS:
            return f"no value: {value}"
        if any(row[side].count(value[side]) != 1 for side in "ab"):
            return f"{value['a']!r} and {value['b']!r} must stand once in their texts"
        if not value["other"] or {value["b"], value["a"]} & set(value["other"]):
            return f"what contradicts {value['b']!r} must be there, and be other words"
    return None if (row["values"] or row["status"]) and row["near"] else "there is nothing to learn from"
