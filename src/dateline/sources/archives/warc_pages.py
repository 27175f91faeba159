"""Records of a crawl to pages: answers in HTML or text, and the texts that others have taken out of pages (WET)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from dateline.model import InputError, RawPage, Rejection
from dateline.sources.archives.http_answer import DamagedAnswer, parse_answer
from dateline.sources.archives.passed_over import PassedOver
from dateline.sources.archives.record import Record
from dateline.sources.archives.records import Found, Lost
from dateline.sources.document import text_of
from dateline.sources.sniff import unpack

_PAGES = frozenset(("text/html", "application/xhtml+xml", "text/plain"))
_HTML = re.compile(rb"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_READ = (b"response", b"conversion")


def pages_of(
    found: Iterator[Found | Lost], source: str, name: str, passed: PassedOver
) -> Iterator[RawPage | Rejection]:
    """A page for each record that holds one, a rejection for each that is damaged or cannot be read; `passed` counts the others.

    `name` is the file with the records, which is `source` itself or a part of it. When a page was crawled is not when it was
    published, so that no page has a date from here.
    """
    for item in found:
        place = f"{name}@{item.place}"
        if isinstance(item, Lost):
            yield _lost(item, source, place)
        elif item.record.kind not in _READ:
            passed.counts[_what(item.record.kind)] += 1
        else:
            page = _page(item.record, source, place)
            if isinstance(page, str):
                passed.counts[page] += 1
            else:
                yield page


class _NoPage(Exception):
    """A record that holds no page and was not meant to; the message says what it is, in the plural."""


def _page(record: Record, source: str, place: str) -> RawPage | Rejection | str:
    """The page of a record, or why it cannot be read; a text says what the record is, where it is no page."""
    try:
        content, charset = (record.block, None) if record.kind == b"conversion" else _answered(record)
        if not record.is_whole:
            raise InputError("too_large", place, f"{place} is larger than a page may be: leave it out.")
        # What begins with a tag is no PDF and no picture.
        if not content.startswith(b"<"):
            content = unpack(content, place)
        return RawPage(text_of(content, place, charset), source, _address(record), place=place)
    except _NoPage as what:
        return str(what)
    except DamagedAnswer as error:
        message = f"{place} is an answer that cannot be unpacked ({error}): take it from another archive."
        return Rejection(source, "damaged_record", message, _sha256(record.block), place)
    except InputError as error:
        return Rejection(source, error.code, error.message, _sha256(record.block), place)


def _answered(record: Record) -> tuple[bytes, str | None]:
    """The page in an answer, its encodings taken off, and the charset that the server gave.

    Raises:
        _NoPage: it is none.
        DamagedAnswer: an encoding does not come off.
    """
    answer = parse_answer(record.block)
    if answer is None:
        raise _NoPage("answers of other protocols")
    if not 200 <= answer.status < 300:
        raise _NoPage("answers without success")
    if not (answer.kind in _PAGES or (not answer.kind and _HTML.match(answer.body))):
        raise _NoPage("answers of other types")
    if record.headers.get(b"warc-target-uri", b"").endswith(b"/robots.txt"):
        raise _NoPage("rules for crawlers")
    is_cut = b"warc-truncated" in record.headers
    return answer.page(is_cut=is_cut) if record.is_whole else answer.body, answer.charset


def _address(record: Record) -> str | None:
    """The address of the page; WARC 1.0 writes it with angle brackets at times."""
    url = record.headers.get(b"warc-target-uri", b"").strip(b"<> ").decode("utf-8", "replace")
    if "[" in url:
        try:
            urlsplit(url)
        except ValueError:
            return None
    return url or None


def _lost(lost: Lost, source: str, place: str) -> Rejection:
    if lost.code == "truncated_archive":
        message = f"{place} is {lost.what}, and nothing comes after it: get the file again."
    elif lost.resumes is not None:
        message = f"{place} is {lost.what}; reading went on at byte {lost.resumes}: get the file again if you need it."
    else:
        message = f"{place} is {lost.what}: get the file again if you need it."
    return Rejection(source, lost.code, message, lost.sha256, place)


def _what(kind: bytes) -> str:
    """A record type in the plural."""
    name = kind.decode("ascii", "replace")[:20] or "record without a type"
    return {"warcinfo": "notes on the crawl", "metadata": "metadata", "revisit": "revisits"}.get(
        name, f"{name}s"
    )


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
