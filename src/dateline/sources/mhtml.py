"""Pages that a browser saved as one file of parts (MHTML, RFC 2557)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from email.message import Message

from dateline.model import InputError
from dateline.sources.document import text_of
from dateline.sources.message import Part, address_in, charset_of, header, parts_of
from dateline.sources.opened import Opened
from dateline.sources.saved_from import saved_from, without_tracking
from dateline.sources.titled import with_title

_SNAPSHOT = "Snapshot-Content-Location"
_SAVED_BY = re.compile(r"saved by\b", re.IGNORECASE)
_HTML = frozenset(("text/html", "application/xhtml+xml"))
_OF_MAIL = ("Received", "Message-ID", "To", "Delivered-To", "Return-Path")


def is_mhtml(message: Message) -> bool:
    """True for a saved page; a mail may have the same parts, but somebody sent it to somebody."""
    sender = header(message, "From")
    if _SNAPSHOT in message or _SAVED_BY.search(sender):
        return True
    if "@" in sender or any(name in message for name in _OF_MAIL):
        return False
    return message.get_content_type() == "multipart/related" or "Content-Location" in message


def open_mhtml(message: Message, source: str) -> Opened:
    """The main page of the file, with the address that it was saved from.

    The date of the file is not the page's: it says when somebody saved it.

    Raises:
        InputError: `no_html_part too_large too_many_lines too_many_attributes`.
    """
    parts = [part for part in parts_of(message) if part.kind in _HTML and part.content.strip()]
    if not parts:
        text = f"{source} is a saved page (MHTML) without a part in HTML: save the page again."
        raise InputError("no_html_part", source, text)
    main = _main_part(message, parts)
    text = text_of(main.content, source, charset_of(main))
    stated = address_in(message, _SNAPSHOT) or address_in(main.message, "Content-Location")
    url = without_tracking(stated) if stated else saved_from(text)
    return Opened(with_title(text, header(message, "Subject")), url, place=main.place)


def _main_part(message: Message, parts: Sequence[Part]) -> Part:
    """The part that `start` names, else the one of the page's own address, else the first."""
    start = str(message.get_param("start") or "").strip("<> ")
    address = header(message, _SNAPSHOT) or header(message, "Content-Location")
    for name, wanted in (("Content-ID", start), ("Content-Location", address)):
        for part in parts:
            if wanted and header(part.message, name).strip("<> ") == wanted:
                return part
    return parts[0]
