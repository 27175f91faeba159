"""Bytes to text: byte order mark, then UTF-8, then what envelope and page declare, then what the bytes look like."""

from __future__ import annotations

import codecs
import re
import unicodedata

from dateline.sources.sniff import is_wide

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]{2,40})", re.IGNORECASE
)
# Browsers read these labels as the wider Windows or Chinese code page, and pages rely on it.
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_SHIFTED = re.compile(rb"\x1b\$[@B]|\x1b\([BJ]")
_MOJIBAKE = re.compile(r"[ÃÂâÐÑ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ]|ï¿½|[\x80-\x9f]")
# Case that changes inside words, scripts that do, and words of nothing but accented letters.
_MIXED = re.compile(
    r"[a-zа-я][A-ZА-ЯÀ-Þ][a-zа-яß-ÿ]|(?<=[a-z])[а-я]|(?<=[а-я])[a-z]|(?<=[а-яß-ÿ])[А-ЯÀ-ÖØ-Þ]|[à-öø-ÿ]{3,}"
)
_SAMPLE = 100_000


def decode(content: bytes, charset: str | None = None) -> str:
    """The text of a page's bytes, every character kept: line ends and no-break spaces too, a byte order mark dropped.

    `charset` is what the envelope of the page says (a header of the mail that it came in), and is tried before what the page
    itself says.
    What cannot be decoded becomes U+FFFD; the call never fails.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    if is_wide(content):
        little = content[1:4096:2].count(0) >= content[0:4096:2].count(0)
        return content.decode("utf-16-le" if little else "utf-16-be", "replace")
    if b"\x1b" in content and _SHIFTED.search(content[:_SAMPLE]):
        japanese = _strict(content, "iso2022_jp")
        if japanese is not None:
            return japanese
    text = _strict(content, "utf-8")
    return text if text is not None else _decode_other(content, charset)


def _decode_other(content: bytes, charset: str | None) -> str:
    """Bytes that are not clean UTF-8: nearly UTF-8, then the declared charset, then detected ones, best reading first."""
    lenient = content.decode("utf-8", "replace")
    good = sum(1 for c in lenient if c > "\x7f" and c != "�")
    if lenient.count("�") <= 0.05 * good + 1 and good > lenient.count("�"):
        return lenient
    names = [*_known(charset), *_declared(content), *_detected(content), "cp1252"]
    readings = [(name, text) for name in dict.fromkeys(names) if (text := _strict(content, name)) is not None]
    if not readings:
        return content.decode("cp1252", "replace")
    # min keeps the first of equals, so the declared charset wins unless it reads worse.
    return min(readings, key=lambda reading: round(_strangeness(reading[1]), 2))[1]


def _strict(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(content: bytes) -> list[str]:
    found = _DECLARED.search(content[:8192])
    return _known(found.group(1).decode("ascii")) if found else []


def _known(label: str | None) -> list[str]:
    """The charset of a label, as browsers take it; none where Python has no text codec for it."""
    try:
        name = codecs.lookup(label or "").name
    except (LookupError, ValueError):
        return []
    return [_WIDER.get(name, name)]


def _detected(content: bytes) -> list[str]:
    """Guesses of two detectors; imported here because clean UTF-8 is the rule and start-up time counts."""
    from charset_normalizer import from_bytes
    from resiliparse.parse.encoding import detect_encoding

    names = [detect_encoding(content[:_SAMPLE])]
    sample = re.sub(rb"<[^>]*>", b" ", content[:_SAMPLE])
    best = from_bytes(sample).best()
    if best is not None:
        names.append(best.encoding)
    return [known for name in names for known in _known(name) if not known.startswith("utf-8")]


def _strangeness(text: str) -> float:
    """Share of the non-ASCII characters that hardly occur in prose: mojibake pairs, controls, symbols, mixed scripts."""
    sample = [c for c in text[:_SAMPLE] if c > "\x7f"]
    if not sample:
        return 0.0
    odd = 2 * len(_MOJIBAKE.findall(text[:_SAMPLE]))
    odd += sum(1 for c in sample if unicodedata.category(c) in ("So", "Sm", "Cn", "Co", "Cc", "Sk", "No"))
    odd += len(_MIXED.findall(text[:_SAMPLE]))
    return odd / len(sample)
