"""Leaves out what a page carries inside itself: pictures and fonts as `data:` addresses, and style sheets.

A page saved as a single file is mostly that: megabytes of it around a few kilobytes of report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.sources.sniff import MAX_PAGE_BYTES

_OPENING = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HEAD = 16_384
_LARGE = 1_000_000
"""Bytes; in smaller pages what is inline is no burden."""
# Shorter ones are no burden. One that is encoded ends where its letters do, one that is written out with its quotation mark.
_ENCODED = re.compile(
    rb"data:(?:[\w.+-]{1,60}/[\w.+-]{1,80})?(?:;[\w.=+-]{1,80}){0,5},[A-Za-z0-9+/=_%.~!*:@$?#,;-]{500,}+"
)
_TYPE = rb"data:[\w.+-]{1,60}/[\w.+-]{1,80}(?:;[\w.=+-]{1,80}){0,5},"
_QUOTED = re.compile(rb"\"%b[^\"]{500,}+\"|'%b[^']{500,}+'" % (_TYPE, _TYPE))
_RAW = re.compile(rb"<(style|script)\b|<!--", re.IGNORECASE)
_ENDS = {
    b"style": re.compile(rb"</style\s*>", re.IGNORECASE),
    b"script": re.compile(rb"</script\s*>", re.IGNORECASE),
    b"": re.compile(rb"-->"),
}


def without_inline_data(content: bytes) -> bytes:
    """The bytes of an HTML page without long `data:` addresses and, where it is larger than a page may be, without style
    sheets; anything else as it is. Nothing that a reader sees goes.
    """
    if not _OPENING.search(content[:_HEAD]):
        return content
    if len(content) > _LARGE and b"data:" in content:
        content = _QUOTED.sub(_emptied, _ENCODED.sub(b"data:,", content))
    return b"".join(_without_styles(content)) if len(content) > MAX_PAGE_BYTES else content


def _emptied(quoted: re.Match[bytes]) -> bytes:
    """An address without what it holds, in its own quotation marks."""
    mark = quoted[0][:1]
    return mark + b"data:," + mark


def _without_styles(content: bytes) -> Iterator[bytes]:
    """Pieces of a page around its style sheets. Scripts and comments are passed over: a `<style>` in them opens nothing."""
    at = 0
    while found := _RAW.search(content, at):
        kind = (found[1] or b"").lower()
        end = _ENDS[kind].search(content, found.end())
        if end is None:
            break
        yield content[at : found.start() if kind == b"style" else end.end()]
        at = end.end()
    yield content[at:]
