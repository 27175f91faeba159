"""Archives of many pages: crawls (WARC, WET, WACZ), zip files, JSON. Each is read as a stream, a page at a time; damage costs
what it damaged."""

from dateline.sources.archives.opening import is_crawl, open_archive, pages_in_range
from dateline.sources.archives.passed_over import PassedOver
from dateline.sources.archives.path_lists import paths_in
from dateline.sources.archives.peeked import Peeked

__all__ = ["PassedOver", "Peeked", "is_crawl", "open_archive", "pages_in_range", "paths_in"]
