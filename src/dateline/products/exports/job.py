"""What every format is given to work with."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from dateline.products.exports.about import About
from dateline.products.exports.contents import Contents
from dateline.products.exports.rights import Rights


@dataclass(frozen=True, slots=True)
class Job:
    """The collection, what may go out, what the export says of itself, whether a map has the areas of countries, and a count of what the format has no
    room for."""

    contents: Contents
    rights: Rights
    about: About
    left_out: Counter[str] = field(default_factory=Counter)
    with_areas: bool = False
