"""What a collection is given, as pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.model import InputError, RawPage, Rejection
from dateline.sources import load_pages, page_of, rejection_of

Source = Path | bytes | str | RawPage | Rejection
"""A file, folder or archive (`Path`), a page as fetched (`bytes`), a page already decoded (`str`, never a path), or what a loader
made of one of these."""


def pages_of(sources: Iterable[Source]) -> Iterator[RawPage | Rejection]:
    """The pages of some sources in order; what cannot be loaded comes as a `Rejection`."""
    for source in sources:
        if isinstance(source, (RawPage, Rejection)):
            yield source
        elif isinstance(source, Path):
            yield from load_pages([source])
        else:
            yield _page(source)


def _page(source: bytes | str) -> RawPage | Rejection:
    try:
        return page_of(source)
    except InputError as error:
        return rejection_of(error, source)
