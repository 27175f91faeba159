"""A picture with the numbers that it shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from dateline.model import Record
from dateline.products.pictures.elements import HALO_ORDER, box, lines_of_words, moved, short, words
from dateline.products.pictures.text_width import wrapped
from dateline.products.pictures.themes import Theme, coloured, style_of

Cell = str | int | float | None
EDGE = 28.0
_FACES = (
    "'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', 'Noto Sans', 'DejaVu Sans', sans-serif"
)
_TITLE, _UNDER = 20, 13
_ID = re.compile(r' id="([\w-]+)"')
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ADDRESS = re.compile(r'="url\(#([\w-]+)\)"')
_LABELS = re.compile(r' aria-labelledby="title desc"')
_ROLE = 'role="img" aria-labelledby="title desc"'


@dataclass(frozen=True, slots=True)
class Table(Record):
    """The numbers of a picture as rows; a cell is null where there is nothing."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing `width` by `height`, with what it shows in words and as a table."""

    title: str
    description: str
    width: float
    height: float
    body: str
    table: Table

    def to_svg(self, theme: Theme | str = Theme.AUTO, *, prefix: str = "picture") -> str:
        """The picture as SVG. The same rows give the same text, to the byte.

        Args:
            prefix: what the ids in it begin with; another for each picture of one page.
        """
        chosen = Theme(theme)
        size = f'width="{short(self.width)}" height="{short(self.height)}"'
        ground = box(0, 0, self.width, self.height, fill="paper")
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" {self._frame} {size} {_ROLE} font-family="{_FACES}">'
            f"{self._said}{style_of(chosen)}{ground}{self.body}</svg>\n"
        )
        return coloured(_with_ids(_NOT_IN_XML.sub("�", svg), prefix), chosen)

    def to_inline(self, *, prefix: str = "picture") -> Markup:
        """The picture as SVG that stands in a page: without a style element, with the page's letters, and colours that are variables
        of the page's style. It is as wide as its place.

        Args:
            prefix: what the ids in it begin with; another for each picture of one page.
        """
        has_links = "<a href=" in self.body
        role = _ROLE.replace('role="img" ', "") if has_links else _ROLE  # an image could hold no links
        body = self.body.replace(HALO_ORDER, "")
        svg = f'<svg class="picture" {self._frame} {role}>{self._said}{body}</svg>'
        return Markup(_with_ids(svg, prefix))

    @property
    def _frame(self) -> str:
        return f'viewBox="0 0 {short(self.width)} {short(self.height)}"'

    @property
    def _said(self) -> str:
        """The title and the description, which `_ROLE` points at."""
        return (
            f'<title id="title">{escape(self.title)}</title><desc id="desc">{escape(self.description)}</desc>'
        )

    def to_png(self, theme: Theme | str = Theme.LIGHT, *, width: int | None = None) -> bytes:
        """The picture as PNG, `width` pixels wide (twice its own width without a number).

        Raises:
            PictureError: the package that draws PNG is not installed, or the theme is `auto`, which one PNG cannot be.
        """
        from dateline.products.pictures.png import drawn

        return drawn(self, Theme(theme), width)


def _with_ids(svg: str, prefix: str) -> str:
    """The same, with a prefix before each id. Quotation marks in words are escaped, so that no words are changed."""
    svg = _LABELS.sub(f' aria-labelledby="{prefix}-title {prefix}-desc"', svg, count=1)
    return _ADDRESS.sub(rf'="url(#{prefix}-\1)"', _ID.sub(rf' id="{prefix}-\1"', svg))


def framed(
    title: str,
    under: str,
    body: str,
    size: tuple[float, float],
    notes: tuple[str, ...],
    description: str,
    table: Table,
) -> Picture:
    """A picture of a drawing `size` wide and high, with its title above and notes below it."""
    inner, height = size
    heads = wrapped(title, inner, _TITLE, 2, bold=True)
    lines = wrapped(under, inner, _UNDER, 2) if under else ()
    y = EDGE + 16
    parts = [lines_of_words(EDGE, y, heads, size=_TITLE, leading=25, bold=True)]
    y += 25 * len(heads) - 3
    parts.append(lines_of_words(EDGE, y, lines, size=_UNDER, leading=18, fill="ink-2"))
    y += 18 * len(lines) + 4
    parts.append(moved(body, EDGE, y))
    y += height + 12
    for note in notes:
        for line in wrapped(note, inner, 11.5, 3):
            y += 16
            parts.append(words(EDGE, y, line, size=11.5, fill="ink-2"))
    return Picture(title, description, inner + 2 * EDGE, y + EDGE - 6, "".join(parts), table)
