"""Which reports are worth comparing, and how alike they are, with the time between them taken into account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from dateline.model import Article
from dateline.stories.clusters import Pair
from dateline.stories.shared_names import named_terms, names_factor
from dateline.stories.terms import Report
from dateline.stories.told_dates import time_factor, told_time
from dateline.stories.vectors import Vector, cosine, strongest_terms

WINDOW_DAYS = 5
OTHER_TIME_DAYS = 14
AGAINST = -1.0
_LONGEST_POSTING = 400
_FEWEST_SHARED = 2


def likenesses(
    articles: Sequence[Article], reports: Sequence[Report], vectors: Sequence[Vector], least: float
) -> dict[Pair, float]:
    """The likeness of pairs of reports, where it is at least `least`. Reports whose days of publication are known and
    more than `WINDOW_DAYS` apart are not compared; more than `OTHER_TIME_DAYS` apart they speak against one story
    (`AGAINST`), so that a report without a date does not tie them together. A report without a date is compared with all;
    if the dates in its text are other than those of the other, the two count as less alike; so do two reports without a
    name in common.
    """
    days = [published_day(article) for article in articles]
    told = [told_time(article, day) for article, day in zip(articles, days, strict=True)]
    named = [named_terms(report) for report in reports]
    found: dict[Pair, float] = {}
    for i, j in _candidates(vectors):
        first, second = days[i], days[j]
        if first is not None and second is not None and abs(first - second) > WINDOW_DAYS:
            if abs(first - second) > OTHER_TIME_DAYS:
                found[(i, j)] = AGAINST
            continue
        value = cosine(vectors[i], vectors[j]) * names_factor(named[i], named[j])
        if first is None or second is None:
            value *= time_factor(told[i], told[j])
        if value >= least:
            found[(i, j)] = value
    return found


def published_day(article: Article) -> int | None:
    """The day of publication as a running number, None where it is unknown or only a month or year."""
    if article.published is None:
        return None
    try:
        return date.fromisoformat(article.published.value[:10]).toordinal()
    except ValueError:
        return None


def _candidates(vectors: Sequence[Vector]) -> list[Pair]:
    """Pairs that share some of their strongest terms. Terms that a large share of the batch has are passed over."""
    postings: dict[str, list[int]] = defaultdict(list)
    pairs: dict[Pair, int] = defaultdict(int)
    for j, vector in enumerate(vectors):
        for key in strongest_terms(vector):
            posting = postings[key]
            for i in posting[-_LONGEST_POSTING:]:
                pairs[(i, j)] += 1
            posting.append(j)
    return sorted(pair for pair, shared in pairs.items() if shared >= _FEWEST_SHARED)
