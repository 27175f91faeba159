"""`export`: a collection as a file or a folder for other tools."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from dateline.model import CollectionError
from dateline.products.exports.about import About
from dateline.products.exports.contents import Contents
from dateline.products.exports.feeds.atom import atom_part
from dateline.products.exports.feeds.json_feed import json_feed_part
from dateline.products.exports.followthemoney.part import ftm_part
from dateline.products.exports.gdelt.layout import gdelt_layout
from dateline.products.exports.geojson import geojson_part
from dateline.products.exports.job import Job
from dateline.products.exports.kinds import Format, Text
from dateline.products.exports.polecat.part import polecat_part
from dateline.products.exports.rights import Rights
from dateline.products.exports.selection import Filters, selected
from dateline.products.exports.tabular.layout import tables_layout
from dateline.products.exports.webannotation import webannotation_part
from dateline.products.exports.writing import Layout, Part, Told, Written, write_file, write_folder
from dateline.store import Collection
from dateline.store.queries.conditions import values_of
from dateline.store.queries.filters import Asked, Day
from dateline.version import __version__

K = TypeVar("K", bound=StrEnum)

_LAYOUTS: Mapping[Format, Callable[[Job], Layout]] = {
    Format.PARQUET: tables_layout,
    Format.CSV: tables_layout,
    Format.GDELT: gdelt_layout,
}
_PARTS: Mapping[Format, Callable[[Job], Part]] = {
    Format.POLECAT: polecat_part,
    Format.GEOJSON: geojson_part,
    Format.FTM: ftm_part,
    Format.WEBANNOTATION: webannotation_part,
    Format.JSONFEED: json_feed_part,
    Format.ATOM: atom_part,
}


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written. `left_out` counts what the format has no room for, by the reason."""

    path: Path
    files: tuple[Written, ...]
    left_out: dict[str, int]


def export(
    collection: Collection,
    *,
    to: Format | str,
    path: Path | str,
    text: Text | str = Text.QUOTES,
    actor: Asked = None,
    source: Asked = None,
    target: Asked = None,
    root: Asked = None,
    status: Asked = None,
    outlet: Asked = None,
    story: Asked = None,
    after: Day = None,
    before: Day = None,
    query: str | None = None,
    alert: str | None = None,
    areas: bool = False,
    told: Told | None = None,
) -> Exported:
    """Writes a collection, or the events that filters let through and the pages that report them, for other tools.

    The same collection gives the same bytes. An earlier export at the place gives way when the new one is whole.

    Args:
        to: `parquet csv gdelt` (a folder) or `polecat geojson ftm webannotation jsonfeed atom` (a file).
        text: how much of the pages' words goes out: `full quotes offsets none`.
        query: as for a search; only pages that match it, and what they report. Other filters narrow it further.
        alert: the same with a query that is kept, by its name.
        areas: whether a country is an area in GeoJSON; without it, it has no geometry.
        told: hears how many rows of each file are written.

    Raises:
        CollectionError: `bad_export`, for a format or text that is none; `bad_filter`; `not_empty`, when something else is at the
            place; `not_written`; `no_package`, where Parquet needs pyarrow.
        QueryError: the query cannot be read.
        AlertError: `bad_setting`, when there is no alert of that name.
    """
    form, rights = _known(Format, to), Rights(_known(Text, text))
    filters = Filters(actor, source, target, root, status, outlet, story, after, before, query, alert)
    selection = selected(collection, filters)
    about = About(_name_of(collection), form, rights.text, _words(filters), __version__)
    place = Path(path)
    with collection.holdings.database.reading() as connection, _writable(place):
        job = Job(Contents(connection, selection), rights, about, with_areas=areas)
        if form in _LAYOUTS:
            files = write_folder(_LAYOUTS[form](job), place, told)
        else:
            files = [write_file(_PARTS[form](job), place, told)]
    return Exported(place, tuple(files), dict(job.left_out))


@contextmanager
def _writable(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        what = (
            f"{place} cannot be written ({error.strerror}): make room, or give a place that you may write to."
        )
        raise CollectionError("not_written", what) from error


def _known(kind: type[K], value: str) -> K:
    try:
        return kind(value)
    except ValueError as error:
        what = f"{value!r} is no {kind.__name__.lower()} of an export: use one of {', '.join(kind)}."
        raise CollectionError("bad_export", what) from error


def _name_of(collection: Collection) -> str:
    """The last part of its place, which does not tell whose computer it is on."""
    return collection.place.rstrip("/").rpartition("/")[2].partition("?")[0] or "collection"


def _words(filters: Filters) -> dict[str, str]:
    return {
        name: ", ".join(values_of(value)) if not isinstance(value, date) else value.isoformat()
        for name, value in filters.given.items()
    }
