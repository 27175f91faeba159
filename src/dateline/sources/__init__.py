"""Where pages come from: files, folders, archives, standard input, bytes and text; each becomes a `RawPage` or a `Rejection`.

A file may be a page in HTML, a text dump, a page as browsers save it (MHTML, a web archive, a single file, a file with a folder
of its own), or a mail; or many pages: a crawl (WARC, WET, WACZ), a zip file, JSON, a list of files, a feed with its entries. With a `Follower`
that fetches, addresses and lists of them give pages as well.
"""

from dateline.sources.archives import PassedOver, is_crawl, pages_in_range
from dateline.sources.decode import decode
from dateline.sources.fetched import Fetched, Fetches, Validators
from dateline.sources.folders import Skipped
from dateline.sources.follower import Follower, is_address, listing_of
from dateline.sources.load import Listener, files_of, load_pages, size_of
from dateline.sources.multipage import join_pages
from dateline.sources.one_page import page_of, rejection_of
from dateline.sources.sniff import MAX_PAGE_BYTES, MAX_UNPACKED_BYTES, unpack

__all__ = [
    "MAX_PAGE_BYTES",
    "MAX_UNPACKED_BYTES",
    "Fetched",
    "Fetches",
    "Follower",
    "Listener",
    "PassedOver",
    "Skipped",
    "Validators",
    "decode",
    "files_of",
    "is_address",
    "is_crawl",
    "join_pages",
    "listing_of",
    "load_pages",
    "page_of",
    "pages_in_range",
    "rejection_of",
    "size_of",
    "unpack",
]
