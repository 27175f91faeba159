"""Which body of the page "the group", "the company" or "the committee" means."""

from __future__ import annotations

from collections.abc import Iterable

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


def body_meant(word: str, before: Iterable[Resolved]) -> Resolved | None:
    """The body whose name holds the word, else the only one of its kind before it; None where that is not clear.

    Args:
        word: the noun, lower case.
        before: bodies named before, the last one first.
    """
    kinds = [kind for kind, sort in _OF_KIND.items() if word in name_words(sort)]
    of_kind: dict[str | None, Resolved] = {}
    for body in before:
        if word in body.mention.name.lower().replace(".", " ").split():
            return body
        if body.mention.kind in kinds and not _governs(body):
            of_kind.setdefault(body.mention.actor, body)
    return next(iter(of_kind.values())) if len(of_kind) == 1 else None


def _governs(body: Resolved) -> bool:
    """An organ of a state is no "group" and no "organisation"."""
    return (body.code or "")[3:6] in _GOVERNING
