"""Words of fighting that tell of no violence: what politicians and offices do to one another, to papers and to ideas."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events.frames import Frame
from dateline.events.word_sets import word_set
from dateline.model import ActorKind, Mention, Mentions, Parse, Participant, Token

_POLITICAL = frozenset("GOV LEG ELI PTY OPP JUD MED JRN".split())
_ARMED = frozenset("MIL REB COP SPY CRM INS".split())


def is_in_words(
    frame: Frame,
    parse: Parse,
    doers: Sequence[Token],
    others: Sequence[Token],
    target: Sequence[Participant],
    mentions: Mentions,
) -> bool:
    """Whether a word of fighting is a figure of speech: no word of its sentence tells of blood or arms, nobody armed does it, and it hits no
    body ("fought *the bill*"), or politicians fight out an election ("*Ruiz* fired at *Brandt*")."""
    if frame.plover != "ASSAULT" or frame.lemma not in word_set("fighting"):
        return False
    if any(t.lemma in word_set("weapons") | word_set("bloodshed") for t in parse.tokens):
        return False
    attackers = _named(doers, mentions)
    if not attackers or any(_is_armed(mention, mentions) for mention in attackers):
        return False
    both = [*attackers, *_named(others, mentions)]
    return not target or all(_is_of_politics(mention, mentions) for mention in both)


def _named(words: Sequence[Token], mentions: Mentions) -> list[Mention]:
    return [mention for token in words for mention in mentions.all_of(token)]


def _is_armed(mention: Mention, mentions: Mentions) -> bool:
    return mention.kind == ActorKind.ARMED_GROUP or _sector(mention, mentions) in _ARMED


def _is_of_politics(mention: Mention, mentions: Mentions) -> bool:
    """A party, or somebody who is known or holds an office."""
    is_known = mention.actor is not None and not mention.actor.startswith("local:")
    is_public = is_known or _sector(mention, mentions) in _POLITICAL
    return mention.kind == ActorKind.PARTY or (mention.kind == ActorKind.PERSON and is_public)


def _sector(mention: Mention, mentions: Mentions) -> str:
    return (mentions.code_of(mention) or "")[-3:]
