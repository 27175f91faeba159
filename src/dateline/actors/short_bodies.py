"""Bodies by a part of their name: "the Front" for the Highland Front, "Summit" for Summit Entertainment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.actors.found_name import FoundName
from dateline.actors.roles import name_words
from dateline.knowledge import Knowledge
from dateline.model import ActorKind, Sentence, Span

_BODIES = (
    ActorKind.ORGANISATION,
    ActorKind.ARMED_GROUP,
    ActorKind.COMPANY,
    ActorKind.PARTY,
    ActorKind.OUTLET,
)
_SHORTEST = 4


def with_short_bodies(
    text: str, sentences: Sequence[Sentence], names: list[FoundName], knowledge: Knowledge
) -> list[FoundName]:
    """Adds later mentions by the last word behind "the", and by what stands before a firm's "Group" or "Airlines", of bodies whom the page
    has named in full; where two bodies share a part, it is nobody's."""
    bearers = _bearers(names, knowledge)
    if not bearers:
        return names
    parts = "|".join(sorted(map(re.escape, bearers), key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w’'-])(?P<the>[Tt]he )?(?P<part>{parts})(?![\w-]|\s[A-Z])")
    covered = {i for name in names for i in range(name.start, name.end)}
    extra = []
    for sentence in sentences:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            body, needs_the = bearers[match["part"]]
            span = Span(*match.span("part"))
            if (
                body.start >= span.start
                or (needs_the and not match["the"])
                or not covered.isdisjoint(range(*span))
            ):
                continue
            extra.append(replace(body, start=span.start, end=span.end, name_start=span.start, title=None))
    return sorted([*names, *extra], key=lambda n: n.start)


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
