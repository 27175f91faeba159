"""Pages as they came in, kept under the hash of what they hold."""

from dateline.store.raw.keeping import PageFolder, PageTable, RawPages
from dateline.store.raw.packing import hash_of, packed, unpacked

__all__ = ["PageFolder", "PageTable", "RawPages", "hash_of", "packed", "unpacked"]
