"""Collections: pages and all that was read in them, kept, searched, followed and taken back."""

from dateline.store.collection import Collection, open_collection
from dateline.store.ingest.outcomes import AddReport

__all__ = ["AddReport", "Collection", "open_collection"]
