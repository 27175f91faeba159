"""Addresses of feeds, made whole; they may be anything."""

from __future__ import annotations

import re
from urllib.parse import urljoin

_WEB = re.compile(r"https?://[^\s<>\"]+\Z", re.IGNORECASE)


def is_web(address: str | None) -> bool:
    """Whether it is a whole address of the web."""
    return bool(address and _WEB.match(address))


def web_address(base: str | None, address: str | None) -> str | None:
    """The address, relative to the base if it is relative; None for what leads to no page of the web."""
    if not address:
        return None
    try:
        joined = urljoin(base or "", address.strip())
    except ValueError:
        return None
    return joined if is_web(joined) else None
