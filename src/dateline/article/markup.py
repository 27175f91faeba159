"""Tells HTML from plain text by what it holds."""

from __future__ import annotations

import re

_OPENING = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    r"<(?:p|div|span|a|br|h[1-6]|ul|li|article|section|header|meta|title|script|body|head|html)\b[^<>]*>",
    re.IGNORECASE,
)


def is_html(text: str) -> bool:
    """True for a page in HTML, whole or in part; a text that mentions a tag or two is no page."""
    head = text[:20_000].lstrip("\ufeff")
    if _OPENING.match(head[:5000]):
        return True
    tags = len(_TAG.findall(head))
    return tags >= 3 and tags * 60 > len(head.split()) and ("</" in head or tags >= 8)
