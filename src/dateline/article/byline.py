"""Lines that say who wrote a report, for whom and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.article.dates import FoundDate, find_dates
from dateline.article.furniture import rows_of
from dateline.article.names import is_person, people_in, tidy_name
from dateline.model import Span

_FOR = re.compile(
    r"\s(?:for|für|pour|para|per|voor|для)\s+(?P<outlet>(?:the |The )?[A-ZА-ЯÀ-Þ][^|•·,;()]{1,48})"
)
_STOP = re.compile(
    r"\s*(?:\||•|·|\s[-–—]\s|\(|@|\b(?:updated|published|posted|last|first|on|in|at|is|mon|tues?|wed|thurs?|fri|sat|sun)"
    r"(?:day|nesday|rsday|urday)?\b[,:]?|\d).*$",
    re.IGNORECASE | re.DOTALL,
)
_IN_PLACE = re.compile(
    r"\s+(?:in|à|aus|en)\s+(?P<place>[A-ZÀ-Þ][\w.'’-]+(?:[ ,]+(?:and |de |del |of )?[A-ZÀ-Þ][\w.'’-]+){0,4})$"
)

_CONTRIBUTORS = re.compile(
    r"^\W*(?:additional |contributing )?(?:reporting|writing|editing|research|graphics|video|compiled|edited|produced|translated|with reporting|material)\s"
    r"(?:provided )?by\b|\bcontributed (?:reporting|to this (?:report|story|article))\b|\bin [A-Z][\w ,]{2,40} contributed\.?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """Authors (people only), the outlet after "for" with its place in the line, and a date of the line."""

    authors: tuple[str, ...]
    outlet: str | None
    outlet_span: Span | None
    date: FoundDate | None


@cache
def _cues() -> re.Pattern[str]:
    cues = sorted({row["cue"] for row in rows_of("bylines.csv")}, key=len, reverse=True)
    cased = "|".join(
        re.escape(cue) + (r"(?=[\s:：])" if cue[-1].isalpha() and cue[-1] < "\u2e80" else "") for cue in cues
    )
    return re.compile(rf"^\W{{0,3}}(?:{cased})[:：]?\s*", re.IGNORECASE)


def read_byline(line: str) -> Byline | None:
    """What a line with a byline cue says; None for a line that is no byline."""
    cue = _cues().match(line)
    if not cue or len(line) > 220:
        return None
    rest = line[cue.end() :]
    if not rest or not (rest[0].isupper() or rest[0] > "\u0590"):
        return None
    dates = find_dates(line)
    named = _outlet_after_for(rest, dates[0].span.start - cue.end() if dates else None)
    limit = dates[0].span.start - cue.end() if dates and dates[0].span.start > cue.end() else len(rest)
    names = rest[: min(named.start(), limit) if named else limit]
    authors = people_in(_STOP.sub("", names))
    if not authors and not dates and len(rest.split()) > 6:
        return None
    outlet = tidy_name(named["outlet"]) if named else None
    span = (
        Span(
            cue.end() + named.start("outlet"),
            cue.end() + named.start("outlet") + len(named["outlet"].rstrip()),
        )
        if named
        else None
    )
    return Byline(tuple(authors), outlet, span, dates[0] if dates else None)


def is_contributor_line(line: str) -> bool:
    """True for a line below a report that says who else worked on it: "Reporting by Mira Tolvanen; editing by Jon Aalto"."""
    return len(line) <= 250 and _CONTRIBUTORS.search(line) is not None


def _outlet_after_for(rest: str, limit: int | None) -> re.Match[str] | None:
    return _FOR.search(rest[:limit] if limit is not None and limit > 0 else rest)


def is_name_line(line: str) -> bool:
    """True for a line that is nothing but one to three names of people."""
    if len(line) > 90 or any(c.isdigit() for c in line):
        return False
    parts = [tidy_name(part) for part in re.split(r",|&|\band\b|\bund\b|\bet\b", line)]
    return 0 < len(parts) <= 3 and all(is_person(part) for part in parts)


def read_name_line(line: str) -> Byline | None:
    """A byline without its "by": names alone, perhaps with the place where they wrote ("Mira Tolvanen in Port Ambrel")."""
    names = _IN_PLACE.sub("", line) if line.count(" ") < 9 else line
    if not is_name_line(names):
        return None
    people = people_in(names)
    return Byline(tuple(people), None, None, None) if people else None
