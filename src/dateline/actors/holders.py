"""Who bears a title on a page: "the president", "the senator", "the congresswoman"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dateline.actors.genders import Genders, gender_of_noun
from dateline.actors.resolved import Resolved
from dateline.actors.roles import RoleWord, spelled_out
from dateline.knowledge import Knowledge

_LEADER_OFFICES = ("head_of_state", "head_of_government", "party_leader")
_OFTEN = 2
_SHORTLY, _LONG = 500, 600
"""Characters."""


def bears(person: Resolved, role: RoleWord, state: str | None, knowledge: Knowledge, at: str | None) -> bool:
    """Whether a person may be meant by a title: same state where both are known, and that office or title."""
    mention = person.mention
    if state is not None and mention.state != state:
        return False
    said = spelled_out(f"{mention.role or ''} {mention.text}".lower())
    if re.search(rf"(?<!vice )(?<!deputy )(?<!former )\b{re.escape(spelled_out(role.words))}\b", said):
        return True
    if role.office is None or mention.actor is None:
        return False
    wanted = _LEADER_OFFICES if role.office == "leader" else (role.office,)
    if role.office in ("legislator", "minister", "judge", "subnational", "ambassador"):
        return False
    return any(office.office in wanted for office in knowledge.offices_of(mention.actor, at))


def meant_by_title(
    bearers: Sequence[Resolved], role: RoleWord, genders: Genders, named: Counter[str]
) -> Resolved | None:
    """The one bearer; of several, the one who is named far more often than the others, else None.

    Args:
        bearers: those who bear the title before it, the last one first.
        named: how often the page names each actor.
    """
    fitting = _fitting(bearers, role, genders)
    if len(fitting) < 2:
        return next(iter(fitting.values()), None)
    ordered = sorted(fitting, key=lambda actor: -named[actor])
    return fitting[ordered[0]] if named[ordered[0]] >= _OFTEN * named[ordered[1]] else None


def named_lately(bearers: Sequence[Resolved], role: RoleWord, genders: Genders, at: int) -> Resolved | None:
    """The bearer who is named shortly before a place, where every other one is named long before him."""
    last, before = [*_fitting(bearers, role, genders).values(), None, None][:2]
    if last is None or before is None:
        return None
    is_alone = last.mention.start - before.mention.end > _LONG
    return last if is_alone and at - last.mention.end < _SHORTLY else None


def _fitting(bearers: Sequence[Resolved], role: RoleWord, genders: Genders) -> dict[str, Resolved]:
    """Actor -> last mention of those of the title's gender, the last one first."""
    gender = gender_of_noun(role.words)
    fitting: dict[str, Resolved] = {}
    for bearer in bearers:
        if gender is None or genders.of(bearer.mention) in (None, gender):
            fitting.setdefault(bearer.mention.actor or bearer.mention.name, bearer)
    return fitting
