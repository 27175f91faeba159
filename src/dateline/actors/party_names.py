"""Parties that several states have by one name: "the Communist Party" is the one of the state that the words are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dateline.actors.found_name import FoundName
from dateline.knowledge import Knowledge, NameForm
from dateline.model import ActorKind, Candidate, Sentence

_MAY_BE_PARTIES = (ActorKind.PARTY, ActorKind.ORGANISATION)


def with_parties_of_states(
    names: Sequence[FoundName], sentences: Sequence[Sentence], knowledge: Knowledge, at: str | None
) -> list[FoundName]:
    """Names of parties that no table has as they stand, where the state named last in the sentence, else the one that the page names most,
    has a party that begins so."""
    if not any(_is_open(name, knowledge) for name in names):
        return list(names)
    often = Counter(state for name in names if (state := _state_of(name)) is not None)
    settled = []
    for name in names:
        bearers = knowledge.parties_by_state.get(name.name, {}) if _is_open(name, knowledge) else {}
        near = _named_last(name, names, sentences)
        state = (
            near
            if near in bearers
            else max((s for s in often if s in bearers), key=often.__getitem__, default=None)
        )
        party = _candidate(bearers[state], knowledge, at) if state is not None else None
        settled.append(_as_party(name, party) if party is not None else name)
    return settled


def _is_open(name: FoundName, knowledge: Knowledge) -> bool:
    return name.candidate is None and name.kind in _MAY_BE_PARTIES and name.name in knowledge.parties_by_state


def _state_of(name: FoundName) -> str | None:
    return name.candidate.state if name.candidate is not None else None


def _named_last(name: FoundName, names: Sequence[FoundName], sentences: Sequence[Sentence]) -> str | None:
    start = next((s.start for s in sentences if s.start <= name.start < s.end), name.start)
    before = [_state_of(n) for n in names if start <= n.start < name.start and _state_of(n) is not None]
    return before[-1] if before else None


def _candidate(party: str, knowledge: Knowledge, at: str | None) -> Candidate | None:
    entity = knowledge.entity(party)
    found = knowledge.lookup(entity.name, at=at) if entity is not None else []
    return next((candidate for candidate in found if candidate.actor == party), None)


def _as_party(name: FoundName, party: Candidate) -> FoundName:
    return replace(
        name,
        kind=party.kind,
        name=party.name,
        candidate=party,
        form=NameForm.NAME,
        has_words=True,
        surface=name.name,
    )
