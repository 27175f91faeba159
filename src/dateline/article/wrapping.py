"""Plain text that was broken at a fixed width, as in mail: its lines are put together to paragraphs before they are told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.article.lines import Line, count_words, ends_sentence, fold

_NARROWEST, _WIDEST = 45, 100
_MIN_JOINTS = 4
_MIN_SHARE = 0.6
_LONG = 0.7
"""Of the width: shorter lines are headings, signatures and ends of paragraphs."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with its indent and the width that it takes."""

    line: Line
    indent: int
    width: int


def join_wrapped(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, or the paragraphs of a text that is broken at a fixed width. A paragraph keeps its line breaks and its place.

    In such a text a line ends where the next word would not have fitted. A text is taken for one where at least six tenths of its
    long lines that another follows end so.
    """
    rows = [_row(text, line) for line in lines]
    width = _width(rows)
    if width is None:
        return list(lines)
    joints = [_is_joint(above, below, width) for above, below in pairwise(rows)]
    followed = [
        joint
        for (above, below), joint in zip(pairwise(rows), joints, strict=True)
        if above.width > _LONG * width and not below.line.after_blank
    ]
    if sum(followed) < _MIN_JOINTS or sum(followed) < _MIN_SHARE * len(followed):
        return list(lines)
    return _joined(text, lines, joints)


def _row(text: str, line: Line) -> _Row:
    begin = max(text.rfind("\n", 0, line.start), text.rfind("\r", 0, line.start)) + 1
    return _Row(line, line.start - begin, line.end - begin)


def _width(rows: Sequence[_Row]) -> int | None:
    """The width that the text is broken at: that of its longest line, a few odd ones aside; None outside the usual range."""
    widths = sorted(row.width for row in rows)
    odd = max(1, len(widths) // 30)
    fitting = [width for width in widths if width <= _WIDEST]
    if len(fitting) < _MIN_JOINTS or len(widths) - len(fitting) > odd or fitting[-1] < _NARROWEST:
        return None
    return fitting[-1]


def _is_joint(above: _Row, below: _Row, width: int) -> bool:
    """True where a paragraph goes on in the next line: its first word had no room."""
    if below.line.after_blank or below.line.has_bullet or below.indent > above.indent + 1:
        return False
    return above.width <= width < above.width + 1 + len(below.line.text.split()[0])


def _joined(text: str, lines: Sequence[Line], joints: Sequence[bool]) -> list[Line]:
    paragraphs: list[list[Line]] = [[lines[0]]]
    for line, joint in zip(lines[1:], joints, strict=True):
        if joint:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [_paragraph(text, number, part) for number, part in enumerate(paragraphs)]


def _paragraph(text: str, number: int, lines: Sequence[Line]) -> Line:
    if len(lines) == 1:
        return lines[0]._replace(number=number)
    words = text[lines[0].start : lines[-1].end]
    return lines[0]._replace(
        number=number,
        end=lines[-1].end,
        text=words,
        folded=fold(words),
        words=count_words(words),
        is_sentence=ends_sentence(words),
    )
