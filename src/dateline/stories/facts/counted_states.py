"""What became of those who are counted: "12 people were *killed*", "*killing* 12", "no one was *hurt*"."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dateline.model import Span
from dateline.stories.facts.amounts import Amount
from dateline.stories.facts.ideas import base_stem
from dateline.stories.terms import WORD

PART = re.compile(r"\s*of\s+(?:the|them|those|these|his|her|its|their)\b", re.IGNORECASE)
"""Behind a number that counts some of a larger one: "three *of them*"."""
_STATE_WORDS = 5
_FAR_STATE_WORDS = 12
_STATE_CHARACTERS = 90
_NOBODY = re.compile(
    r"\b(?:no one|nobody|none)\b(?! else)|\b(?:no|without)(?= (?:further )?(?:injur|casualt|arrest|death|fatalit|loss of li))",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"^([^,;:()]{3,40}),[^,;:()]{3,70},(?=\s+(?:were|was|had|have|are|died|got|lost|remain))")
_TOLL = re.compile(r"\btoll\b[^.;:]*\b(?:to|at|of|is|was|reached)\s+$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:()]|\band\b|\bwhen\b|\bafter\b|\bwho\b", re.IGNORECASE)
_NO_STATES = ("hospitals", "hospital's", "hospital’s")
_RELATIVE = re.compile(r"^\s+[\w-]+ (?:of|from|at|in) [\w\s-]{1,40} that\b")
_UPON = re.compile(r"\b(?:on|of|for|against|among|to)\s+$", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?:numbered|numbering|number|drew|totalled|totaled|at)\s+$", re.IGNORECASE)


class State(NamedTuple):
    """What became of those who are counted, and whether their number may grow."""

    name: str
    is_running: bool


@cache
def _states() -> dict[str, list[tuple[tuple[str, ...], State]]]:
    """States by the stem of the first word for them, with the stems of the further words."""
    table = files("dateline.stories").joinpath("data", "counted.csv").read_text(encoding="utf-8")
    phrases: dict[tuple[str, ...], State] = {}
    for row in csv.DictReader(table.splitlines()):
        stems = tuple(base_stem(word) for word in row["word"].split())
        phrases[stems] = State(row["state"], row["running"] == "yes")
    found: dict[str, list[tuple[tuple[str, ...], State]]] = {}
    for stems, state in phrases.items():
        found.setdefault(stems[0], []).append((stems[1:], state))
    return found


def states_in(words: Sequence[str]) -> list[State]:
    """The states that words in a row name, in order. A star in the table is any word; "hospitals" are no state of people."""
    stems = [base_stem(word) for word in words]
    found = []
    for i, word in enumerate(words):
        if stems[i] not in _states() or word.lower().startswith(_NO_STATES):
            continue
        for phrase, state in _states()[stems[i]]:
            there = stems[i + 1 : i + len(phrase) + 1]
            if len(there) == len(phrase) and all(p in ("*", t) for p, t in zip(phrase, there, strict=True)):
                found.append(state)
                break
    return found


def noughts(text: str, sentence: Span) -> Iterator[Amount]:
    """Nought, where nobody is said to have suffered something: "no one was hurt", "without casualties"."""
    for match in _NOBODY.finditer(text, *sentence):
        if states_in(WORD.findall(text[match.end() : match.end() + _STATE_CHARACTERS])[:_STATE_WORDS]):
            yield Amount(0.0, 0.0, 0.0, Span(*match.span()))


def state_of(text: str, amount: Amount, sentence: Span, limit: int) -> State | None:
    """The state that the word just before the number names ("killing 12", "sanctions on 12"), or a toll, else the nearest after the
    number in its clause ("12 people were killed"), else one before "numbered". Of "two of the wounded died" it is what became of the two.
    """
    start = amount.span.start
    before = text[sentence.start : start]
    if _TOLL.search(before):
        return states_in(["dead"])[0]
    words = WORD.findall(before)
    near = states_in(words[-1:]) if before[-1:].isspace() else []
    tail = text[amount.span.end : min(limit, amount.span.end + _STATE_CHARACTERS)]
    tail = _ASIDE.sub(r"\1", text[amount.span.end : limit]) if _ASIDE.match(text[amount.span.end :]) else tail
    part = PART.match(tail)
    end = _CLAUSE_END.search(tail)
    after = WORD.findall(tail[: end.start()] if end else tail)
    reach = _FAR_STATE_WORDS if _RELATIVE.search(tail) else _STATE_WORDS + bool(part)
    known = [*near, *states_in(after[:reach])]
    if known:
        return known[1 if part and len(known) > 1 else 0]
    if _UPON.search(before):
        return next(iter(reversed(states_in(words[-_STATE_WORDS:]))), None)
    return next(iter(states_in(words)), None) if _NUMBERED.search(before) else None
