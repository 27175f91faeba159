"""A page as it came in: shown as plain text or handed out as a file, never as a page of ours."""

from __future__ import annotations

import re

from starlette.responses import Response

from dateline.model import RawPage

_HEADERS = {"Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'"}
_UNSAFE = re.compile(r"[^0-9a-z]")


def kept_answer(kept: RawPage, article: str) -> Response:
    """Text as `text/plain`; what is no text as a file to be saved. Neither runs anything, nor stands on our pages."""
    content = kept.content.encode("utf-8", "replace") if isinstance(kept.content, str) else kept.content
    encoding = _encoding(content)
    if encoding is None:
        name = f"{_UNSAFE.sub('', article.removeprefix('sha256:'))[:16] or 'page'}.bin"
        disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(content, headers=_HEADERS | disposition, media_type="application/octet-stream")
    return Response(content, headers=_HEADERS | {"Content-Type": f"text/plain; charset={encoding}"})


def _encoding(content: bytes) -> str | None:
    """The encoding to show text in; None for what is no text. Old encodings are shown as Western, which keeps every byte."""
    if b"\0" in content[:4096]:
        return None
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"
