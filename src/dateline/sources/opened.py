"""What an input held."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opened:
    """The text of a page, and what the file that it was saved or mailed in says of it. `place` is where in the file."""

    text: str
    url: str | None = None
    published: str | None = None
    outlet: str | None = None
    place: str | None = None
