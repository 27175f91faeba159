"""Meetings of which one side alone is told, and sessions that a body holds by itself: no act between two."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events.frames import Frame
from dateline.events.phrases import phrases
from dateline.model import ActorKind, Mention, Mentions, Parse, Participant, Token

_SINGLE = (ActorKind.PERSON, ActorKind.STATE)
_BODIES = (ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.COMPANY)
_SEVERAL = frozenset({"we", "they"})


def is_half_told(
    frame: Frame,
    parse: Parse,
    trigger: Token,
    doers: Sequence[Token],
    source: Sequence[Participant],
    mentions: Mentions,
) -> bool:
    """One person or state meets or discusses with nobody, where "the ministers" and "the council" may among themselves; what
    "met *with silence*" has met nobody, nor has a body at "a meeting *of the committee*"."""
    if frame.plover != "CONSULT" or len(source) != 1:
        return False
    if source[0].actor is None and source[0].name.lower().startswith("the two "):
        return True
    if frame.lemma == "meet" and any(t.i > trigger.i for t in phrases(parse, trigger, "with")):
        return True
    named = [mention for token in doers for mention in mentions.all_of(token)]
    if doers and doers[0] in phrases(parse, trigger, "of") and all(_is_body(m, mentions) for m in named):
        return True
    is_one = all(m.kind in _SINGLE for m in named) and not any(
        token.tag in ("NNS", "NNPS") or token.lower in _SEVERAL for token in doers
    )
    return frame.mutual and frame.lemma != "negotiate" and is_one


def _is_body(mention: Mention, mentions: Mentions) -> bool:
    """A party, committee or firm by itself; a bloc's members are states, and those of "the Democrats" several."""
    is_bloc = (mentions.code_of(mention) or "").startswith("IGO")
    return mention.kind in _BODIES and not is_bloc and not mention.text.lower().endswith("s")
