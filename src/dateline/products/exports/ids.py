"""Ids for formats that want numbers or addresses: always the same for the same thing."""

from __future__ import annotations

import hashlib
from uuid import NAMESPACE_URL, uuid5


def urn(id: str) -> str:
    """An id of Dateline's as an address that is no address of a page: `urn:uuid:...`."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'dateline:{id}')}"


def number_of(id: str) -> int:
    """An id as a positive whole number of 63 bits."""
    return int.from_bytes(hashlib.sha256(id.encode("utf-8")).digest()[:8]) >> 1


def short(kind: str, *parts: str) -> str:
    """An id of letters, digits and hyphens, from what it stands for."""
    return f"dl-{kind}-{hashlib.sha256(chr(0).join(parts).encode('utf-8')).hexdigest()[:20]}"
