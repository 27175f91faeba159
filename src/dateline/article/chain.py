"""What a page says of its own origin: first published elsewhere, taken from an agency."""

from __future__ import annotations

import re
from functools import cache

from dateline.article.furniture import rows_of
from dateline.article.lines import fold
from dateline.article.patterns import patterns_of
from dateline.model import ChainLink, Span

_NAME_END = re.compile(
    r"\s+(?:here|under|and|with|on|in|as|at|where|it|is|was|has|have|by|for|via|website|site|hier|ici|aquí|qui|aqui|am|le|el|il|em|unter|dem|"
    r"erschienen|veröffentlicht)\b.*$|[,;:()|\[\]].*$|(?<!\b\w)\.\s.*$|\.$|\s+[-–—]\s+.*$",
    re.DOTALL,
)
_ARTICLE = re.compile(r"^(?:la|le|les|el|il|die|der|das|dem)\s+(?=[^\W\d_])")
_QUOTES = "\"'“”„«»‘’‚ \u00a0.,:;"


@cache
def _agency_names() -> dict[str, str]:
    rows = list(rows_of("agencies.csv"))
    return {row["name"]: row["name"] for row in rows} | {row["alias"]: row["name"] for row in rows}


@cache
def _agencies() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _agency_names()), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)")


def agencies_in(text: str, offset: int = 0) -> list[ChainLink]:
    """Agencies that a credit, byline or opening names; spans shifted by `offset`. Abbreviations count in capitals only."""
    return [
        ChainLink("agency", _agency_names()[m.group()], Span(offset + m.start(), offset + m.end()))
        for m in _agencies().finditer(text)
    ]


def agency_name(text: str) -> str | None:
    """The full name of the agency that a whole string names, such as "AP"."""
    return _agency_names().get(text.strip(_QUOTES))


def find_contributions(text: str, offset: int = 0) -> list[ChainLink]:
    """Agencies that a line says gave part of the text: "With files from Reuters", "AFP contributed to this report"."""
    if len(text) > 300:
        return []
    links = []
    for _, found in patterns_of("contributions.csv").matches(text):
        start, end = found.span("agency")
        links += agencies_in(text[start:end], offset + start)
    return links


def find_notice(text: str, offset: int = 0) -> ChainLink | None:
    """A notice that the text was first published elsewhere, with the sentence that says so; None without one."""
    if len(text) > 600:
        return None
    for _, found in patterns_of("notices.csv").matches(text):
        name = _outlet_name(text[found.start("outlet") : found.end("outlet")])
        if name:
            start, end = _sentence_around(text, found.start(), found.start("outlet") + len(name))
            return ChainLink("republished_from", name, Span(offset + start, offset + end))
    return None


def _outlet_name(words: str) -> str | None:
    """The name at the head of some words; None where no name stands there."""
    name = re.sub(r"^(?:https?://)?(?:www\.)?", "", words.strip(_QUOTES + "[("))
    quoted = re.match(r"[^\"”“»«]{2,60}(?=[\"”»])", name)
    name = quoted.group() if quoted else _NAME_END.sub("", name)
    name = _ARTICLE.sub("", name.strip(_QUOTES))
    tokens = name.split()
    if not tokens or len(tokens) > 7 or len(name) > 60 or re.search(r"\d{4}|^\d", name):
        return None
    has_name = any(token[0].isupper() or token[0] > "\u0590" or "." in token for token in tokens)
    if not has_name or fold(name) in ("this", "the", "our", "twitter", "facebook", "instagram", "youtube"):
        return None
    return name


def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    first = max((m.end() for m in re.finditer(r"[.!?]\s+", text[:start])), default=0)
    last = re.search(r"[.!?][\"”’)]*(?=\s|$)", text[end:])
    return first, end + last.end() if last else len(text)
