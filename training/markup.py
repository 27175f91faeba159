"""Annotated examples: "{s1|Ana Ruiz} {c1|said} {w1|that the reef was closed}" as text with spans.

A mark is `{KIND NUMBER:FLAG|words}`; number and flag may be missing, marks may nest. In paragraphs of statements kinds are `w` (what is said),
`s` (who says it), `c` (the cue), `a` (to whom), the number ties the parts of one statement together. In clauses of events they are `s` (source), `t`
(target) and `e` (trigger).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_MARK = re.compile(r"\{(?P<kind>[a-z])(?P<number>\d)?(?::(?P<flag>[a-z]+))?\||\}")
_PARAGRAPHS = " ¶ "


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of an example: what it is, which statement it belongs to, and what else was noted of it."""

    kind: str
    number: int
    flag: str | None
    start: int
    end: int


def read_markup(line: str) -> tuple[str, list[Marked]]:
    """Text and marks of an annotated line; the sign between paragraphs becomes a line break.

    Raises:
        ValueError: a mark is not closed, not opened, or empty.
    """
    text, found, open_marks, at = "", [], [], 0
    for match in _MARK.finditer(line):
        text += line[at : match.start()].replace(_PARAGRAPHS, "\n")
        at = match.end()
        if match[0] != "}":
            open_marks.append((match["kind"], int(match["number"] or 0), match["flag"], len(text)))
            continue
        if not open_marks:
            raise ValueError(f"a mark is closed that was not opened: {line[: match.end()][-60:]}")
        kind, number, flag, start = open_marks.pop()
        if start == len(text):
            raise ValueError(f"an empty mark: {line[: match.end()][-60:]}")
        found.append(Marked(kind, number, flag, start, len(text)))
    text += line[at:].replace(_PARAGRAPHS, "\n")
    if open_marks:
        raise ValueError(f"a mark is not closed: {line[-60:]}")
    return text, sorted(found, key=lambda m: (m.start, -m.end))


def lines_of(folder: Path) -> Iterator[str]:
    """The examples of all files of a folder, in the order of their names; blank lines and comments left out.

    Raises:
        FileNotFoundError: the folder has no examples.
    """
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise FileNotFoundError(f"{folder}: no examples here (*.txt)")
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield line
