"""Event frames: which words are an act, under which conditions, and where its participants stand.

A frame is a row of `data/frames/*.csv`; docs/ontology.md says how to write one.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.model import DataError


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on the dependents of a trigger.

    `role` is a grammatical role (`dobj subj prep pobj xcomp ccomp prt amod compound poss of ...`), `preposition` the one of
    a `pobj` condition, `values` the lemmas or `@` classes of which one must stand there; empty when any will do.
    """

    role: str
    preposition: str | None
    values: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """A way in which a word bears an act. `id` is `frame:call-off.v`, with a number where a trigger has several. A `two_sided` one
    counts only with source and target."""

    id: str
    lemma: str
    particle: str | None
    pos: str
    needs: tuple[Condition, ...]
    plover: str
    mode: str | None
    cameo: str | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    mutual: bool
    example: str
    two_sided: bool = False


@cache
def frames_by_lemma() -> dict[tuple[str, str], tuple[Frame, ...]]:
    """(lemma, `v` `n` or `a`) -> its frames, the most exact first."""
    found: dict[tuple[str, str], list[Frame]] = defaultdict(list)
    for frame in read_frames():
        found[frame.lemma, frame.pos].append(frame)
    return {key: tuple(sorted(frames, key=_rank)) for key, frames in found.items()}


def _rank(frame: Frame) -> tuple[int, int, int, str]:
    wanted = [need for need in frame.needs if not need.negated]
    exact = sum(2 if need.values else 1 for need in wanted) + 2 * (frame.particle is not None)
    return -exact, len(wanted) - len(frame.needs), len(frame.id), frame.id


@cache
def read_frames() -> tuple[Frame, ...]:
    """All frames of the packaged tables.

    Raises:
        DataError: a row cannot be read; the message names file and row.
    """
    frames: list[Frame] = []
    seen: dict[str, int] = {}
    for table in sorted(files("dateline.events").joinpath("data/frames").iterdir(), key=lambda f: f.name):
        if table.name.endswith(".csv"):
            for number, row in enumerate(csv.DictReader(table.read_text("utf-8").splitlines()), 2):
                try:
                    frames.append(_frame(row, seen))
                except (KeyError, ValueError, AttributeError) as error:
                    raise DataError(f"{table.name}, row {number}: {error}") from error
    return tuple(frames)


def _frame(row: dict[str, str], seen: dict[str, int]) -> Frame:
    words = row["trigger"].split()
    name = "-".join(words) + "." + row["pos"]
    seen[name] = seen.get(name, 0) + 1
    return Frame(
        id=f"frame:{name}" + (f".{seen[name]}" if seen[name] > 1 else ""),
        lemma=words[0],
        particle=" ".join(words[1:]) or None,
        pos=row["pos"],
        needs=tuple(_condition(part) for part in row["needs"].split(";") if part.strip()),
        plover=row["plover"],
        mode=row["mode"] or None,
        cameo=row["cameo"] or None,
        source=tuple(slot for slot in row["source"].split("|") if slot),
        target=tuple(slot for slot in row["target"].split("|") if slot),
        mutual=row["shape"] == "mutual",
        example=row["example"],
    )


def _condition(text: str) -> Condition:
    text = text.strip()
    negated = text.startswith("!")
    role, _, values = text.removeprefix("!").partition("=")
    role, _, preposition = role.partition(":")
    return Condition(
        role.strip(),
        preposition.strip() or None,
        frozenset(v.strip() for v in values.split("|") if v.strip()),
        negated,
    )


@cache
def trigger_words() -> frozenset[str]:
    """Lower-case word forms that may be triggers, for choosing which sentences to parse."""
    return frozenset(form for frame in read_frames() for form in _forms(frame.lemma, frame.pos))


def _forms(lemma: str, pos: str) -> Iterator[str]:
    yield lemma
    if pos == "n":
        yield from (lemma + "s", lemma + "es", lemma[:-1] + "ies" if lemma.endswith("y") else lemma)
    if pos == "v":
        yield from _irregular_forms().get(lemma, ())
        stem = lemma.removesuffix("e")
        yield from (
            lemma + "s",
            lemma + "es",
            stem + "ed",
            stem + "ing",
            lemma + lemma[-1] + "ed",
            lemma + lemma[-1] + "ing",
        )
        if lemma.endswith("y"):
            yield from (lemma[:-1] + "ied", lemma[:-1] + "ies")


@cache
def _irregular_forms() -> dict[str, tuple[str, ...]]:
    table = files("dateline.events").joinpath("data/irregular.csv").read_text("utf-8")
    return {row["lemma"]: tuple(row["forms"].split()) for row in csv.DictReader(table.splitlines())}
