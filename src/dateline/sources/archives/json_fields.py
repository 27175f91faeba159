"""An object of JSON to a page, by the names that crawlers, news interfaces and published sets give to its parts."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from dateline.sources.opened import Opened
from dateline.sources.titled import under_title, with_title

_URL = "url link canonical_url webUrl web_url article_url page_url href uri permalink".split()
_HTML = "html raw_html html_content content_html page_html htmlContent".split()
_TEXT = "text maintext body content article_text full_text fulltext article article_body articleBody bodyText story plain_text content_text".split()
_TITLE = "title headline webTitle heading titel".split()
_PUBLISHED = (
    "published date_publish publishedAt published_at date_published datePublished publish_date pub_date pubDate publication_date "
    "webPublicationDate published_date date_time datetime date timestamp"
).split()
_OUTLET = (
    "outlet source_name publisher site_name publication newspaper source source_domain domain site".split()
)
_LISTS = "articles items results data docs documents hits pages news response".split()

_TAGS = re.compile(
    r"\s*<(?:!doctype|html|head|body|article|div|section|p|h[1-6]|main|table|ul|br|!--)\b", re.IGNORECASE
)
_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)Z?)?")
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?")
_SECONDS = (100_000_000, 10_000_000_000)
_ALSO_KEYS = ("article", "story")
_SHORTEST_WORD = 20
"""Letters from which one word is text: some scripts have no spaces."""
_NOTHING = frozenset(("", "none", "null", "nan", "n/a"))


def page_in(row: Mapping[str, object]) -> Opened | None:
    """The page that an object holds, in HTML where it has it; None where it has neither HTML nor text."""
    title = _words(row, _TITLE)
    markup = _words(row, _HTML)
    text = markup or next((found for name in _TEXT if _is_text(name, found := _words(row, [name]))), "")
    if not text:
        return None
    title = html.unescape(" ".join(title.split()))
    if markup or _TAGS.match(text):
        text = with_title(text, title)
    elif title:
        text = under_title(text, title)
    return Opened(text, _address(row), _published(row), _outlet(row))


def _is_text(name: str, value: str) -> bool:
    """Not the key of a story, which goes by the same name as its text: "story": "market"."""
    return bool(value) and (name not in _ALSO_KEYS or len(value.split()) > 1 or len(value) >= _SHORTEST_WORD)


def rows_in(value: object) -> list[object]:
    """The objects of a value: those of a list, those that an answer of a news interface lists, or the value itself."""
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping) and page_in(value) is None:
        for name in _LISTS:
            inner = value.get(name)
            if isinstance(inner, list) and inner:
                return inner
            if isinstance(inner, Mapping) and rows_in(inner) != [inner]:
                return rows_in(inner)
    return [value]


def _words(row: Mapping[str, object], names: list[str]) -> str:
    """The first text under one of some names; paragraphs in a list are one text, and a name may lead to an object."""
    for name in names:
        value = row.get(name)
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if isinstance(value, Mapping):
            value = _words(value, ["name", "title", "html", "text", "value", "$t", "rendered"])
        if isinstance(value, str) and value.strip().lower() not in _NOTHING:
            return value
    return ""


def _address(row: Mapping[str, object]) -> str | None:
    for name in _URL:
        url = _words(row, [name]).strip()
        try:
            if urlsplit(url).scheme in ("http", "https"):
                return url
        except ValueError:
            continue
    return None


def _outlet(row: Mapping[str, object]) -> str | None:
    for name in _OUTLET:
        value = " ".join(_words(row, [name]).split())
        if value and not value.startswith(("http://", "https://")) and len(value) <= 200:
            return value
    return None


def _published(row: Mapping[str, object]) -> str | None:
    """The first date that can be read as one, as ISO text of its own precision."""
    for name in _PUBLISHED:
        value = row.get(name)
        if isinstance(value, Mapping):
            value = value.get("$date")
        found = (
            _moment(value)
            if isinstance(value, int | float)
            else _iso(value)
            if isinstance(value, str)
            else None
        )
        if found:
            return found
    return None


def _moment(value: float) -> str | None:
    """Seconds or milliseconds since 1970, in universal time."""
    seconds = value / 1000 if value >= _SECONDS[1] else value
    if isinstance(value, bool) or not _SECONDS[0] <= seconds < _SECONDS[1]:
        return None
    return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat()


def _iso(text: str) -> str | None:
    text = text.strip()
    midnight = _MIDNIGHT.fullmatch(text)
    if midnight:  # how programs write a day; a report of that very moment is rare
        return midnight[1]
    if _DAY.fullmatch(text):
        return text
    if text.isdigit() and len(text) in (9, 10, 13):
        return _moment(int(text))
    compact = _COMPACT.fullmatch(text)
    if compact:
        day, time = "-".join(compact.group(1, 2, 3)), compact.group(4, 5, 6)
        text = f"{day}T{':'.join(time)}" if time[0] else day
        text += "Z" if time[0] and compact[0].endswith("Z") else ""
    try:
        parsed = dt.datetime.fromisoformat(text)
        return text if len(text) == len("2024-03-12") else parsed.isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
