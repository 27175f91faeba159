"""Opens what a file holds: a page, a page that a browser saved with its parts, a mail."""

from __future__ import annotations

import re

from dateline.model import InputError
from dateline.sources.document import checked, text_of
from dateline.sources.feeds import ListingKind, kind_of
from dateline.sources.inline_data import without_inline_data
from dateline.sources.mail import open_mail
from dateline.sources.mailbox import check_mailbox
from dateline.sources.message import HEAD, is_message, parse_message
from dateline.sources.mhtml import is_mhtml, open_mhtml
from dateline.sources.opened import Opened
from dateline.sources.saved_from import saved_from
from dateline.sources.sniff import check_json, check_size, check_unpacked, unpack
from dateline.sources.webarchive import is_webarchive, open_webarchive

_SURROGATE = re.compile("[\ud800-\udfff]")


def open_bytes(content: bytes, source: str) -> Opened:
    """The page in some bytes, whatever it was saved as.

    Raises:
        InputError: `empty pdf truncated_gzip corrupt_gzip binary json too_large too_many_lines too_many_attributes
            no_html_part no_text mailbox damaged_message feed`.
    """
    if is_webarchive(content):
        check_unpacked(len(content), source)
        return open_webarchive(content, source)
    content = unpack(content, source)
    if is_message(content):
        return _open_message(content, source)
    return _plain(text_of(content, source), source)


def open_text(text: str, source: str) -> Opened:
    """The page in a text already decoded; a saved page or a mail may come so too.

    Raises:
        InputError: `empty json too_large too_many_lines too_many_attributes no_html_part no_text mailbox damaged_message feed`.
    """
    if not text.strip("\ufeff \t\r\n\x0b\x0c"):
        raise InputError("empty", source, f"{source} is empty: there is nothing to read.")
    check_unpacked(len(text), source)
    # A lone surrogate cannot be written as UTF-8; it gives way to one character, so that offsets stay.
    text = _SURROGATE.sub("\ufffd", text)
    content = text.encode("utf-8")
    if is_message(content[:HEAD]):
        return _open_message(content, source)
    short = without_inline_data(content)
    check_size(len(short), source)
    return _plain(checked(text if len(short) == len(content) else short.decode("utf-8"), source), source)


def _open_message(content: bytes, source: str) -> Opened:
    check_mailbox(content, source)
    message = parse_message(content, source)
    return open_mhtml(message, source) if is_mhtml(message) else open_mail(message, source)


def _plain(text: str, source: str) -> Opened:
    _check_feed(text, source)
    check_json(text, source)
    return Opened(text, saved_from(text))


def _check_feed(text: str, source: str) -> None:
    """Refuse a list of pages where one page is wanted; addresses line by line are a text like any."""
    kind = kind_of(text)
    if kind not in (None, ListingKind.ADDRESSES):
        message = f"{source} is a {kind}, which is many pages: give it to `dateline read` or `load_pages`."
        raise InputError("feed", source, message)
