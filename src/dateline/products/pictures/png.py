"""PNG by resvg, an extra package that needs nothing of the system but a font."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from dateline.model import DatelineError
from dateline.products.pictures.themes import Theme

if TYPE_CHECKING:
    from dateline.products.pictures.picture import Picture

PACKAGE = "resvg_py"
_FACE = "Liberation Sans"


class PictureError(DatelineError):
    """A picture cannot be drawn: the message says why, and what to do."""


def can_draw_png() -> bool:
    """Whether the package that draws PNG is installed."""
    return find_spec(PACKAGE) is not None


def drawn(picture: Picture, theme: Theme, width: int | None) -> bytes:
    """A picture as PNG; see `Picture.to_png`."""
    if theme is Theme.AUTO:
        raise PictureError("a PNG is light or dark, not both: give --theme light or --theme dark.")
    if not can_draw_png():
        raise PictureError(
            "PNG needs a package that is not installed: pip install 'dateline-news[pictures]', or write an .svg instead."
        )
    import resvg_py

    data: bytes = resvg_py.svg_to_bytes(
        svg_string=picture.to_svg(theme), width=width or round(2 * picture.width), sans_serif_family=_FACE
    )
    return data
