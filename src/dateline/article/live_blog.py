"""Posts of a live blog: declared by the page, else told by the times between its paragraphs."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dateline.article.dates import parse_stamp
from dateline.article.furniture import rows_of
from dateline.article.html_body import squeeze
from dateline.article.lines import Line, fold
from dateline.model import DatedValue, DatePrecision, Entry, Span

_TAG = re.compile(r"<[^>]{1,200}>")
_CLOCK = re.compile(
    r"^\W*(?P<hour>[01]?\d|2[0-3])\s?[:.h]\s?(?P<minute>[0-5]\d)\s*(?P<half>[ap]\.?m\.?)?(?:\s*(?:uhr|[A-Z]{2,4}))?\W*$",
    re.IGNORECASE,
)
_LEAST_POSTS = 4
_LEAST_WORDS = 12
_OPENING = 40
_TELLING = 12
"""Letters of the shortest line that tells that it is a part of a post."""
_HEADING = 3


@dataclass(frozen=True, slots=True)
class Post:
    """A post as the page declares it (JSON-LD `liveBlogUpdate`)."""

    title: str | None
    published: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line that is a time: its number, and the machine-written time of its element, if it has one."""

    line: int
    value: str | None


def declared_entries(posts: Sequence[Post], lines: Sequence[Line]) -> tuple[Entry, ...]:
    """The posts that a page declares, where they stand in its lines (a long blog shows its latest); none where fewer than four do."""
    if len(posts) < _LEAST_POSTS:
        return ()
    by_text: dict[str, int] = {}
    by_opening: dict[str, int] = {}
    for line in lines:
        text = squeeze(line.text)
        by_text.setdefault(text, line.number)
        by_opening.setdefault(text[:_OPENING], line.number)
    starts = {start: post for post in posts if (start := _start_of(post, by_text, by_opening)) is not None}
    if len(starts) < _LEAST_POSTS:
        return ()
    ordered = sorted(starts)
    ends = [*ordered[1:], len(lines)]
    return tuple(
        _declared_entry(starts[start], lines[start:end]) for start, end in zip(ordered, ends, strict=True)
    )


def _start_of(post: Post, by_text: dict[str, int], by_opening: dict[str, int]) -> int | None:
    """Number of the line with a post's heading, else of the one that its text begins with."""
    if post.title:
        found = by_text.get(squeeze(html.unescape(post.title)))
        if found is not None:
            return found
    opening = _plain(post.text)[:_OPENING]
    return by_opening.get(opening) if len(opening) == _OPENING else None


def _plain(text: str | None) -> str:
    return squeeze(_TAG.sub(" ", html.unescape(text or "")))


def _declared_entry(post: Post, lines: Sequence[Line]) -> Entry:
    """A post from its heading to the last line that is in its text; all lines up to the next post where it declares no text."""
    text = _plain(post.text)
    last = (
        max((i for i, line in enumerate(lines) if _is_of(squeeze(line.text), text)), default=0)
        if text
        else -1
    )
    stamp = parse_stamp(post.published) if post.published else None
    title = " ".join(html.unescape(post.title).split()) if post.title else None
    return Entry(
        Span(lines[0].start, lines[last].end), title, DatedValue(*stamp, "json_ld", None) if stamp else None
    )


def _is_of(line: str, text: str) -> bool:
    """Whether a line stands in a post's text; a word or two may stand anywhere."""
    return len(line) >= _TELLING and line in text


def is_live(title: str | None, url: str | None) -> bool:
    """True where title or address say that the page is a live blog."""
    words = f" {fold(title or '')} {re.sub(r'[-_/.]+', ' ', url or '')} ".casefold()
    return any(_is_in(word, words) for word in _live_words())


def _is_in(word: str, words: str) -> bool:
    return word in words if word[0] > "\u2e80" else f" {word} " in re.sub(r"[^\w]+", " ", words)


@cache
def _live_words() -> tuple[str, ...]:
    return tuple(row["word"] for row in rows_of("live_words.csv"))


def timed_entries(
    stamps: Sequence[Stamp],
    lines: Sequence[Line],
    body: Sequence[bool],
    headings: Iterable[int],
    day: str | None,
) -> tuple[Entry, ...]:
    """Posts that begin with a time each, with body between the times; none where there are fewer than four.

    `headings` are numbers of lines that are headings, `day` is the page's date: times of day alone are of that day, if they run one
    way through the page and no other day is written; otherwise the posts have no date.
    """
    starts = [
        stamp
        for stamp, following in pairwise([*stamps, Stamp(len(lines), None)])
        if _has_body(lines, body, stamp.line, following.line)
    ]
    if len(starts) < _LEAST_POSTS:
        return ()
    dates = _dates([(stamp, lines[stamp.line]) for stamp in starts], day)
    ends = [stamp.line for stamp in starts[1:]] + [_last(body) + 1]
    heads = set(headings)
    return tuple(
        _timed_entry(lines[stamp.line : end], heads, date)
        for stamp, end, date in zip(starts, ends, dates, strict=True)
        if end > stamp.line
    )


def is_clock(line: Line) -> bool:
    """True for a line that is a time of day and nothing else."""
    return len(line.text) <= 20 and _CLOCK.match(line.text) is not None


def _has_body(lines: Sequence[Line], body: Sequence[bool], start: int, end: int) -> bool:
    return sum(lines[i].words for i in range(start + 1, end) if body[i]) >= _LEAST_WORDS


def _last(body: Sequence[bool]) -> int:
    return max((i for i, flag in enumerate(body) if flag), default=-1)


def _timed_entry(lines: Sequence[Line], headings: set[int], date: DatedValue | None) -> Entry:
    title = next((line.text for line in lines[1 : 1 + _HEADING] if line.number in headings), None)
    return Entry(Span(lines[0].start, lines[-1].end), title, date)


def _dates(starts: Sequence[tuple[Stamp, Line]], day: str | None) -> list[DatedValue | None]:
    """Machine-written times as they are; times of day with the page's day where they only fall or only rise."""
    written = [parsed for stamp, _ in starts if stamp.value and (parsed := parse_stamp(stamp.value))]
    if any(day is not None and value[:10] != day[:10] for value, _ in written):
        day = None
    clocks = [_clock(line.text) for _, line in starts]
    known = [clock for clock in clocks if clock]
    is_one_way = known in (sorted(known), sorted(known, reverse=True))
    return [
        _date(stamp, line, clock if is_one_way else None, day)
        for (stamp, line), clock in zip(starts, clocks, strict=True)
    ]


def _date(stamp: Stamp, line: Line, clock: dt.time | None, day: str | None) -> DatedValue | None:
    span = Span(line.start, line.end)
    parsed = parse_stamp(stamp.value) if stamp.value else None
    if parsed:
        return DatedValue(*parsed, "microdata", span)
    if clock is None or day is None or len(day) < 10:
        return None
    return DatedValue(f"{day[:10]}T{clock.isoformat()}", DatePrecision.TIME, "dateline", span)


def _clock(text: str) -> dt.time | None:
    found = _CLOCK.match(text)
    if not found:
        return None
    hour = int(found["hour"])
    if found["half"] and hour <= 12:
        hour = hour % 12 + 12 * (found["half"][0].lower() == "p")
    return dt.time(hour, int(found["minute"]))


def posts_of(nodes: Iterable[dict[str, object]]) -> Iterator[Post]:
    """The posts that live blogs among JSON-LD objects declare."""
    for node in nodes:
        updates = node.get("liveBlogUpdate")
        for update in updates if isinstance(updates, list) else [updates]:
            if isinstance(update, dict):
                yield Post(*(_text(update.get(key)) for key in ("headline", "datePublished", "articleBody")))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
