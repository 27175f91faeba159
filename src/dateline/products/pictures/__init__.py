"""Pictures of what a collection holds: SVG and PNG, each with the table of its numbers."""

from dateline.products.pictures.dyad import dyad_picture
from dateline.products.pictures.event_places import Gazette
from dateline.products.pictures.map import map_picture
from dateline.products.pictures.network import network_picture
from dateline.products.pictures.picture import Picture, Table
from dateline.products.pictures.png import PictureError, can_draw_png
from dateline.products.pictures.themes import Theme
from dateline.products.pictures.timeline import timeline_picture

__all__ = [
    "Gazette",
    "Picture",
    "PictureError",
    "Table",
    "Theme",
    "can_draw_png",
    "dyad_picture",
    "map_picture",
    "network_picture",
    "timeline_picture",
]
