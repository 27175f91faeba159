"""Where pages come from: files, folders, standard input, bytes and text; each becomes a `RawPage` or a `Rejection`."""

from dateline.sources.decode import decode
from dateline.sources.load import load_pages, page_of, rejection_of
from dateline.sources.sniff import MAX_PAGE_BYTES, MAX_UNPACKED_BYTES, unpack

__all__ = [
    "MAX_PAGE_BYTES",
    "MAX_UNPACKED_BYTES",
    "decode",
    "load_pages",
    "page_of",
    "rejection_of",
    "unpack",
]
