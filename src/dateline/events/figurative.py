"""Words of fighting that tell of no violence: what politicians and offices do to one another, to papers and to ideas."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events.clauses import direct_object
from dateline.events.frames import Frame
from dateline.events.noun_classes import spelled_out
from dateline.events.phrases import phrases
from dateline.events.word_sets import word_set
from dateline.model import ActorKind, Mention, Mentions, Parse, Participant, Token

_POLITICAL = frozenset("GOV LEG ELI PTY OPP JUD MED JRN".split())
_NOT_ALONE = frozenset({"fight"})
"""What a state does in war only with somebody named: "fought *it*" may be a bill."""
_ARMED = frozenset("MIL REB COP SPY CRM INS".split())


def is_in_words(
    frame: Frame,
    parse: Parse,
    trigger: Token,
    doers: Sequence[Token],
    others: Sequence[Token],
    target: Sequence[Participant],
    mentions: Mentions,
) -> bool:
    """Whether a word of fighting is a figure of speech: no word of its sentence tells of blood or arms, no force or crowd does it, and it hits no
    body ("fought *the bill*"), or politicians fight out an election ("*Ruiz* fired at *Brandt*")."""
    if frame.plover != "ASSAULT" or frame.lemma not in word_set("fighting"):
        return False
    if _hits_thing(parse, trigger) or any(
        t.lemma in word_set("weapons") | word_set("bloodshed") for t in parse.tokens
    ):
        return False
    attackers = _named(doers, mentions)
    if not attackers or any(_is_of_force(mention, mentions) for mention in attackers):
        return False
    if not target and any(mention.kind == ActorKind.STATE for mention in attackers):
        return frame.lemma in _NOT_ALONE
    both = [*attackers, *_named(others, mentions)]
    return not target or all(_is_of_politics(mention, mentions) for mention in both)


def _hits_thing(parse: Parse, trigger: Token) -> bool:
    """ "Attacked a *convoy*", "an attack on the *port*"."""
    thing = direct_object(parse, trigger) if trigger.is_verb else None
    things = [*([thing] if thing is not None else []), *phrases(parse, trigger)]
    solid = word_set("belongings") | word_set("premises")
    return any(t.lemma in solid | spelled_out("@settlements") | spelled_out("@positions") for t in things)


def _named(words: Sequence[Token], mentions: Mentions) -> list[Mention]:
    return [mention for token in words for mention in mentions.all_of(token)]


def _is_of_force(mention: Mention, mentions: Mentions) -> bool:
    """Armed, or a crowd of no politics: "*masked men* attacked at dawn"."""
    sector = _sector(mention, mentions)
    is_crowd = mention.kind == ActorKind.GROUP and sector not in _POLITICAL
    return is_crowd or mention.kind == ActorKind.ARMED_GROUP or sector in _ARMED


def _is_of_politics(mention: Mention, mentions: Mentions) -> bool:
    """A party, or somebody who is known or holds an office."""
    is_known = mention.actor is not None and not mention.actor.startswith("local:")
    is_public = is_known or _sector(mention, mentions) in _POLITICAL
    return mention.kind == ActorKind.PARTY or (mention.kind == ActorKind.PERSON and is_public)


def _sector(mention: Mention, mentions: Mentions) -> str:
    return (mentions.code_of(mention) or "")[-3:]
