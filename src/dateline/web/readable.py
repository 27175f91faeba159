"""Readings for pages about many articles: one that is damaged takes none of the others away."""

from __future__ import annotations

from dateline.model import CollectionError, Reading
from dateline.store import Collection


def readable(collection: Collection, article: str) -> Reading | None:
    """The reading of an article; None where it is damaged, as `dateline verify` tells."""
    try:
        return collection.reading(article)
    except CollectionError as error:
        if error.code == "damaged":
            return None
        raise
