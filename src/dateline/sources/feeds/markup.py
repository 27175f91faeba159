"""What feeds hold of text: HTML escaped once or twice, plain text, or elements; to HTML and to plain lines."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"</?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>|<!--.*?(?:-->|\Z)", re.DOTALL)
_SCRIPT = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_SPACE = re.compile(r"\s+")
_CUT = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\[&#8230;\]|\(more\)|read (?:more|on|the full \w+)|continue reading)\W*\Z",
    re.IGNORECASE,
)
_TAIL = 500
_WHOLE = 1_500
"""Letters from which a description is taken for the report and not for a summary of it."""


def plain(markup: str | None) -> str | None:
    """The words of a title or a name: without tags, references resolved even where they are escaped twice."""
    if not markup:
        return None
    text = _TAG.sub(" ", _SCRIPT.sub(" ", markup)) if "<" in markup else markup
    text = html.unescape(text) if "&" in text else text
    return _SPACE.sub(" ", text).strip() or None


def as_html(text: str | None, *, is_plain: bool = False) -> str | None:
    """A text as HTML: markup as it is, plain lines as paragraphs."""
    if not text or not text.strip():
        return None
    if not is_plain and not _TAG.search(text) and re.search(r"&lt;/?[a-z]", text, re.IGNORECASE):
        text = html.unescape(text)
    if not is_plain and _TAG.search(text):
        return _SCRIPT.sub(" ", text).strip()
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
    return "\n".join(f"<p>{html.escape(html.unescape(part), quote=False)}</p>" for part in paragraphs)


def is_whole(markup: str | None) -> bool:
    """Whether a description holds the report: it is long and not cut off."""
    return len(markup or "") >= _WHOLE and len(plain(markup) or "") >= _WHOLE and not is_cut(markup or "")


def is_cut(markup: str) -> bool:
    """Whether a text ends as a teaser does, with dots or an invitation to read on."""
    return bool(_CUT.search((plain(markup[-_TAIL:]) or "")[-80:]))


def longer(text: str, other: str | None) -> str:
    """The longer of two texts."""
    return other if other is not None and len(other) > len(text) else text
