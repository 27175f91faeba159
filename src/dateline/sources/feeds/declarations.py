"""Makes XML safe for every parser: entities are settled here, and what declares many or nested ones is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.entities import html5

from dateline.model import InputError

MAX_ENTITIES = 16
"""The most entities that a document may declare; some feeds declare a few names of characters or namespaces."""
_MAX_VALUE = 200
_PROLOG = 20_000
_MAX_GROWTH = 1_000_000
_DECLARED = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY\s+([^\s%\"'<>]+)\s+(?:\"([^\"]*)\"|'([^']*)')\s*>", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^<>\[]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_DECLARATION = re.compile(r"<\?xml\b[^>]{0,500}>", re.IGNORECASE)
_LEFT = re.compile(r"<!(?:DOCTYPE|ENTITY)\b", re.IGNORECASE)
_NESTED = re.compile(r"&(?!#)|%")
_PART = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z))", re.DOTALL)
_AMPERSAND = re.compile(r"&(?:(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][\w.-]{0,40});)?")
_NUMBER = re.compile(r"&(#[0-9]{1,9}|#[xX][0-9A-Fa-f]{1,8});")
_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def without_entities(text: str, source: str) -> str:
    """The document without document type, declaration, control characters and entities: those that it declares and those of
    HTML become characters, a bare "&" becomes "&amp;". A parser has nothing left to expand.

    Raises:
        InputError: `entity_bomb`.
    """
    text = _FORBIDDEN.sub("", text).lstrip("\ufeff \t\r\n")
    # Everywhere: what looks like a comment here may be none for a parser that repairs.
    text = _NUMBER.sub(lambda found: found.group() if _is_character(found.group(1)) else "", text)
    values = _declared(text, source)
    text = _without_type(text)
    text = _DECLARATION.sub("", text, count=1)
    _check_growth(text, values, source)
    parts = _PART.split(text)
    parts[::2] = [_AMPERSAND.sub(lambda found: _settled(found, values), part) for part in parts[::2]]
    parts[::2] = [_LEFT.sub("", part) for part in parts[::2]]
    return "".join(parts)


def _without_type(text: str) -> str:
    at = text[:_PROLOG].lower().find("<!doctype")
    found = _DOCTYPE.match(text, at) if at >= 0 else None
    return text[:at] + text[found.end() :] if found else text


def _declared(text: str, source: str) -> dict[str, str]:
    """What the document declares, when it is little and plain."""
    # Inside CDATA and comments it is text that somebody wrote about, and no parser acts on it.
    outside = "".join(_PART.split(text)[::2]) if _DECLARED.search(text) else ""
    count = len(_DECLARED.findall(outside))
    if not count:
        return {}
    if count > MAX_ENTITIES:
        raise _bomb(source)
    found = {m.group(1): m.group(2) or m.group(3) or "" for m in _ENTITY.finditer(outside)}
    plain = all(len(value) <= _MAX_VALUE and not _NESTED.search(value) for value in found.values())
    if len(found) < count or not plain:
        raise _bomb(source)
    return found


def _check_growth(text: str, values: Mapping[str, str], source: str) -> None:
    if sum(text.count(f"&{name};") * len(value) for name, value in values.items()) > _MAX_GROWTH:
        raise _bomb(source)


def _bomb(source: str) -> InputError:
    message = f"{source} declares entities that grow, nest or lie outside, which no feed needs: leave it out."
    return InputError("entity_bomb", source, message)


def _settled(found: re.Match[str], values: Mapping[str, str]) -> str:
    name = found.group(1)
    if name is None:
        return "&amp;"
    if name in _XML:
        return found.group()
    if name.startswith("#"):
        return found.group()
    known = values.get(name) or html5.get(f"{name};")
    return _escaped(known) if known is not None else f"&amp;{name};"


def _is_character(number: str) -> bool:
    code = int(number[1:]) if number[1].isdigit() else int(f"0{number[1:]}", 0)
    return code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000


def _escaped(value: str) -> str:
    """The value of an entity as text of the document; numbers in it stay numbers."""
    value = re.sub(r"&(?!#)", "&amp;", value)
    return value.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("'", "&apos;")
