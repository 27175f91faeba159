"""The body of an answer without its transport encoding, within the cap."""

from __future__ import annotations

import zlib

import httpx

from dateline.model import InputError
from dateline.sources.sniff import MAX_UNPACKED_BYTES, check_unpacked


def body_of(response: httpx.Response, raw: bytes, source: str) -> bytes:
    """The bytes of the page: unpacked where the answer says so and they are packed.

    Raises:
        InputError: `bad_encoding too_large`.
    """
    encodings = [name.strip().lower() for name in response.headers.get("content-encoding", "").split(",")]
    encodings = [name for name in encodings if name not in ("", "identity")]
    if not encodings:
        return raw
    if encodings not in (["gzip"], ["x-gzip"], ["deflate"]):
        raise _unreadable(source, f"is encoded as {', '.join(encodings)[:60]}, which was not asked for")
    if encodings != ["deflate"] and not raw.startswith(b"\x1f\x8b"):
        return raw  # servers say gzip of what they do not pack
    return _inflated(raw, source, is_deflate=encodings == ["deflate"])


def _inflated(raw: bytes, source: str, *, is_deflate: bool) -> bytes:
    windows = (15, -15) if is_deflate else (31,)
    for bits in windows:
        packed = zlib.decompressobj(wbits=bits)
        try:
            content = packed.decompress(raw, MAX_UNPACKED_BYTES + 1)
        except zlib.error:
            continue
        check_unpacked(len(content), source)
        return content
    raise _unreadable(source, "is damaged: it does not unpack")


def _unreadable(source: str, what: str) -> InputError:
    return InputError(
        "bad_encoding", source, f"{source} {what}: try again later, or save the page and give the file."
    )
