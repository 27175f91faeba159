"""Bodies by a part of their name: "the Front" for the Highland Front, "Summit" for Summit Entertainment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.actors.found_name import FoundName
from dateline.actors.roles import name_words
from dateline.actors.sentence_lines import Place, SentenceLines, Taken
from dateline.knowledge import Knowledge
from dateline.model import ActorKind

_BODIES = (
    ActorKind.ORGANISATION,
    ActorKind.ARMED_GROUP,
    ActorKind.COMPANY,
    ActorKind.PARTY,
    ActorKind.OUTLET,
)
_SHORTEST = 4
_THE = "the "
_GLUE = "’'-"
_JOINED = re.compile(r"[\w’'-]")
_GOES_ON = re.compile(r"[\w-]|\s[A-Z]")


def with_short_bodies(
    text: str, lines: SentenceLines, names: list[FoundName], knowledge: Knowledge
) -> list[FoundName]:
    """Adds later mentions by the last word behind "the", and by what stands before a firm's "Group" or "Airlines", of bodies whom the page
    has named in full; where two bodies share a part, it is nobody's."""
    bearers = _bearers(names, knowledge)
    if not bearers:
        return names
    taken, extra = Taken(names), []
    whole = (place for place in lines.places(bearers, _GLUE) if _ends_name(text, place))
    for place, has_the in _leftmost([(place, _follows_the(text, place)) for place in whole]):
        body, needs_the = bearers[place.word]
        start, end = place.start, place.end
        if body.start < start and (has_the or not needs_the) and not taken.touches(start, end):
            extra.append(replace(body, start=start, end=end, name_start=start, title=None))
    return sorted([*names, *extra], key=lambda n: n.start)


def _ends_name(text: str, place: Place) -> bool:
    """True where the sentence does not go on with a letter, a digit, a hyphen or a word in capitals."""
    return _GOES_ON.match(text, place.end, place.sentence.end) is None


def _follows_the(text: str, place: Place) -> bool:
    """True behind "the" in the same sentence."""
    start = place.start - len(_THE)
    is_inside = start >= place.sentence.start and text[start : place.start] in (_THE, _THE.title())
    return is_inside and not (start and _JOINED.match(text[start - 1]))


def _leftmost(places: list[tuple[Place, bool]]) -> Iterator[tuple[Place, bool]]:
    """Places with "the" or without, in order, none that begins inside one before; with "the" goes first."""
    end = 0
    for place, has_the in sorted(places, key=lambda p: (p[0].start - len(_THE) * p[1], not p[1])):
        if place.start >= end:
            yield place, has_the
            end = place.end


def _bearers(names: Sequence[FoundName], knowledge: Knowledge) -> dict[str, tuple[FoundName, bool]]:
    """Part -> the body that alone has it, with whether it needs "the" before it."""
    found: dict[str, dict[str, tuple[FoundName, bool]]] = {}
    for name in names:
        if name.kind in _BODIES and name.end - name.start >= len(name.name):
            for part, needs_the in _parts(name.name, knowledge):
                found.setdefault(part, {}).setdefault(name.name, (name, needs_the))
    return {part: next(iter(bodies.values())) for part, bodies in found.items() if len(bodies) == 1}


def _parts(name: str, knowledge: Knowledge) -> Iterator[tuple[str, bool]]:
    words = name.split()
    if len(words) < 2:
        return
    last = words[-1]
    if last[0].isupper() and last.isalpha() and len(last) >= _SHORTEST:
        yield last, True
    front = " ".join(words[:-1])
    if (
        last.lower() in name_words("designator")
        and len(front) >= _SHORTEST
        and not knowledge.lookup(front, at=None)
    ):
        yield front, False
