"""The code blocks of the pages that people read, and what the comments before them say of each.

A page is Markdown; a comment (`<!-- ... -->`) that stands right before a block, and that no reader sees, may say

    not run: REASON           why the block cannot run here
    first: COMMANDS           what has to be there before, as bash
    background: PORT          the block goes on until the page ends, and listens at this port
    postgres: ADDRESS         this address in the page stands for an empty database
    status: N                 the exit status of the block
    prints                    what the block before has printed
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUN = ("bash", "console", "python", "r", "sql")
"""Languages that are run; the others (text, csv, json, html) are shown only, or written to a file."""

_BLOCK = re.compile(
    r"(?P<notes>(?:^[ ]*<!--(?:(?!-->).)*-->\s*?\n\s*)*)"
    r"^(?P<indent>[ ]*)```(?P<language>\w*)\n(?P<code>.*?)^(?P=indent)```[ ]*$",
    re.MULTILINE | re.DOTALL,
)
_NOTE = re.compile(r"<!--\s*(not run|first|background|postgres|status|prints)\b:?\s*(.*?)\s*-->", re.DOTALL)
_FILE = re.compile(r"`([\w./-]+\.\w+)`:\s*\Z")


@dataclass(frozen=True, slots=True)
class Block:
    """A code block: where it stands, its language, its code, what is noted of it, and the file that it is to be written to."""

    page: Path
    line: int
    language: str
    code: str
    notes: dict[str, str] = field(default_factory=dict)
    file: str | None = None

    @property
    def name(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"

    @property
    def is_run(self) -> bool:
        return self.language in RUN and "not run" not in self.notes


def pages() -> list[Path]:
    """The pages whose blocks run."""
    docs = ROOT / "docs"
    return [
        ROOT / "README.md",
        *sorted((docs / "tutorial").glob("*.md")),
        *sorted((docs / "how-to").glob("*.md")),
    ]


def blocks(page: Path) -> Iterator[Block]:
    """The blocks of a page in order."""
    text = page.read_text(encoding="utf-8")
    for found in _BLOCK.finditer(text):
        indent = found["indent"]
        code = "".join(line.removeprefix(indent) for line in found["code"].splitlines(keepends=True))
        line = text.count("\n", 0, found.start("language")) + 1
        target = _FILE.search(text[: found.start()])
        notes = dict(_NOTE.findall(found["notes"]))
        yield Block(page, line, found["language"], code, notes, target[1] if target else None)
