"""Pages that Safari saved as a web archive, a property list of the page and what belongs to it."""

from __future__ import annotations

import plistlib

from dateline.model import InputError
from dateline.sources.document import text_of
from dateline.sources.opened import Opened

_MAGIC = b"bplist00"
_MAIN = "WebMainResource"


def is_webarchive(content: bytes) -> bool:
    """True for a property list that has a main page."""
    return content.startswith(_MAGIC) and _MAIN.encode() in content


def open_webarchive(content: bytes, source: str) -> Opened:
    """The main page of the archive, with its address.

    Raises:
        InputError: `no_html_part too_large too_many_lines too_many_attributes`.
    """
    main = _main_resource(content)
    page, kind = main.get("WebResourceData"), main.get("WebResourceMIMEType", "text/html")
    if not isinstance(page, bytes) or not page.strip() or kind not in ("text/html", "application/xhtml+xml"):
        message = f"{source} is a web archive without a page in HTML, or a damaged one: save the page again."
        raise InputError("no_html_part", source, message)
    charset, url = main.get("WebResourceTextEncodingName"), main.get("WebResourceURL")
    text = text_of(page, source, charset if isinstance(charset, str) else None)
    is_address = isinstance(url, str) and url.startswith(("http://", "https://"))
    return Opened(text, str(url) if is_address else None, place=_MAIN)


def _main_resource(content: bytes) -> dict[str, object]:
    try:
        archive = plistlib.loads(content, fmt=plistlib.FMT_BINARY)
        main = archive.get(_MAIN)
    except (plistlib.InvalidFileException, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return {}
    return main if isinstance(main, dict) else {}
