"""What plain text and HTML have in common: counts, who did what to whom, and when, in words."""

from __future__ import annotations

import re

from dateline.products.alerts.records import AlertedEvent, AlertedStory
from dateline.store import StoryRow

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\s]+")


def flat(text: str | None) -> str:
    """Words on one line, without letters that control a terminal, turn the direction of text or begin another header."""
    return _UNSEEN.sub(" ", text or "").strip()


def counts(row: AlertedStory | AlertedEvent | StoryRow) -> str:
    """ "5 reports, 4 outlets, 3 independent"."""
    return f"{_counted(row.reports, 'report')}, {_counted(row.outlets, 'outlet')}, {row.independent:,} independent"


def who_whom(event: AlertedEvent) -> str:
    """ "Kazakhstan → Russia"; a side that nobody named is left empty as "?"."""
    sides = [", ".join(map(flat, side)) or "?" for side in (event.source, event.target)]
    return sides[0] if not event.target else " → ".join(sides)


def where_when(event: AlertedEvent) -> str:
    """ "Astana, 2024-03-14", as far as it is known."""
    return ", ".join(flat(part) for part in (event.place, event.date) if part)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
