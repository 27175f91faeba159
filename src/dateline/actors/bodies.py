"""Which body of the page "the group", "the company" or "the committee" means."""

from __future__ import annotations

from collections.abc import Sequence

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


def body_meant(word: str, before: Sequence[Resolved]) -> Resolved | None:
    """The body whose name holds the word, else the only one of its kind before it; None where that is not clear.

    Args:
        word: the noun, lower case.
        before: bodies named before, the last one first.
    """
    holding = [r for r in before if word in r.mention.name.lower().replace(".", " ").split()]
    if holding:
        return holding[0]
    kinds = [kind for kind, sort in _OF_KIND.items() if word in name_words(sort)]
    of_kind = {r.mention.actor: r for r in reversed(before) if r.mention.kind in kinds and not _governs(r)}
    return next(iter(of_kind.values())) if len(of_kind) == 1 else None


def _governs(body: Resolved) -> bool:
    """An organ of a state is no "group" and no "organisation"."""
    return (body.code or "")[3:6] in _GOVERNING
