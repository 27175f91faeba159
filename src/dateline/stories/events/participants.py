"""Whether the parties to two events can be the same."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from dateline.model import Participant
from dateline.stories.speakers import is_known, name_words, same_name
from dateline.stories.stems import stem
from dateline.stories.wordlists import word_list

_ANYBODY = frozenset({"", "CVL"})


class Fit(IntEnum):
    """How two parties, or two sides, go together; vague where one is only described, unknown where one is not there."""

    AT_ODDS = 0
    VAGUE = 1
    UNKNOWN = 2
    LOOSE = 3
    SAME = 4


def party_fit(a: Participant, b: Participant) -> Fit:
    """Same by id or name; loosely the same where one stands for the state, body or group of the other."""
    if is_known(a) and is_known(b):
        if a.actor == b.actor:
            return Fit.SAME
        return Fit.LOOSE if _stands_for(a, b) else Fit.AT_ODDS
    if a.state and b.state and a.state != b.state:
        return Fit.AT_ODDS
    if same_name(a.name, b.name):
        return Fit.SAME
    if _stands_for(a, b) or _describes(a, b) or _describes(b, a) or _shares_noun(a, b):
        return Fit.LOOSE
    if _is_stateless_organ(a) or _is_stateless_organ(b):
        return Fit.UNKNOWN
    return Fit.VAGUE if _may_be(a, b) else Fit.AT_ODDS


def _may_be(a: Participant, b: Participant) -> bool:
    """Somebody who is only described, and may be the other: "a teenager" and a name, but not "rebels" and "police"."""
    if a.actor is not None and b.actor is not None:
        return False
    sectors = {_sector(party) for party in (a, b)} - _ANYBODY
    return len(sectors) < 2


def _sector(party: Participant) -> str:
    """The first sector of the party's code; empty for a state, or where there is no code."""
    code = party.code or ""
    return code[3:6] if party.state and code.startswith(party.state) else code[:3]


def _describes(a: Participant, b: Participant) -> bool:
    """An unnamed official of the same state: "his Estonian counterpart", "the Estonian president"."""
    if is_known(a) or a.state is None or a.state != b.state or not _is_official(b):
        return False
    return any(word.islower() for word in a.name.split()) and _is_official(a)


def _is_stateless_organ(party: Participant) -> bool:
    """An organ of some state that is not named: "police", "the authorities"."""
    words = party.name.lower().split()
    return not is_known(party) and party.state is None and bool(words) and words[-1] in word_list("organ")


def _stands_for(a: Participant, b: Participant) -> bool:
    """A state and its officials: the president's visit is his state's (codebook section 3, rules 3 and 4)."""
    if a.state is None or a.state != b.state:
        return False
    return any(party.code == party.state for party in (a, b)) and all(_is_official(party) for party in (a, b))


def _is_official(party: Participant) -> bool:
    code = (party.code or party.state or "")[3:]
    return code == "" or code[:3] in {"GOV", "MIL", "COP", "JUD", "SPY", "LEG"}


def _shares_noun(a: Participant, b: Participant) -> bool:
    """Unnamed groups that share a word: "the protesters" and "student protesters"; not the leaders of two places."""
    if is_known(a) or is_known(b):
        return False
    proper = [{word for word in party.name.split()[1:] if word[:1].isupper()} for party in (a, b)]
    if all(proper) and not proper[0] & proper[1]:
        return False
    return bool({stem(word) for word in name_words(a.name)} & {stem(word) for word in name_words(b.name)})


def is_area(party: Participant) -> bool:
    """A part of the world that is no state and no body: "the Sahel"."""
    return party.state is None and party.code is None and party.name[:1].isupper()


def side_fit(a: Sequence[Participant], b: Sequence[Participant]) -> Fit:
    """The best fit of any two members; unknown where a side is empty."""
    if not a or not b:
        return Fit.UNKNOWN
    return max(party_fit(x, y) for x in a for y in b)


def pooled_fits(a: Sequence[Participant], b: Sequence[Participant]) -> tuple[Fit, Fit]:
    """For acts that both sides do alike: how well the members of the smaller pool are met in the other, best and worst."""
    if not a or not b:
        return Fit.UNKNOWN, Fit.UNKNOWN
    short, long = sorted((list(a), list(b)), key=len)
    fits = []
    for party in short:
        if long:
            best = max(range(len(long)), key=lambda k: (party_fit(party, long[k]), -k))
            fits.append(party_fit(party, long.pop(best)))
    if len(fits) == 1 and long:
        return fits[0], min(fits[0], Fit.UNKNOWN)
    return max(fits), min(fits)
