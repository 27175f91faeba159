"""Lines that describe a picture: told by their wording, or by the credit that stands under them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.article.lines import Line
from dateline.article.marks import UNMARKED, Marks
from dateline.article.patterns import patterns_of
from dateline.model import BlockKind

_TRAILING_CREDIT = re.compile(r"^.{8,400}[.!?…]['\"”’]?\s*(?:/|\||©|\(c\))\s*[A-Z][^.!?/|]{2,50}\.?$")
_BRACKETED_CREDIT = re.compile(
    r"\((?:[^()/|]{2,50}\s?[/|]\s?)[^()/|]{2,50}\)$|\[[^\[\]/|]{2,40}/[^\[\]/|]{2,40}\]$"
)
_SPEECH = re.compile(r"[“”\"]")


def is_caption(line: Line) -> bool:
    """True for a line that reads as a caption by itself: a credit at its end, or words such as "pictured"."""
    if line.words > 60 or line.words < 4:
        return False
    if (_TRAILING_CREDIT.match(line.text) and line.words <= 45) or _BRACKETED_CREDIT.search(line.text):
        return True
    return (
        line.words <= 45
        and not _SPEECH.search(line.text)
        and patterns_of("caption_cues.csv").first(line.text) is not None
    )


def mark_captions(lines: Sequence[Line], marks: list[Marks]) -> None:
    """Set the marks of captions, and of what stands right above a credit in the same paragraph, in place."""
    spaced = sum(line.after_blank for line in lines) > 0.3 * len(lines)
    for i, line in enumerate(lines):
        if marks[i].is_kind is None and marks[i].opens is None and is_caption(line):
            marks[i] = Marks(None, BlockKind.CAPTION)
        if marks[i].is_kind is BlockKind.CREDIT and spaced:
            _mark_above(lines, marks, i)
        elif marks[i].is_kind is BlockKind.CAPTION and spaced and i > 1:
            _mark_description(lines, marks, i)


def _mark_description(lines: Sequence[Line], marks: list[Marks], caption: int) -> None:
    """A description of the picture, such as screen readers speak: alone above its caption in the same paragraph."""
    above, below = lines[caption - 1], lines[caption]
    is_pair = above.after_blank and not below.after_blank
    is_last = caption + 1 == len(lines) or lines[caption + 1].after_blank
    is_plain = above.is_sentence and above.words <= 30 and not _SPEECH.search(above.text)
    if is_pair and is_last and is_plain and marks[caption - 1] == UNMARKED:
        marks[caption - 1] = Marks(None, BlockKind.CAPTION)


def _mark_above(lines: Sequence[Line], marks: list[Marks], credit: int) -> None:
    """Up to three prose lines above a credit without a blank line between; the first line of a page is its title."""
    for i in range(credit - 1, max(0, credit - 4), -1):
        if (
            lines[i + 1].after_blank
            or marks[i].is_kind not in (None, BlockKind.CAPTION)
            or lines[i].words > 60
        ):
            return
        if not lines[i].is_sentence and lines[i].after_blank and i + 1 < credit:
            return
        marks[i] = Marks(None, BlockKind.CAPTION)
