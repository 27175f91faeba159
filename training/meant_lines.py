"""Paragraphs of news in which every person, group, body and state is marked with who is meant: `{1:Minister Ana Ruiz} said {1:she} ...`.

Nothing is learnt from them yet: weights of antecedents that were fitted to them chose worse on real pages (docs/decisions/0011-who-is-meant.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.model import Span
from training.markup import lines_of

FOLDER = Path(__file__).parent / "meant"
_MARK = re.compile(r"\{(\d+):([^{}]+)\}")


@dataclass(frozen=True)
class Meant:
    """Words of a paragraph, and the number of whom they mean there."""

    span: Span
    number: int


def paragraphs(folder: Path = FOLDER) -> Iterator[tuple[str, list[Meant]]]:
    """Each paragraph without its marks, and what was marked.

    Raises:
        FileNotFoundError: the folder has no examples.
        ValueError: a mark is broken.
    """
    for line in lines_of(folder):
        text, found, at = "", [], 0
        for match in _MARK.finditer(line):
            text += line[at : match.start()]
            found.append(Meant(Span(len(text), len(text) + len(match[2])), int(match[1])))
            text, at = text + match[2], match.end()
        text += line[at:]
        if "{" in text or "}" in text:
            raise ValueError(f"a mark is broken: {line[:60]}")
        yield text, found
