"""What an input is, told by its bytes and never by its name; what is no page is refused with a reason."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator

from dateline.model import InputError

MAX_PAGE_BYTES = 5_000_000
"""The largest page that is read, in bytes after decompression."""
MAX_UNPACKED_BYTES = 20_000_000
"""The most that is decompressed of one input."""
MAX_LINES = 200_000
"""The most lines of a page that are not blank; even a page in HTML has fewer, and each is looked at by itself."""
MAX_ATTRIBUTES = 1_000
"""The most attributes of one tag; parsers take minutes over more."""

_SAMPLE = 65_536
_WINDOW = 2_000
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document or an Outlook message (.msg)"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"ID3", "an MP3 file"),
    (b"OggS", "an Ogg file"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\x0c\x1b") + b"\x7f"
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{4000,}")
_LINE = re.compile(r"\S[^\r\n]*")
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_SCRIPT = re.compile(r"<(script|style)\b[^<]*(?:<(?!/\1)[^<]*)*", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def unpack(content: bytes, source: str) -> bytes:
    """The bytes of an input, decompressed where they are gzip.

    Raises:
        InputError: `empty pdf truncated_gzip corrupt_gzip binary too_large`.
    """
    if content.startswith(b"\x1f\x8b"):
        content = _gunzip(content, source)
    if not content.strip(b" \t\r\n\x0c\x0b"):
        raise InputError(
            "empty", source, f"{source} is empty: there is nothing to read; fetch or save the page again."
        )
    if _is_pdf(content):
        raise InputError("pdf", source, f"{source} is a PDF, not a page: convert it to text first.")
    what = _binary_kind(content)
    if what:
        raise InputError(
            "binary", source, f"{source} is {what}, not a page: give an HTML page or a text file."
        )
    check_unpacked(len(content), source)
    return content


def check_unpacked(size: int, source: str) -> None:
    """Refuse more than `MAX_UNPACKED_BYTES`.

    Raises:
        InputError: `too_large`.
    """
    if size > MAX_UNPACKED_BYTES:
        limit = MAX_UNPACKED_BYTES // 1_000_000
        message = f"{source} has more than {limit} MB unpacked: it is no page; leave it out."
        raise InputError("too_large", source, message)


def check_json(text: str, source: str) -> None:
    """Refuse data in JSON, one value or one a line: its pages, if it holds some, have to be taken out first.

    Raises:
        InputError: `json`.
    """
    if text[:200].lstrip("\ufeff \t\r\n")[:1] in ("{", "[") and _is_json(text):
        message = (
            f"{source} is JSON, not a page: take the HTML or the text of each page out of it and give those."
        )
        raise InputError("json", source, message)


def check_size(size: int, source: str) -> None:
    """Refuse more than `MAX_PAGE_BYTES`.

    Raises:
        InputError: `too_large`.
    """
    if size > MAX_PAGE_BYTES:
        limit = MAX_PAGE_BYTES // 1_000_000
        message = (
            f"{source} is larger than {limit} MB, the most that a page may have: split it or leave it out."
        )
        raise InputError("too_large", source, message)


def check_lines(text: str, source: str) -> None:
    """Refuse more than `MAX_LINES` lines that are not blank; a `<br>` begins a line too.

    Raises:
        InputError: `too_many_lines`.
    """
    # A line has two characters or more; counting the breaks is quick and settles all but a few of the longer pages.
    if len(text) <= 2 * MAX_LINES or text.count("\n") + text.count("\r") + text.count("<") <= MAX_LINES:
        return
    count = sum(1 for _ in _LINE.finditer(text)) + sum(1 for _ in _BREAK.finditer(text))
    if count > MAX_LINES:
        message = (
            f"{source} has {count:,} lines, and a page may have {MAX_LINES:,}: split it or leave it out."
        )
        raise InputError("too_many_lines", source, message)


def check_tags(text: str, source: str) -> None:
    """Refuse a page with a tag of more than `MAX_ATTRIBUTES` attributes.

    Raises:
        InputError: `too_many_attributes`.
    """
    if not any(_has_too_many(tag) for tag in _long_tags(text)):
        return
    # Scripts compare with "<" and would look like tags; they are cut out only now, since long tags are rare.
    for tag in _LONG_TAG.finditer(_SCRIPT.sub(" ", text)):
        if _has_too_many(tag.group()):
            message = f"{source} has a tag with more than {MAX_ATTRIBUTES} attributes, which no page needs: leave it out."
            raise InputError("too_many_attributes", source, message)


def _has_too_many(tag: str) -> bool:
    return len(_QUOTED.sub(" ", tag).split()) > MAX_ATTRIBUTES


def _long_tags(text: str) -> Iterator[str]:
    """What may be tags longer than `_WINDOW`: looks at one place in as many, which settles all but a few pages at once."""
    known = -1
    for at in range(_WINDOW, len(text), _WINDOW):
        if text.find("<", at - _WINDOW, at) < 0 and text.find(">", at - _WINDOW, at) < 0:
            opening = text.rfind("<", 0, at)
            if opening not in (-1, known) and text[opening + 1].isalpha():
                known = opening
                tag = _LONG_TAG.match(text, opening)
                if tag is not None:
                    yield tag.group()


def _gunzip(content: bytes, source: str) -> bytes:
    """All members of a gzip input, up to the cap."""
    parts: list[bytes] = []
    size, rest = 0, content
    while rest.startswith(b"\x1f\x8b"):
        member = zlib.decompressobj(wbits=31)
        try:
            parts.append(member.decompress(rest, MAX_UNPACKED_BYTES + 1 - size))
        except zlib.error as error:
            message = f"{source} is a damaged gzip file ({error}): fetch or save the page again."
            raise InputError("corrupt_gzip", source, message) from error
        size += len(parts[-1])
        check_unpacked(size, source)
        if not member.eof:
            message = f"{source} is a gzip file that breaks off before its end: fetch or save the page again."
            raise InputError("truncated_gzip", source, message)
        rest = member.unused_data.lstrip(b"\x00")
    return b"".join(parts)


def _is_json(text: str) -> bool:
    """True where the first value is followed by nothing, or by another on a line of its own."""
    text = text.lstrip("\ufeff \t\r\n")
    try:
        _, end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return False
    rest = text[end : end + 1000]
    return not text[end:].strip() or bool(re.match(r"[ \t]*[\r\n]+[{\[]", rest))


def _is_pdf(content: bytes) -> bool:
    head = content[:1024]
    at = head.find(b"%PDF-")
    return at >= 0 and b"<" not in head[:at]


def _binary_kind(content: bytes) -> str | None:
    """What a binary input is, in words; None for text."""
    for magic, what in _MAGIC:
        if content.startswith(magic):
            return what
    if content[4:8] == b"ftyp" or (content[:4] == b"RIFF" and content[8:12] in (b"WEBP", b"WAVE", b"AVI ")):
        return "an image, sound or film"
    if content[257:262] == b"ustar":
        return "a tar archive"
    if content.startswith(_BOMS) or is_wide(content):
        return None
    sample = content[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "binary data" if controls > 0.02 * len(sample) + 4 else None


def is_wide(content: bytes) -> bool:
    """True for UTF-16 text without a byte order mark: zero bytes at odd offsets only, or at even ones only."""
    sample = content[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    low, high = sorted((even, odd))
    return high > 0.05 * len(sample) and low <= 0.1 * high
