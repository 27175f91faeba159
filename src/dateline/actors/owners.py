"""Whose president, army or officials: the mention that a description's words name, and the state that it gives."""

from __future__ import annotations

from itertools import takewhile

from dateline.actors.descriptions import Description
from dateline.actors.found_mentions import FoundMentions
from dateline.actors.pronouns import HE, IT
from dateline.actors.resolved import Resolved
from dateline.model import ActorKind, Mention, Parse

PRIVATE_OWNERS = {ActorKind.COMPANY: "BUS", ActorKind.OUTLET: "MED"}
"""Owners that give those whom they own a sector, and no state."""


def owner_of(parse: Parse, description: Description, found: FoundMentions) -> Resolved | None:
    """Whose president, army or officials: the mention at the first word that may say so, pronouns last."""
    for offset in description.owners:
        named = found.covering(offset)
        if named is not None:
            return named
    owners = (_owner_by_pronoun(parse, offset, found) for offset in description.owners)
    return next((owner for owner in owners if owner is not None), None)


def _owner_by_pronoun(parse: Parse, offset: int, found: FoundMentions) -> Resolved | None:
    """The one behind "his" in "his government": the first person of the sentence, else the last one before it."""
    token = parse.token_at(offset)
    if token is None or token.lower not in HE | IT:
        return None
    if token.lower in HE:
        before = found.people_before(offset)
    else:
        before = (r for r in found.bodies_before(offset) if r.mention.kind == ActorKind.STATE)
    last = next(before, None)
    if last is None or last.mention.start < parse.sentence.start:
        return last
    near = [last, *takewhile(lambda r: parse.sentence.start <= r.mention.start, before)]
    doers = {t.start for verb in parse.ancestors(token) for t in parse.children(verb, "nsubj", "nsubjpass")}
    return next((r for r in near if r.mention.start in doers), near[-1])


def state_of(owner: Resolved | None) -> str | None:
    """A firm and an outlet give those whom they own no state."""
    if owner is None or owner.mention.kind in PRIVATE_OWNERS:
        return None
    return owner.mention.state


def is_local_state(mention: Mention) -> bool:
    """A state that only the page knows."""
    return mention.kind == ActorKind.STATE and mention.state is None
