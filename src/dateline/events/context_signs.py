"""Contexts that a coded act shows by itself: by its type, mode or code, and by the sectors and states of those who take part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.events.context_tables import ContextSign, context_signs
from dateline.model import Event, Participant, Span

_OF_STATES = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})


def signs_of(event: Event) -> Iterator[tuple[str, Span]]:
    """Each context that a sign shows, with its evidence: whoever the sign is about, else the trigger."""
    signs = context_signs()
    for sign in signs.get(event.plover, signs[""]):
        if _is_act(sign, event) and _is_between(sign.between, event):
            yield from _shown(sign, event)


def _shown(sign: ContextSign, event: Event) -> Iterator[tuple[str, Span]]:
    if not sign.source and not sign.target:
        yield sign.context, event.trigger.span
        return
    sources, targets = _of_sectors(event.source, sign.source), _of_sectors(event.target, sign.target)
    if (sign.source and not sources) or (sign.target and not targets):
        return
    spans = [span for party in (*sources, *targets) for span in party.spans]
    for span in spans or [event.trigger.span]:
        yield sign.context, span


def _is_act(sign: ContextSign, event: Event) -> bool:
    return (
        sign.mode in ("", event.mode)
        and (not sign.cameo or event.cameo in sign.cameo)
        and (not sign.triggers or event.trigger.lemma in sign.triggers)
    )


def _is_between(between: str, event: Event) -> bool:
    if not between:
        return True
    if between == "states":
        return len({s for p in (*event.source, *event.target) if (s := _state(p))}) > 1
    sources, targets = ({p.state for p in side if p.state} for side in (event.source, event.target))
    return not targets or not sources or not sources.isdisjoint(targets)


def _state(party: Participant) -> str | None:
    """The state, or body of states, that somebody acts for; None for whoever acts for none."""
    if party.code and party.code.startswith("IGO"):
        return party.actor or party.name
    return party.state if party.state and _sectors(party) & _OF_STATES else None


def _of_sectors(side: Sequence[Participant], wanted: frozenset[str]) -> list[Participant]:
    return [party for party in side if wanted & _sectors(party)]


def _sectors(party: Participant) -> frozenset[str]:
    """The sectors of a participant's code: `CHNMIL` has MIL, `COP` stands alone where no state is known, and a state alone is its GOV.
    Forces of no known state may be anybody's."""
    code = party.code or ""
    if code and code == party.state:
        return frozenset({"GOV"})
    sectors = frozenset(code[i : i + 3] for i in range(0, len(code), 3))
    return sectors if party.state else sectors - {"MIL"}
