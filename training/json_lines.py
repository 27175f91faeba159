"""The lines of the files of a folder of examples, each checked before it is used."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Fault = Callable[[dict[str, Any]], str | None]
"""What is wrong with a line; None where it is as it should be."""


def checked_lines(folder: Path, fault_of: Fault) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """For each line of all files, in the order of their names: the file without its ending, the line's number from one, what it holds.

    Raises:
        ValueError: a line is not as it should be; the message says which and why.
    """
    for path in sorted(folder.glob("*.jsonl")):
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            row = json.loads(text)
            if fault := fault_of(row):
                raise ValueError(f"{path.name}, line {number}: {fault}")
            yield path.stem, number, row
