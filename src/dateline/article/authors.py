"""The people who wrote a page, out of what it declares, links to and prints."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from dateline.article.byline import read_byline, read_name_line
from dateline.article.chain import agency_name
from dateline.article.dates import find_dates
from dateline.article.layout import Layout
from dateline.article.lines import Line, fold
from dateline.article.names import is_person, people_in, tidy_name
from dateline.article.outlet import looks_like_outlet
from dateline.model import BlockKind, HeadCandidate, HeadField, Span

_LEAD = re.compile(
    r"^(?:.*\b(?:[Pp]osts|[Aa]rticles|[Ss]tories) by\s+"
    r"|(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|POR|[Dd]i|[Dd]a|[Dd]oor|[Aa]v|[Aa]f)(?:\s+|\s?:\s*)(?=\S+\s+\S)"
    r"|By(?=[A-ZÀ-Þ])"
    r"|.*\bas told to\s+)"
)
_FOR = re.compile(r"\s+(?:for|in)\s+|\s+[-–—]\s+")
_REVERSED = re.compile(r"([^\W\d_][\w'’\-]+), ([^\W\d_][\w'’.\-]+(?: [^\W\d_]\.?)?)")
_ARTICLE = re.compile(r"^(?:the|die|der|das|le|la|les|el|il)\s+")
_SOURCES = ("json_ld", "meta", "microdata", "link", "byline", "signature")
_FRONT, _ABOVE, _UNDER = 3, 4, 5
_LONGEST = 8
"""Words of a name with an outlet behind it."""
_MANY = 8
"""Names without a "by" that are a list of other people."""
_SIGNED, _SHORT = 4, 12
"""Lines at the start of a body that may be a signature, and words of one."""
_NOT_SIGNED = frozenset(
    (BlockKind.HEADLINE, BlockKind.NAVIGATION, BlockKind.TEASER, BlockKind.MOST_READ, BlockKind.SHARE)
)
_ABBREVIATION = re.compile(r"[b-df-hj-np-tv-z]{2,}")
_BARS = re.compile(r"\s*[|•·]\s*")
_BY = re.compile(r"^.{0,16}?\s(?=(?:by|von|par|por|di)\s)", re.IGNORECASE)

IsOwner = Callable[[str], bool]


def owner_test(names: Iterable[str], domain: str | None, is_known: IsOwner) -> IsOwner:
    """A test for names that are the page's outlet or an agency: `names` are those that the page gives to itself. A name with the
    page's address in it is the outlet's too, where that is an abbreviation or a word of outlets ("BCD Sport" of bcd.example)."""
    own = {plain for name in names if (plain := _plain(name))}
    labels = {
        label
        for label in (domain or "").split(".")[:-1]
        if _ABBREVIATION.fullmatch(label) or looks_like_outlet(label.capitalize(), None)
    }

    def is_owner(name: str) -> bool:
        plain = _plain(name)
        is_ours = plain in own or not labels.isdisjoint(plain.split())
        return is_ours or agency_name(name) is not None or is_known(name)

    return is_owner


def _plain(name: str) -> str:
    return _ARTICLE.sub("", fold(name))


def people_of(text: str, is_owner: IsOwner) -> list[str]:
    """People that an author field names: no outlet, agency or title, and no name twice because it is turned round."""
    clean = _LEAD.sub("", html.unescape(text).strip(), count=1)
    turned = _REVERSED.fullmatch(clean)
    if turned and not is_person(turned[1]) and not is_person(turned[2]):
        clean = f"{turned[2]} {turned[1]}"
    whole = tidy_name(clean)
    if is_owner(whole):
        return []
    clean = _without_owner(_FOR.split(clean)[0], is_owner)
    return [name for name in people_in(clean) if not is_owner(name)]


def _without_owner(text: str, is_owner: IsOwner) -> str:
    """A name without the outlet or agency behind it: "Mira Tolvanen The Ambrel Herald"."""
    words = text.split()
    for start in range(2, min(len(words), _LONGEST)):
        if is_owner(" ".join(words[start:])):
            return " ".join(words[:start]).rstrip(" ,/|")
    return text


def author_candidates(
    declared: Iterable[HeadCandidate], layout: Layout, is_owner: IsOwner
) -> list[HeadCandidate]:
    """People by every source, those who are believed first; a person is believed once."""
    found = [*_declared(declared, is_owner), *_printed(layout, is_owner)]
    found = found or list(_signed(layout, is_owner))
    by_source = {source: [c for c in found if c.source == source] for source in _SOURCES}
    chosen = next((people for people in by_source.values() if people), [])
    if _adds_printed(by_source["meta"], chosen, layout):
        chosen = by_source["meta"]
    chosen = [*_once(chosen)]
    rest = [c for c in found if c not in chosen]
    bylines = [
        line for line, kind in zip(layout.lines, layout.kinds, strict=True) if kind is BlockKind.BYLINE
    ]
    return [_placed(candidate, bylines) for candidate in [*chosen, *_once_each(rest)]]


def believed(candidates: Sequence[HeadCandidate]) -> tuple[str, ...]:
    """Names of those candidates that come from the first one's source, one name once."""
    first = candidates[0].source if candidates else ""
    return tuple(c.value for c in _once(c for c in candidates if c.source == first))


def _declared(declared: Iterable[HeadCandidate], is_owner: IsOwner) -> Iterator[HeadCandidate]:
    for candidate in declared:
        if candidate.field is HeadField.AUTHOR and not candidate.value.startswith("http"):
            for name in people_of(candidate.value, is_owner):
                yield HeadCandidate(HeadField.AUTHOR, name, candidate.source, candidate.span)


def _printed(layout: Layout, is_owner: IsOwner) -> Iterator[HeadCandidate]:
    """People of bylines: of those that say "by", else of names alone."""
    start = layout.front()[0] - _ABOVE
    lines = [layout.lines[number] for number in layout.bylines if number >= start]
    said = [line for line in lines if read_byline(line.text) is not None]
    alone = lines if sum(len(layout.bylines[line.number].authors) for line in lines) <= _MANY else []
    for line in said or alone:
        for name in layout.bylines[line.number].authors:
            for person in people_of(name, is_owner):
                yield HeadCandidate(HeadField.AUTHOR, person, "byline", _span_in(line, person))


def _signed(layout: Layout, is_owner: IsOwner) -> Iterator[HeadCandidate]:
    """People of lines that may be signatures."""
    for line in _near_body(layout):
        names, is_said = signature_of(line.text)
        for name in names:
            if not is_owner(name) and (is_said or not _is_named_again(name, line, layout)):
                yield HeadCandidate(HeadField.AUTHOR, name, "signature", _span_in(line, name))


def _near_body(layout: Layout) -> list[Line]:
    """Short lines under the headline, the first of the body, and its last."""
    last = layout.last(BlockKind.BODY)
    if last is None:
        return []
    start, first = layout.front()
    numbers = [*range(max(start, first - _UNDER), max(first + _SIGNED, start + _UNDER)), last]
    return [
        line
        for i in numbers
        if i < len(layout.lines)
        and (line := layout.lines[i]).words <= _SHORT
        and layout.kinds[i] not in _NOT_SIGNED
    ]


def signature_of(text: str) -> tuple[tuple[str, ...], bool]:
    """People of a line that is a name alone, or has one between bars or behind its date, and whether a "by" says so:
    "12 March 2024 | by Mira Tolvanen". In scripts without capitals only a "by" tells names from buttons."""
    dates = find_dates(text)
    parts = _BARS.split(text)
    if dates:
        parts += [text[: dates[0].span.start], _BY.sub("", text[dates[-1].span.end :])]
    for part in parts:
        clean = part.strip(" ,-–—")
        said = read_byline(clean)
        if said is not None and said.authors:
            return said.authors, True
        alone = read_name_line(clean.replace("/", ","))
        if alone is not None and all(name[:1].isupper() for name in alone.authors):
            return alone.authors, False
    return (), False


def _is_named_again(name: str, line: Line, layout: Layout) -> bool:
    """True where the story names the person: authors do not write of themselves, but names alone may be those of its people."""
    last = name.rsplit(maxsplit=1)[-1]
    return any(
        last in other.text
        for other, kind in zip(layout.lines, layout.kinds, strict=True)
        if kind is BlockKind.BODY and other is not line
    )


def _adds_printed(people: Sequence[HeadCandidate], chosen: Sequence[HeadCandidate], layout: Layout) -> bool:
    """True for a list that holds all who are chosen and others whose names stand by the headline."""
    names, had = {fold(c.value) for c in people}, {fold(c.value) for c in chosen}
    if not had < names:
        return False
    start, first = layout.front()
    front = " ".join(line.folded for line in layout.lines[max(0, start - _FRONT) : first + _FRONT])
    return all(name in front for name in names)


def _once(candidates: Iterable[HeadCandidate]) -> list[HeadCandidate]:
    """One candidate for a name, whichever way round it is written."""
    seen: dict[frozenset[str], HeadCandidate] = {}
    for candidate in candidates:
        seen.setdefault(frozenset(fold(candidate.value).replace(",", "").split()), candidate)
    return list(seen.values())


def _once_each(candidates: Iterable[HeadCandidate]) -> list[HeadCandidate]:
    return list({(c.value, c.source): c for c in reversed(list(candidates))}.values())[::-1]


def _placed(candidate: HeadCandidate, bylines: Sequence[Line]) -> HeadCandidate:
    """A candidate with its place in a byline, where it stands in one."""
    if candidate.span is None:
        for line in bylines:
            span = _span_in(line, candidate.value)
            if span:
                return HeadCandidate(candidate.field, candidate.value, candidate.source, span)
    return candidate


def _span_in(line: Line, name: str) -> Span | None:
    at = line.text.lower().find(name.lower())
    return Span(line.start + at, line.start + at + len(name)) if at >= 0 else None
