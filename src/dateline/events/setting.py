"""When and where an act took place, from the words of its own clause."""

from __future__ import annotations

import datetime
from collections.abc import Collection

from dateline.events.dates import TimeWords, resolve_time
from dateline.events.phrases import governor
from dateline.model import ActorKind, EventDate, Mentions, Parse, Place, Span, Status, Token

_BEFORE_NOUNS = frozenset({"compound", "nmod", "poss"})
_SCENE = frozenset(["in", "at", "near", "outside", "inside", "across", "on", "off", "around"])


def date_of(
    parse: Parse, trigger: Token, times: list[TimeWords], published: datetime.date | None, status: Status
) -> EventDate | None:
    """The date whose words hang on the trigger or on the verb that bears it."""
    bearers = _bearers(parse, trigger)
    is_future = status in (Status.PLANNED, Status.HYPOTHETICAL)
    for words in times:
        token = parse.token_at(words.span.start) or parse.token_at(words.span.end - 1)
        inside = [t for t in parse.tokens_in(words.span) if t.is_noun or t.tag == "CD"]
        token = inside[0] if inside else token
        if token is not None and _hangs_on(parse, token, bearers):
            return resolve_time(words, published, is_future=is_future)
    return None


def place_of(parse: Parse, trigger: Token, mentions: Mentions, taken: Collection[Span]) -> Place | None:
    """The scene, at the precision that is named; words in `taken` are participants and no scene."""
    for bearer in _bearers(parse, trigger, light_only=True):
        for token in (parse.tokens[i] for i in sorted(bearer)):
            for prep in parse.children(token, "prep"):
                if prep.lower in _SCENE:
                    for noun in parse.children(prep, "pobj"):
                        found = _place(noun, mentions)
                        if found is not None and found.span not in taken:
                            return found
    return None


def _place(noun: Token, mentions: Mentions) -> Place | None:
    mention = mentions.of_token(noun)
    if mention is None or mention.kind not in (ActorKind.PLACE, ActorKind.STATE) or not noun.is_proper:
        return None
    precision = "country" if mention.kind == ActorKind.STATE else "city" if mention.actor else "area"
    return Place(mention.actor, mention.name, precision, mention.span)


def _bearers(parse: Parse, trigger: Token, *, light_only: bool = False) -> list[set[int]]:
    """The trigger, then the verb that bears a nominal trigger."""
    bearers = [{trigger.i}]
    verb = None if trigger.is_verb else governor(parse, trigger)
    if verb is not None and (trigger.dep in ("dobj", "nsubj", "nsubjpass") or not light_only):
        bearers.append({verb.i})
    return bearers


def _hangs_on(parse: Parse, token: Token, bearers: list[set[int]]) -> bool:
    """Not through a noun that the words themselves stand before: "urged a delay of the *June 19* vote"."""
    wanted = set.union(*bearers)
    below = token
    for above in parse.ancestors(token):
        if above.i in wanted:
            return True
        if above.is_verb or (below.dep in _BEFORE_NOUNS and above.is_noun and not above.is_proper):
            return False
        below = above
    return False
