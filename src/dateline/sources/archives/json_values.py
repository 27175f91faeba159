"""The values of a JSON file, one at a time: one a line, or those of one list; a file of one object is one value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.sources.archives.window import CHUNK, Window
from dateline.sources.sniff import MAX_UNPACKED_BYTES

MAX_VALUE = MAX_UNPACKED_BYTES + 5_000_000
"""The most bytes of one value."""

_OBJECT = re.compile(rb"[\s\xef\xbb\xbf]*\{\s*\"(?:[^\"\\]|\\.){0,200}\"\s*:")
_LIST = re.compile(rb"[\s\xef\xbb\xbf]*\[\s*(?:\{\s*\"(?:[^\"\\]|\\.){0,200}\"\s*:|\]\s*$)")
_BETWEEN = re.compile(r"[\s,]*")
_SAMPLED = 50
_FEED = 2_000
_SPACE = b"\xef\xbb\xbf \t\r\n"


@dataclass(frozen=True, slots=True)
class Value:
    """A value, where it stands (`line 12`, `item 3`), and its bytes."""

    place: str
    value: object
    content: bytes


@dataclass(frozen=True, slots=True)
class BadValue:
    """What stands where a value should: `what` says why it is none."""

    place: str
    code: str
    what: str
    content: bytes


def json_form(head: bytes, *, is_all: bool) -> str | None:
    """`lines`, `list` or `object`, told by the first bytes of a file (or `is_all` of them); None where it is no JSON.

    A feed in JSON is not read here.
    """
    if head.lstrip(_SPACE)[:1] not in (b"{", b"[") or b"jsonfeed.org/version" in head[:_FEED]:
        return None
    if _LIST.match(head):
        return "list"
    lines = [line for line in head.splitlines()[:_SAMPLED] if line.strip(_SPACE)]
    if _is_object(lines[0]):
        return "lines"
    if is_all and _is_object(head):
        return "object"
    objects = sum(1 for line in lines if _OBJECT.match(line) and _is_object(line))
    if objects > 1 or (objects and is_all):
        return "lines"
    return "object" if _OBJECT.match(head) else None


def values_in(window: Window, form: str) -> Iterator[Value | BadValue]:
    """The values of a file of some form; never more than one of them in memory."""
    if form == "lines":
        return _lines(window)
    return _items(window) if form == "list" else _whole(window)


def _lines(window: Window) -> Iterator[Value | BadValue]:
    number, looked, is_skipping = 0, 0, False
    while window.fill(looked + 1) or window.data:
        end = window.data.find(b"\n", looked)
        if end < 0 and not window.is_ended:
            looked = len(window.data)
            if looked > MAX_VALUE:
                if not is_skipping:
                    what = f"is longer than {MAX_VALUE // 1_000_000} MB"
                    yield BadValue(f"line {number + 1}", "too_large", what, window.data[:CHUNK])
                is_skipping, looked = True, 0
                window.drop(len(window.data))
            continue
        line = window.drop(end + 1 if end >= 0 else len(window.data))
        looked, number = 0, number + 1
        if not is_skipping and line.strip(_SPACE):
            yield _value(f"line {number}", line)
        is_skipping = False


def _whole(window: Window) -> Iterator[Value | BadValue]:
    window.fill(MAX_VALUE + 1)
    if len(window.data) > MAX_VALUE:
        yield BadValue("", "too_large", f"is longer than {MAX_VALUE // 1_000_000} MB", window.data[:CHUNK])
    else:
        yield _value("", window.data)


def _items(window: Window) -> Iterator[Value | BadValue]:
    """The items of a list; where one is damaged, what comes after it cannot be told apart."""
    decoder, number = json.JSONDecoder(strict=False), 1
    window.fill(CHUNK)
    window.drop(window.data.index(b"[") + 1)
    wanted = CHUNK
    while True:
        window.fill(wanted)
        text = window.data.decode("utf-8", "surrogateescape")
        start = _between(text)
        if text[start : start + 1] == "]":
            return
        place = f"item {number}"
        try:
            value, end = decoder.raw_decode(text, start)
            is_open = end == len(text) and not window.is_ended
        except (ValueError, RecursionError):
            if window.is_ended or len(window.data) > MAX_VALUE:
                code = "bad_json" if window.is_ended else "too_large"
                what = "is damaged, breaks off or is too long, and with it what comes after"
                yield BadValue(place, code, what, window.data[:CHUNK])
                return
            is_open = True
        if is_open:
            # Twice as much each time, so that a long item is not tried again for every bit of it.
            wanted = 2 * max(wanted, len(window.data))
            continue
        content = text[start:end].encode("utf-8", "surrogateescape")
        window.drop(len(text[:end].encode("utf-8", "surrogateescape")))
        yield Value(place, value, content)
        number, wanted = number + 1, 1


def _between(text: str) -> int:
    found = _BETWEEN.match(text)
    return found.end() if found else 0


def _value(place: str, content: bytes) -> Value | BadValue:
    try:
        return Value(place, json.loads(content.decode("utf-8-sig", "replace"), strict=False), content)
    except (ValueError, RecursionError) as error:
        reason = (
            f"{error.msg}, column {error.colno}"
            if isinstance(error, json.JSONDecodeError)
            else "nested too deep"
        )
        return BadValue(place, "bad_json", f"is no JSON ({reason})", content)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line.decode("utf-8-sig", "replace"), strict=False), dict)
    except (ValueError, RecursionError):
        return False
