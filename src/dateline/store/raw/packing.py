"""A page to bytes and back: what it holds and what was said of it, not where it lay."""

from __future__ import annotations

from base64 import b64decode, b64encode
from hashlib import sha256

import msgspec

from dateline.model import RawPage


class _Packed(msgspec.Struct, omit_defaults=True):
    """A page, its content as text or, where it was not decoded yet, in base 64."""

    text: str | None = None
    base64: str | None = None
    url: str | None = None
    published: str | None = None
    outlet: str | None = None
    further: list[_Packed] = []


def packed(page: RawPage) -> bytes:
    """The bytes of a page; the same page gives the same bytes, whatever file it was in."""
    return msgspec.json.encode(_packed(page))


def unpacked(data: bytes, source: str) -> RawPage:
    """The page that `packed` made into bytes. `source` names it in messages."""
    return _page(msgspec.json.decode(data, type=_Packed), source)


def hash_of(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return sha256(data).hexdigest()


def _packed(page: RawPage) -> _Packed:
    is_text = isinstance(page.content, str)
    return _Packed(
        text=page.content.encode("utf-8", "replace").decode() if isinstance(page.content, str) else None,
        base64=None if is_text else b64encode(page.content).decode(),  # type: ignore[arg-type]
        url=page.url,
        published=page.published,
        outlet=page.outlet,
        further=[_packed(other) for other in page.further],
    )


def _page(found: _Packed, source: str) -> RawPage:
    content = found.text if found.text is not None else b64decode(found.base64 or "")
    further = tuple(_page(other, source) for other in found.further)
    return RawPage(content, source, found.url, found.published, found.outlet, further=further)
