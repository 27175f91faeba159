"""Who published a page: what its title, its promotions and its copyright lines name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import Protocol
from urllib.parse import urlsplit

from dateline.article.furniture import rows_of
from dateline.article.lines import Line, fold
from dateline.article.names import is_person
from dateline.article.patterns import patterns_of
from dateline.model import BlockKind, Outlet

_MOST_CUTS = 50
_SUFFIX = re.compile(r"\s+[-–—|·•»]\s+|\s*\|\s*")
_GENERIC = frozenset(
    [
        "live",
        "updates",
        "video",
        "videos",
        "opinion",
        "analysis",
        "news",
        "world",
        "politics",
        "business",
        "sport",
        "sports",
        "home",
        "latest",
        "report",
        "reports",
        "photos",
        "gallery",
        "podcast",
        "review",
        "interview",
        "explainer",
        "exclusive",
        "breaking",
        "local",
        "national",
        "international",
    ]
)


class OutletLookup(Protocol):
    """What is known of outlets: a table that the caller brings."""

    def outlet(self, name_or_domain: str) -> Outlet | None:
        """The outlet or agency of a name, a short name or a domain such as `example.org`; None where it is not known."""
        ...


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(row["word"] for row in rows_of("outlet_words.csv"))


def looks_like_outlet(name: str, outlets: OutletLookup | None) -> bool:
    """True for a known outlet, or a short capitalised name with a word such as Times or Radio in it."""
    if outlets is not None and outlets.outlet(name) is not None:
        return True
    words = name.split()
    if not 1 <= len(words) <= 6 or is_generic(name):
        return False
    return any(word.strip(".,'’").casefold() in _outlet_words() for word in words) and words[-1][0].isupper()


def is_generic(name: str) -> bool:
    """True when every word is one that titles end with on any site: "Live updates"."""
    return all(word in _GENERIC for word in fold(name).split())


def split_title(title: str, others: Iterable[str], outlets: OutletLookup | None) -> tuple[str, str | None]:
    """A saved page title as (title, outlet): "Dam opens - The Daily Example". `others` are folded lines that confirm a title.

    Without a confirming line the suffix must look like an outlet.
    """
    confirmed = set(others)
    cuts = list(islice(_SUFFIX.finditer(title), _MOST_CUTS + 1))
    if len(cuts) > _MOST_CUTS:  # a table or a list, and no title
        return title.strip(), None
    for cut in cuts:
        if fold(title[: cut.start()]) in confirmed:
            return title[: cut.start()].strip(), _best_part(title[cut.end() :], outlets)
    for cut in reversed(cuts):
        head, tail = title[: cut.start()].strip(), title[cut.end() :].strip()
        if len(head.split()) >= 3 and looks_like_outlet(tail, outlets):
            while (
                (inner := _last_cut(head))
                and len(head[: inner.start()].split()) >= 4
                and is_generic(head[inner.end() :])
            ):
                head = head[: inner.start()].strip()
            return head, tail
    return title.strip(), None


def _last_cut(text: str) -> re.Match[str] | None:
    return next(reversed(list(_SUFFIX.finditer(text))), None)


def _best_part(tail: str, outlets: OutletLookup | None) -> str | None:
    """The outlet in what follows a title: a known one, else the last part that is not a section."""
    parts = [part.strip() for part in _SUFFIX.split(tail) if part.strip()]
    known = [part for part in parts if looks_like_outlet(part, outlets)]
    named = known or [part for part in parts if not is_generic(part) and len(part.split()) <= 6]
    return named[-1] if named else None


def promoted_outlet(lines: Iterable[Line], outlets: OutletLookup | None) -> str | None:
    """The outlet that promotions and copyright lines name: a known one, else the name that most of them have."""
    counts: dict[str, int] = {}
    for line in lines:
        name = _promotion(line)[0]
        if name:
            if outlets is not None and outlets.outlet(name) is not None:
                return name
            counts[name] = counts.get(name, 0) + 1
    if not counts:
        return None
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] > 1 or looks_like_outlet(best, None) else None


def promotion_kind(line: Line) -> BlockKind | None:
    """What a line that names the outlet is for: a promotion, a follow button, a copyright."""
    return _promotion(line)[1] if line.words <= 12 else None


def _promotion(line: Line) -> tuple[str | None, BlockKind | None]:
    """The outlet that a promotion names, and the kind of the line."""
    if 2 <= line.words <= 16 and len(line.text) <= 140:
        for row, found in patterns_of("outlet_cues.csv").matches(line.text):
            name = _plain_name(line.text[found.start("outlet") : found.end("outlet")])
            if name:
                return name, row.kind
    return None, None


def _plain_name(name: str) -> str | None:
    """A captured name when it is one: short, capitalised, no sentence and no person."""
    clean = re.sub(r"^(?:our|the|your|all|a)\b\s*(?=[a-z])", "", name.strip(" .,:;|-–—©®™\"'“”"))
    words = clean.split()
    if (
        not 1 <= len(words) <= 6
        or is_generic(clean)
        or (is_person(clean) and not looks_like_outlet(clean, None))
    ):
        return None
    small = sum(1 for word in words if word[0].islower())
    return clean if words[-1][0].isupper() and small <= len(words) // 2 else None


def domain_of(url: str | None) -> str | None:
    """The host of an address without `www.`; None without one."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def resolve_outlet(
    names: Iterable[str | None], domain: str | None, outlets: OutletLookup | None
) -> Outlet | None:
    """The first name that is known, else the domain's outlet, else the first name as it stands, else the domain."""
    named = [name.strip() for name in names if name and name.strip()]
    if outlets is not None:
        for name in named:
            known = outlets.outlet(name)
            if known is not None:
                return known
        known = outlets.outlet(domain) if domain else None
        if known is not None:
            return known
    if named:
        return Outlet(None, named[0])
    return Outlet(None, domain) if domain else None
