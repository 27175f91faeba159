"""Times with a zone that the mark-up of a page states, whatever they are of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

_STATING = re.compile(
    r"<script[^>]*ld\+json[^>]*>.*?</script>|<(?:meta|time)\b[^>]*>|<[^>]*\bitemprop\b[^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)")
_RFC = re.compile(r"\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UTC|[+-]\d{4})")
_MINUTE = dt.timedelta(minutes=1)


def stated_moments(html: str) -> Iterator[dt.datetime]:
    """Moments in JSON-LD, meta and time elements and microdata, as ISO 8601 or RFC 822 with a zone."""
    for stretch in _STATING.findall(html):
        for stamp in _ISO.findall(stretch):
            found = moment(re.sub(r"(\.\d{1,6})\d*", r"\1", stamp.replace(" ", "T", 1).replace(" ", "")))
            if found is not None:
                yield found
        for stamp in _RFC.findall(stretch):
            yield parsedate_to_datetime(stamp)


def moment(value: object) -> dt.datetime | None:
    """A time with a zone; None for a day, a time without zone, or no date."""
    try:
        found = dt.datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def is_same(a: dt.datetime, b: dt.datetime) -> bool:
    """True for one moment, seconds aside."""
    return abs(a - b) < _MINUTE


def states_time(gold: object, html: str) -> dt.datetime | None:
    """The gold moment where it has a time of day and the page states it with a zone; else None."""
    found = moment(gold)
    if found is None or found.time() == dt.time(0):
        return None
    return found if any(is_same(found, stated) for stated in stated_moments(html)) else None
