"""Rows of invented stories: eight pages and twelve facts each, of which one in twelve stories has one in conflict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.invented_readings import packed_story

STORY, FACTS, IN_CONFLICT = 8, 12, 12

Rows = dict[str, list[Any]]
"""Rows by the name of their table."""


def id_of(count: int) -> str:
    """The id of the article that comes in at a place."""
    return f"sha256:{count:064x}"


def story_rows(story: str, headline: str, day: str, events: Sequence[Any]) -> Rows:
    """A story of a day, with the events of its first page."""
    from dateline.model import Support
    from dateline.store.grouping.leads import lead_of, support_of

    first = events[0]["first_article"]
    which = int(story.rpartition("-")[2])
    facts = list(_facts(story, headline, which))
    disputed = [fact["id"] for fact in facts if fact["support"] == "conflicting"]
    support = support_of({Support(fact["support"]) for fact in facts}).value
    return {
        "stories": [
            _story(story, headline, day, first >> 20) | lead_of(headline, events) | {"support": support}
        ],
        "facts": facts,
        "positions": [position for fact in disputed for position in _positions(story, fact, first)],
    }


def _story(story: str, headline: str, day: str, ordinal: int) -> dict[str, Any]:
    days = {"first_day": day, "last_day": day, "first_ordinal": ordinal, "last_ordinal": ordinal}
    which = int(story.rpartition("-")[2])
    counts = {"reports": STORY, "outlets": STORY, "independent": 1 + which % STORY}
    articles = [id_of(STORY * which + place) for place in range(STORY)]
    record = packed_story(story, headline, articles, counts["independent"])
    return {"id": story, "headline": headline, "story": record} | days | counts


def _facts(story: str, headline: str, which: int) -> Iterator[dict[str, Any]]:
    for place in range(FACTS):
        support = "corroborated" if place < which % FACTS else "single_source"
        if place == 0 and which % IN_CONFLICT == 0:
            support = "conflicting"
        told = {"kind": "quantity", "text": f"{headline} {place}", "support": support}
        yield {"story": story, "id": f"f{place + 1}", "place": place} | told


def _positions(story: str, fact: str, first: int) -> Iterator[dict[str, Any]]:
    for place in range(STORY):
        value = str(40 + place % 2)
        told = {"article": first + place, "stance": "reports", "value": value, "normal": value}
        yield {"story": story, "fact": fact, "place": place} | told
