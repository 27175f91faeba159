"""Pictures inside a page, which takes no style of theirs: their colours are those of the page."""

from __future__ import annotations

from markupsafe import Markup

from dateline.products.pictures.picture import Picture
from dateline.products.pictures.themes import Theme, style_of


def inline(picture: Picture, prefix: str) -> Markup:
    """A picture as an element of a page. Its words were escaped when it was drawn."""
    return Markup(picture.to_svg(Theme.AUTO, prefix=prefix).replace(style_of(Theme.AUTO), ""))
