"""Who copied whom: whole pages and passages, with direction (codebook section 8)."""

from dateline.syndication.claims import is_from, outlet_key
from dateline.syndication.copies import find_copies
from dateline.syndication.families import FAMILY_RELATIONS, families

__all__ = ["FAMILY_RELATIONS", "families", "find_copies", "is_from", "outlet_key"]
