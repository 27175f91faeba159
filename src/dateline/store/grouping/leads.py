"""What a story's row tells of its events and facts: what it leads with, and how well it is supported."""

from __future__ import annotations

from collections.abc import Container, Sequence

from dateline.model import Support
from dateline.store.holdings import Values
from dateline.stories.headline_words import words_of_headline

_COLUMNS = {"lead": "id", "lead_status": "status", "lead_root": "root", "lead_place": "place_id"}


def lead_of(headline: str, events: Sequence[Values]) -> Values:
    """The columns of the event that a story leads with, by the rows of its events: the one that its headline states, else the one with most
    of its words and reports; empty for a story without events."""
    stated = [event for event in events if event["text"] == headline] or events
    lead = min(stated, key=lambda event: _rank(headline, event), default=Values())
    return {column: lead.get(name) for column, name in _COLUMNS.items()}


def _rank(headline: str, event: Values) -> tuple[int, int, str]:
    shared = words_of_headline(headline, str(event["text"] or ""))
    return -shared, -int(event["reports"] or 0), str(event["id"])


def support_of(facts: Container[Support]) -> Support:
    """That of a story by those of its facts: in conflict when one is, else corroborated when one is."""
    for support in (Support.CONFLICTING, Support.CORROBORATED):
        if support in facts:
            return support
    return Support.SINGLE_SOURCE
