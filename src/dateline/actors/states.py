"""States by their code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.knowledge import Entity, Knowledge
from dateline.model import ActorKind


@cache
def states_of(knowledge: Knowledge) -> Mapping[str, Entity]:
    """ISO 3166-1 alpha-3 code -> the state or territory."""
    entities = knowledge.registry.entities.values()
    return {e.state: e for e in entities if e.kind == ActorKind.STATE and e.state}
