"""Which body of the page "the group", "the company" or "the committee" means."""

from __future__ import annotations

from dateline.actors.found_mentions import FoundMentions
from dateline.actors.resolved import Resolved
from dateline.actors.roles import name_words
from dateline.model import ActorKind

_GOVERNING = frozenset(("GOV", "LEG", "JUD", "MIL", "COP", "SPY"))
_OF_KIND = {
    ActorKind.COMPANY: "company",
    ActorKind.ORGANISATION: "group",
    ActorKind.ARMED_GROUP: "group",
    ActorKind.PARTY: "party",
    ActorKind.OUTLET: "outlet",
}


def body_meant(word: str, offset: int, found: FoundMentions) -> Resolved | None:
    """The body whose name holds a noun in lower case, else the only one of its kind before it; None where that is not clear."""
    named = found.body_named_with(word, offset)
    if named is not None:
        return named
    kinds = [kind for kind, sort in _OF_KIND.items() if word in name_words(sort)]
    of_kind: dict[str | None, Resolved] = {}
    for body in found.alike_before(offset, kinds):
        if not _governs(body):
            of_kind.setdefault(body.mention.actor, body)
    return next(iter(of_kind.values())) if len(of_kind) == 1 else None


def _governs(body: Resolved) -> bool:
    """An organ of a state is no "group" and no "organisation"."""
    return (body.code or "")[3:6] in _GOVERNING
