"""What can be chosen for an export: its format, and how much of the pages' own words it carries."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

Value = str | int | float | bool | date | tuple[str | None, ...] | None
"""What a cell holds: a list keeps the place of what it lacks."""

MOST_WORDS = 25
"""Words that a passage has at most where quotes are let through."""


class Format(StrEnum):
    """What an export is written as."""

    PARQUET = "parquet"
    CSV = "csv"
    GDELT = "gdelt"
    POLECAT = "polecat"
    GEOJSON = "geojson"
    FTM = "ftm"
    WEBANNOTATION = "webannotation"
    JSONFEED = "jsonfeed"
    ATOM = "atom"


class Text(StrEnum):
    """How much of the pages' words goes out: all, passages of a few words, only their places, or neither."""

    FULL = "full"
    QUOTES = "quotes"
    OFFSETS = "offsets"
    NONE = "none"


class Shown(StrEnum):
    """What a value is made of, by which it is let through."""

    DATA = "data"
    """Codes, counts, ids, names, and sentences that Dateline makes: always."""
    WHOLE = "whole"
    """The text of a page: with `full`."""
    TITLE = "title"
    """A page's own headline: with `full` and `quotes`."""
    PASSAGE = "passage"
    """A passage: whole with `full`, its first words with `quotes`."""
    PLACE = "place"
    """Where words stand in a page: without `none`."""
