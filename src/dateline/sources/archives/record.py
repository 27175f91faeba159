"""One WARC record as it stands in a file."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass

_BLANK = re.compile(rb"\r?\n\r?\n")
_ALGORITHMS = {"sha1": hashlib.sha1, "sha256": hashlib.sha256, "md5": hashlib.md5}
HTTP = b"application/http"


@dataclass(frozen=True, slots=True)
class Record:
    """A record whose header begins at `at`; header names are in small letters. `is_whole` is False where the block is longer
    than a page may be, and `block` is only its beginning."""

    at: int
    headers: dict[bytes, bytes]
    block: bytes
    is_whole: bool = True

    @property
    def kind(self) -> bytes:
        """`response`, `request`, `conversion` and so on."""
        return self.headers.get(b"warc-type", b"").lower()


def parse_headers(lines: bytes) -> dict[bytes, bytes]:
    """Headers by their names in small letters; of those that occur twice the first, lines that go on joined."""
    found: dict[bytes, bytes] = {}
    last = b""
    for line in lines.split(b"\n"):
        if line[:1] in (b" ", b"\t") and last:
            found[last] += b" " + line.strip()
            continue
        name, colon, value = line.partition(b":")
        if colon:
            last = name.strip().lower()
            found.setdefault(last, value.strip())
    return found


def split_block(block: bytes) -> tuple[bytes, bytes]:
    """What stands before and after the first empty line."""
    blank = _BLANK.search(block)
    return (block[: blank.start()], block[blank.end() :]) if blank else (block, b"")


def is_vouched(headers: dict[bytes, bytes], block: bytes) -> bool | None:
    """Whether these bytes are the record's block: as its digest says, else as the length that the server gave says; None where
    neither is there."""
    digest = _digest(headers.get(b"warc-block-digest", b""))
    if digest is not None:
        algorithm, wanted = digest
        return _ALGORITHMS[algorithm](block).digest() == wanted
    if not headers.get(b"content-type", b"").startswith(HTTP):
        return None
    head, payload = split_block(block)
    answered = parse_headers(head)
    length = answered.get(b"content-length", b"")
    if not length.isdigit() or b"transfer-encoding" in answered:
        return None
    if int(length) == len(payload):
        return True
    # Crawlers unpack what they store and leave the header.
    return None if b"content-encoding" in answered else False


def _digest(label: bytes) -> tuple[str, bytes] | None:
    """Algorithm and value of `sha1:...`, which is written in base 32 or 16."""
    algorithm, _, value = label.decode("ascii", "replace").partition(":")
    algorithm = algorithm.lower().replace("-", "")
    if algorithm not in _ALGORITHMS:
        return None
    size = _ALGORITHMS[algorithm]().digest_size
    try:
        if len(value) == 2 * size:
            return algorithm, bytes.fromhex(value)
        found = base64.b32decode(value.upper() + "=" * (-len(value) % 8))
    except (ValueError, binascii.Error):
        return None
    return (algorithm, found) if len(found) == size else None
