"""Who copied whom: whole pages and passages, with direction (codebook section 8)."""

from dateline.syndication.claims import is_from, outlet_key
from dateline.syndication.families import FAMILY_RELATIONS, families
from dateline.syndication.index import CopyIndex, find_copies
from dateline.syndication.window import published_day

__all__ = [
    "FAMILY_RELATIONS",
    "CopyIndex",
    "families",
    "find_copies",
    "is_from",
    "outlet_key",
    "published_day",
]
