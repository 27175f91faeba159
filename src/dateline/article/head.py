"""The head of a page: title, dek, authors, outlet, section, dates, address, language, with all that was found for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.article.authors import author_candidates, believed, owner_test
from dateline.article.dump import Draft
from dateline.article.head_dates import modified_dates, published_dates
from dateline.article.layout import Layout
from dateline.article.lines import Line, fold
from dateline.article.outlet import OutletLookup, domain_of
from dateline.model import BlockKind, DatedValue, HeadCandidate, HeadField, RawPage, Span

_DEK_WORDS = 5
_SECTION_WORDS, _SLUG = 5, 3
"""Words of a section, and hyphens of one that is written for an address."""
_SAME = 0.75
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Head:
    """What was chosen, and the candidates of every field, the chosen one first. `outlets` are names, best first."""

    title: str | None
    dek: str | None
    authors: tuple[str, ...]
    outlets: tuple[str, ...]
    section: str | None
    published: DatedValue | None
    modified: DatedValue | None
    url: str | None
    language: str | None
    candidates: tuple[HeadCandidate, ...]


def read_head(draft: Draft, page: RawPage, outlets: OutletLookup | None) -> Head:
    """The head of a draft; what the caller gave with the page goes before what the page says."""
    by_field: dict[HeadField, list[HeadCandidate]] = {kind: [] for kind in HeadField}
    for candidate in draft.candidates:
        by_field[candidate.field].append(candidate)
    given = [(HeadField.URL, page.url), (HeadField.OUTLET, page.outlet)]
    for kind, value in given:
        if value:
            by_field[kind].insert(0, HeadCandidate(kind, value, "given", None))
    url = _first(by_field[HeadField.URL])
    published = published_dates(draft.candidates, draft.shown, draft.times, url, page.published)
    modified = modified_dates(draft.candidates, draft.shown, draft.times)
    by_field[HeadField.PUBLISHED] = _dated(HeadField.PUBLISHED, published)
    by_field[HeadField.MODIFIED] = _dated(HeadField.MODIFIED, modified)
    by_field[HeadField.TITLE] = _titles(draft, by_field[HeadField.TITLE])
    by_field[HeadField.DEK] = _deks(draft, by_field[HeadField.DEK])
    by_field[HeadField.SECTION] = list(_sections(draft, by_field[HeadField.SECTION]))
    owners = [c.value for c in by_field[HeadField.OUTLET]]
    is_owner = owner_test(
        owners, domain_of(url), lambda name: outlets is not None and outlets.outlet(name) is not None
    )
    by_field[HeadField.AUTHOR] = author_candidates(draft.candidates, draft.layout, is_owner)
    return Head(
        draft.title,
        _first(c for c in by_field[HeadField.DEK] if c.span is not None),
        believed(by_field[HeadField.AUTHOR]),
        tuple(c.value for c in by_field[HeadField.OUTLET]),
        _first(by_field[HeadField.SECTION]),
        next(iter(published), None),
        next(iter(modified), None),
        url,
        next((code for c in by_field[HeadField.LANGUAGE] if (code := _language_code(c.value))), None),
        tuple(c for found in by_field.values() for c in _distinct(found)),
    )


def _first(candidates: Iterable[HeadCandidate]) -> str | None:
    return next((candidate.value for candidate in candidates), None)


def _distinct(candidates: Sequence[HeadCandidate]) -> list[HeadCandidate]:
    """One candidate for a value of a source."""
    seen: dict[tuple[str, str], HeadCandidate] = {}
    for candidate in candidates:
        seen.setdefault((candidate.value, candidate.source), candidate)
    return list(seen.values())


def _dated(kind: HeadField, dates: Iterable[DatedValue]) -> list[HeadCandidate]:
    return [HeadCandidate(kind, date.value, date.source, date.span) for date in dates]


def _titles(draft: Draft, candidates: Sequence[HeadCandidate]) -> list[HeadCandidate]:
    """The chosen title first, with its place where it is the headline."""
    title, line = draft.title, draft.layout.first(BlockKind.HEADLINE)
    if not title:
        return list(candidates)
    same = next((c for c in candidates if fold(c.value) == fold(title)), None)
    if line is None:
        return _with_first(
            HeadCandidate(HeadField.TITLE, title, same.source if same else "page_title", None), candidates
        )
    span = draft.layout.headline_span or _line_span(draft.layout, line)
    source = "h1" if any(c.source == "h1" and c.span == span for c in candidates) else "headline"
    return _with_first(HeadCandidate(HeadField.TITLE, title, source, span), candidates)


def _with_first(chosen: HeadCandidate, candidates: Sequence[HeadCandidate]) -> list[HeadCandidate]:
    return [chosen, *(c for c in candidates if (c.value, c.source) != (chosen.value, chosen.source))]


def _line_span(layout: Layout, number: int) -> Span:
    return Span(layout.lines[number].start, layout.lines[number].end)


def _deks(draft: Draft, declared: Sequence[HeadCandidate]) -> list[HeadCandidate]:
    """The summary under the headline; else a description that stands in the page's front. Descriptions that are to be seen
    nowhere are candidates without a place, and not chosen."""
    end = draft.layout.front()[1]
    front = draft.layout.lines[: end + 1]
    wanted = {fold(c.value) for c in declared}
    places = {line.folded: Span(line.start, line.end) for line in front if line.folded in wanted}
    said = [HeadCandidate(c.field, c.value, c.source, places.get(fold(c.value))) for c in declared]
    found = [
        *(
            HeadCandidate(HeadField.DEK, line.text, "dek", Span(line.start, line.end))
            for line in _summaries(draft, end)
        ),
        *said,
    ]
    return sorted(found, key=lambda c: (c.span is None, fold(c.value) not in wanted, c.source != "dek"))


def _summaries(draft: Draft, end: int) -> Iterator[Line]:
    """Lines that the layout takes for summaries, those aside that only repeat a title."""
    titles = [c.value for c in draft.candidates if c.field is HeadField.TITLE]
    for line, kind in zip(draft.layout.lines, draft.layout.kinds, strict=True):
        is_summary = kind is BlockKind.DEK and line.words >= _DEK_WORDS and line.number < end
        if is_summary and not any(_says_same(line.text, title) for title in titles):
            yield line


def _says_same(text: str, title: str) -> bool:
    """True for a line of the words of a title, such as the headline with its kicker."""
    own, words = set(_WORD.findall(fold(text))), set(_WORD.findall(fold(title)))
    return len(own & words) >= _SAME * len(own | words)


def _sections(draft: Draft, declared: Iterable[HeadCandidate]) -> Iterator[HeadCandidate]:
    """Sections that are short names: neither the title nor the last part of the address."""
    for candidate in declared:
        words = candidate.value.split()
        is_title = bool(draft.title) and fold(candidate.value) == fold(draft.title or "")
        is_slug = candidate.value.startswith("http") or candidate.value.count("-") > _SLUG
        if 1 <= len(words) <= _SECTION_WORDS and not is_title and not is_slug:
            yield candidate


def _language_code(value: str) -> str | None:
    """The ISO 639-1 code at the head of a language tag."""
    found = re.match(r"([A-Za-z]{2})(?:$|[-_])", value)
    return found.group(1).lower() if found else None
