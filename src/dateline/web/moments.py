"""Days and times for a reader, in the time zone that was chosen."""

from __future__ import annotations

from datetime import datetime

from dateline.products.dates import in_words
from dateline.web.settings import Settings


def moment_in_words(value: str, settings: Settings) -> str:
    """An ISO day or time in words: a time with a zone in the reader's own, one without as it stands."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return in_words(value)
    if "T" not in value or moment.tzinfo is None:
        return in_words(value)
    try:
        here = moment.astimezone(settings.time_zone)
    except OverflowError:
        return in_words(value)
    return f"{in_words(here.strftime('%Y-%m-%dT%H:%M'))} {settings.zone}"
