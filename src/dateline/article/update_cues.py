"""Words before a date that say that it is of a change, not of the first publication (`data/update_cues.csv`)."""

from __future__ import annotations

import re
from functools import cache

from dateline.article.furniture import rows_of
from dateline.article.lines import fold


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = "|".join(
        sorted((re.escape(row["cue"]) for row in rows_of("update_cues.csv")), key=len, reverse=True)
    )
    return re.compile(rf"(?:^|\W)(?:{words})\W*$"), re.compile(rf"\W*(?:{words})(?:\W|\d|$)")


def is_update(words: str, *, leads: bool = False) -> bool:
    """True where words before a date end with a cue; with `leads`, where words that hold the date begin with one."""
    if not words.strip():
        return False
    ends, begins = _cues()
    folded = fold(words)
    return (begins.match(folded) if leads else ends.search(folded)) is not None
