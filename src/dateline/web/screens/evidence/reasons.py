"""What a record rests on, in words."""

from __future__ import annotations

from dateline.model import Event


def reasons_of(event: Event) -> str:
    """What its confidence is, and some of what it goes by: the sides that are named, and whether it is known who they are."""
    named = [name for name, side in (("source", event.source), ("target", event.target)) if side]
    told = " and ".join(named) + " named" if named else "nobody named"
    parties = (*event.source, *event.target)
    is_known = bool(parties) and all(party.actor or party.state for party in parties)
    return f"the share of events like it that people found right; {told}{', all of them known' if is_known else ''}"
