"""One state for all mentions of somebody whom only the page knows: what is said of him once holds for the page."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from dateline.actors.found_mentions import FoundMentions
from dateline.actors.home import clearly_first
from dateline.actors.resolved import Resolved
from dateline.model import ActorKind

_LOCAL = "local:"
_WITH_STATES = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.PARTY)


def share_states(found: FoundMentions) -> None:
    """Gives mentions of local people and bodies the state and code that other mentions of the same actor have, unless these differ."""
    of_actor: dict[str, list[Resolved]] = defaultdict(list)
    for resolved in found.all().values():
        mention = resolved.mention
        if mention.actor is not None and mention.actor.startswith(_LOCAL) and mention.kind in _WITH_STATES:
            of_actor[mention.actor].append(resolved)
    for mentions in of_actor.values():
        state = clearly_first(Counter(r.mention.state for r in mentions if r.mention.state))
        if state is not None:
            codes = [r.code for r in mentions if r.code and r.mention.state == state]
            code = max(codes, key=len, default=state)
            for resolved in mentions:
                if resolved.mention.state is None:
                    found.put(Resolved(replace(resolved.mention, state=state), code))
