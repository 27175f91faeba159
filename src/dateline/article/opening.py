"""The place, date and agency that open a report: "NAIROBI, March 3 (Reuters) -"."""

from __future__ import annotations

import re

from dateline.article.chain import agencies_in
from dateline.model import ChainLink, Dateline, Span

_WORD = r"[A-ZÀ-ÞА-ЯЁİŞĞÇÖÜ][\w.'’\-]*"
_CAPS = r"[A-ZÀ-ÞА-ЯЁİŞĞ][A-ZÀ-ÞА-ЯЁİŞĞ.'’\-]+"
_PLACE = rf"(?:{_CAPS}(?:[ /]{_CAPS}){{0,3}}|{_WORD}(?: (?:de|del|da|al|la|of|{_WORD})){{0,3}})"
_AREA = rf"(?:, {_WORD}(?: {_WORD}){{0,2}}\.?)?"
_DAY = r"(?:,? (?:\w{3,10}\.? \d{1,2}|\d{1,2}\.? \w{3,10}\.?)(?:,? \d{4})?)?"
_DASH = r"\s*(?:[-–—]{1,2}|:)\s+"
_WITH_AGENCY = re.compile(
    rf"(?P<place>{_PLACE}){_AREA}{_DAY}\s*[,/]?\s*\((?P<agency>[^()]{{2,40}})\)(?:{_DASH}|\s+)"
)
_CAPITALS = re.compile(rf"(?P<place>{_CAPS}(?:[ /]{_CAPS}){{0,3}}){_AREA}{_DAY}\s*(?:[-–—]{{1,2}})\s+")
_DATED = re.compile(
    rf"(?P<place>{_PLACE}){_AREA},? (?:\w{{3,10}}\.? \d{{1,2}}|\d{{1,2}}\.? \w{{3,10}}\.?)(?:,? \d{{4}})?{_DASH}"
)
_SLASHED = re.compile(
    rf"(?P<place>{_PLACE}), \d{{1,2}} \w{{3,10}} \d{{4}} [/-] (?P<agency>[^/]{{2,30}}) [/-]\s*"
)
_AGENCY_FIRST = re.compile(
    rf"\(?(?P<agency>[A-Z][\w .]{{1,25}})\)?\s*[-–—/,:]+\s*(?P<place>{_CAPS}(?: {_CAPS}){{0,2}})\s*[-–—:,]\s+"
)
_AGENCY_ONLY = re.compile(r"\((?P<agency>[A-Z][\w .\-]{1,28})\)\s*(?:[-–—]{1,2}\s+)?(?=[A-Z\"“])")
_NO_PLACES = frozenset(
    [
        "UPDATE",
        "BREAKING",
        "EXCLUSIVE",
        "WATCH",
        "VIDEO",
        "OPINION",
        "ANALYSIS",
        "NEWS",
        "LIVE",
        "NOTE",
        "EDITOR",
        "INTERVIEW",
        "REVIEW",
        "EXPLAINER",
    ]
)


def read_opening(paragraph: str, offset: int = 0) -> tuple[Dateline | None, tuple[ChainLink, ...]]:
    """Dateline and agencies at the start of the first body paragraph, spans shifted by `offset`."""
    for pattern in (_WITH_AGENCY, _SLASHED, _CAPITALS, _DATED, _AGENCY_FIRST, _AGENCY_ONLY):
        found = pattern.match(paragraph)
        if not found or found.end() > 120:
            continue
        groups = found.groupdict()
        links = _agencies(found, offset) if groups.get("agency") else ()
        if "agency" in groups and not links:
            continue
        place = groups.get("place")
        if place and place.split()[0].upper() in _NO_PLACES:
            continue
        return (Dateline(place, _shift(found, "place", offset)) if place else None), links
    return None, ()


def _agencies(found: re.Match[str], offset: int) -> tuple[ChainLink, ...]:
    return tuple(agencies_in(found["agency"], offset + found.start("agency")))


def _shift(found: re.Match[str], group: str, offset: int) -> Span:
    return Span(offset + found.start(group), offset + found.end(group))
