"""How wide words are, by a table of the widths of Arial and Liberation Sans, and what fits into a width."""

from __future__ import annotations

import unicodedata

_WIDTHS = {
    191: "'", 222: "ijl", 260: "|", 278: " !,./:;I[\\]ft·", 333: "()-`r“”", 334: "{}", 355: '"', 389: "*", 469: "^", 500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu–", 584: "+<=>~−", 611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm",
    889: "%", 944: "W", 1000: "…→↔", 1015: "@",
}  # fmt: skip
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_UPPER, _OTHER, _WIDE = 700, 560, 1000
_OTHER_FACES = 1.06
"""Room for faces that run wider than the table's; bold is one tenth wider still."""
_BOLD = 1.07


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """The width of words in the units of a drawing."""
    thousandths = sum(map(_width, words))
    return thousandths / 1000 * size * _OTHER_FACES * (_BOLD if bold else 1)


def _width(letter: str) -> int:
    known = _WIDTH_OF.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    return _UPPER if letter.isupper() else _OTHER


def cut(words: str, width: float, size: float, *, bold: bool = False) -> str:
    """Words on one line, shortened with `…` where they do not fit."""
    words = " ".join(words.split())
    if width_of(words, size, bold=bold) <= width:
        return words
    while words and width_of(words + "…", size, bold=bold) > width:
        words = words[:-1]
    return words.rstrip(" ,;:–-") + "…"


def wrapped(words: str, width: float, size: float, most: int = 2, *, bold: bool = False) -> tuple[str, ...]:
    """Words on up to `most` lines that fit a width; the last is shortened where they do not."""
    lines = [""]
    rest = words.split()
    while rest:
        longer = f"{lines[-1]} {rest[0]}".strip()
        if width_of(longer, size, bold=bold) <= width or not lines[-1]:
            lines[-1] = longer
            rest = rest[1:]
        elif len(lines) == most:
            return (*lines[:-1], cut(" ".join([lines[-1], *rest]), width, size, bold=bold))
        else:
            lines.append("")
    return tuple(cut(line, width, size, bold=bold) for line in lines)
