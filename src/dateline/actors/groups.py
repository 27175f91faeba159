"""Words that stand for several: "they", "the two leaders", "both governments"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from dateline.actors.genders import key_of
from dateline.model import ActorKind, Mention, Parse, Token

_OF_PEOPLE = frozenset(
    "leader president minister premier diplomat official man woman counterpart chief".split()
)
_OF_STATES = frozenset("side country government nation capital state neighbour neighbor power ally".split())
_OFFICES = {
    "leader": "president|prime minister|premier|chancellor|king|queen|emir|sultan|leader|general secretary",
    "president": "president",
    "premier": "prime minister|premier|chancellor|taoiseach",
    "minister": "minister|secretary of|foreign secretary",
}
"""Noun -> titles that somebody must bear to be one of "the two"."""
_NOT_NOW = "(?<!vice )(?<!vice-)(?<!deputy )(?<!former )(?<!ex-)"
_RECIPROCAL = frozenset("meet talk negotiate speak confer converse clash quarrel".split())
_SIDES = (ActorKind.PERSON, ActorKind.STATE)
_BACK = 4
_PLURAL = frozenset({"they", "them", "their", "both"})
_TWO = 2

Finder = Callable[[Token], Mention | None]


def find_groups(
    parses: Mapping[int, Parse], mentions: Sequence[Mention], mention_of: Finder
) -> dict[int, tuple[Mention, ...]]:
    """Start of a word -> the actors that it stands for; only where these are clear (exactly two named sides)."""
    found: dict[int, tuple[Mention, ...]] = {}
    for index in sorted(parses):
        parse = parses[index]
        for token in parse.tokens:
            is_plural = token.lower in _PLURAL
            if not is_plural and token.tag != "NNS":
                continue
            group = _of_they(parses, parse, token, mention_of) if is_plural else ()
            group = group or _of_two(parse, token, mentions) or _of_pair(parses, parse, token, mention_of)
            group = group or _of_their(parse, token, mention_of)
            if len(group) == 2:
                found[token.start] = group
    return found


def _of_two(parse: Parse, token: Token, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    if token.tag != "NNS" or token.lemma not in _OF_PEOPLE | _OF_STATES:
        return ()
    if not any(t.lower in ("two", "both") for t in parse.children(token, "nummod", "det", "predet")):
        return ()
    if not _is_definite(parse, token):
        return ()
    kinds: tuple[ActorKind, ...] = (ActorKind.PERSON,) if token.lemma in _OF_PEOPLE else (ActorKind.STATE,)
    if token.lemma == "side":
        kinds = (ActorKind.STATE, ActorKind.PERSON)
    before = [m for m in mentions if m.end <= token.start and m.kind in kinds and m.actor]
    latest: dict[str, Mention] = {}
    for mention in reversed(_bearing(token.lemma, before)[-_BACK * 5 :]):
        key = str(mention.actor) if token.lemma in _OF_PEOPLE else mention.state or str(mention.actor)
        latest.setdefault(key, mention)
        if len(latest) == 2:
            return tuple(latest.values())
    return ()


def _bearing(noun: str, people: list[Mention]) -> list[Mention]:
    """The people whom the page gives such an office; all where it names no more than two."""
    titles = _OFFICES.get(noun)
    if titles is None or len({m.actor for m in people if not _is_office(m)}) <= _TWO:
        return people
    title = re.compile(rf"{_NOT_NOW}\b(?:{titles})\b")
    bearers = {m.actor for m in people if title.search(f"{m.role or ''} {m.text}".lower())}
    return [m for m in people if m.actor in bearers and not _is_office(m)]


def _is_office(mention: Mention) -> bool:
    """ "The leader of Malta" of whom no table tells the name."""
    return mention.role is not None and mention.name.startswith(f"{mention.role} of ")


def _is_definite(parse: Parse, noun: Token) -> bool:
    """ "The two leaders", "both leaders", "two leaders" in a headline; not "two Fijian ministers"."""
    words = {t.lower for t in parse.children(noun, "det", "predet", "poss", "nummod")}
    if any(t.lower in ("only", "other") for t in parse.children(noun, "amod", "advmod")):
        return False
    return bool(words & {"the", "both", "these", "those", "their"})


def _of_they(
    parses: Mapping[int, Parse], parse: Parse, token: Token, mention_of: Finder
) -> tuple[Mention, ...]:
    """The coordinated subject before "they": in the same sentence, else in the one before."""
    meeting = _of_meeting(parse, token, mention_of)
    if meeting:
        return meeting
    earlier = parses.get(parse.sentence.index - 1)
    for tree, tokens in ((parse, parse.tokens[: token.i]), (earlier, earlier.tokens if earlier else ())):
        if tree is None:
            continue
        for subject in (t for t in tokens if t.dep in ("nsubj", "nsubjpass")):
            sides = [subject, *_conjuncts(tree, subject)]
            named = [m for m in map(mention_of, sides) if m is not None]
            if len(sides) == len(named) == 2:
                return tuple(named)
    return ()


def _of_meeting(parse: Parse, token: Token, mention_of: Finder) -> tuple[Mention, ...]:
    """ "Ruiz met with Brandt to discuss how *they* can win": those who meet."""
    for verb in (t for t in parse.ancestors(token) if t.lemma in _RECIPROCAL):
        doers = parse.children(verb, "nsubj") or parse.children(parse.head(verb), "nsubj")
        others = [
            t
            for prep in parse.children(verb, "prep")
            if prep.lower == "with"
            for t in parse.children(prep, "pobj")
        ]
        sides = [mention_of(t) for t in (*doers[:1], *others[:1]) if t.i < token.i]
        named = {key_of(m): m for m in sides if m is not None and m.kind in _SIDES}
        if len(named) == 2:
            return tuple(named.values())
    return ()


def _of_their(parse: Parse, token: Token, mention_of: Finder) -> tuple[Mention, ...]:
    """Of "their" the two who are joined right before it: "a wish of both Ruiz and Brandt in *their* talks"."""
    if token.lower != "their":
        return ()
    for noun in (t for t in reversed(parse.tokens[: token.i]) if t.is_noun):
        sides = [noun, *_conjuncts(parse, noun)]
        named = {key_of(m): m for m in map(mention_of, sides) if m is not None and m.kind in _SIDES}
        if len(sides) == len(named) == 2:
            return tuple(named.values())
        if noun.tag in ("NNS", "NNPS"):
            return ()
    return ()


def _of_pair(
    parses: Mapping[int, Parse], parse: Parse, token: Token, mention_of: Finder
) -> tuple[Mention, ...]:
    """ "They met": of what takes two the only two people named before, in the same sentence or else in the one before."""
    verb = parse.head(token)
    if (
        token.lower != "they"
        or token.dep != "nsubj"
        or verb.lemma not in _RECIPROCAL
        or _has_other(parse, verb)
    ):
        return ()
    earlier = parses.get(parse.sentence.index - 1)
    for tokens in (parse.tokens[: token.i], earlier.tokens if earlier else ()):
        named = {
            key_of(m): m for m in map(mention_of, tokens) if m is not None and m.kind == ActorKind.PERSON
        }
        if len(named) == 2:
            return tuple(named.values())
        if named:
            return ()
    return ()


def _has_other(parse: Parse, verb: Token) -> bool:
    """ "They met the mayor", "they met with him"."""
    with_whom = any(p.lower in ("with", "to") for p in parse.children(verb, "prep"))
    return with_whom or parse.child(verb, "dobj") is not None


def _conjuncts(parse: Parse, token: Token) -> Iterable[Token]:
    for other in parse.children(token, "conj"):
        yield other
        yield from _conjuncts(parse, other)
