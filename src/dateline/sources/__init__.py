"""Where pages come from: files, folders, standard input, bytes and text; each becomes a `RawPage` or a `Rejection`.

A file may be a page in HTML, a text dump, a page as browsers save it (MHTML, a web archive, a single file, a file with a folder
of its own), a mail, or a feed with its entries. With a `Follower` that fetches, addresses and lists of them give pages as well.
"""

from dateline.sources.decode import decode
from dateline.sources.folders import Skipped
from dateline.sources.follower import Follower, is_address
from dateline.sources.load import load_pages, page_of, rejection_of
from dateline.sources.multipage import join_pages
from dateline.sources.sniff import MAX_PAGE_BYTES, MAX_UNPACKED_BYTES, unpack

__all__ = [
    "MAX_PAGE_BYTES",
    "MAX_UNPACKED_BYTES",
    "Follower",
    "Skipped",
    "decode",
    "is_address",
    "join_pages",
    "load_pages",
    "page_of",
    "rejection_of",
    "unpack",
]
