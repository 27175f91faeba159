"""Where a page was saved from, as the program that saved it notes in the page."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit, urlunsplit

_HEAD = 20_000
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ocid|cmpid|smid|ref_src|_ga|yclid)=",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[Ss]aved (?:from|with) |savepage-url")
_NOTES = (
    # Chrome, Edge and Internet Explorer
    re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s<>]+)", re.IGNORECASE),
    # SingleFile
    re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(https?://[^\s<>]+)", re.IGNORECASE),
    # monolith
    re.compile(r"<!--\s*Saved from (https?://[^\s<>]+) at [^<>]{1,60} using monolith", re.IGNORECASE),
    # Save Page WE
    re.compile(r"<meta name=\"savepage-url\" content=\"(https?://[^\s<>\"]+)\"", re.IGNORECASE),
)


def saved_from(text: str) -> str | None:
    """The web address that a page was saved from; None where no note at its start says so."""
    head = text[:_HEAD]
    if not _WORDS.search(head):
        return None
    for note in _NOTES:
        found = note.search(head)
        if found:
            # A comment must not hold "--", so browsers write the second as %2D, which is the same address.
            return without_tracking(html.unescape(found[1]).replace("%2D", "-"))
    return None


def without_tracking(url: str) -> str:
    """An address without what only says where its reader came from, so that two saves of a page have one address."""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no IPv6 address
        return url
    kept = [part for part in parts.query.split("&") if part and not _TRACKING.match(part)]
    return urlunsplit(parts._replace(query="&".join(kept), fragment=""))
