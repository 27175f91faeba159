"""What makes an article the same article, and the same version of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from dateline.model import Block, BlockKind


def article_id(url: str | None, outlet: str | None, text: str) -> str:
    """`sha256:` and the hash of the address (else the outlet's name, else nothing), a newline and the text."""
    return "sha256:" + _sha256(f"{url or outlet or ''}\n{text}")


def body_sha256(title: str | None, text: str, blocks: Iterable[Block]) -> str:
    """Hash of the title (or nothing) and the body, joined by a newline.

    The body is the text of the body blocks in order, white space runs as one space, blocks joined by newlines; so that
    furniture, spacing and line breaks do not make a new version, and a changed word does.
    """
    body = "\n".join(" ".join(text[b.start : b.end].split()) for b in blocks if b.kind is BlockKind.BODY)
    return _sha256(f"{' '.join((title or '').split())}\n{body}")


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
