"""Stories that follow on one another: the talks, the next round, the signing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Story
from dateline.model.codec import Record
from dateline.stories.grouping.identity import new_id
from dateline.stories.grouping.related import kinship
from dateline.stories.grouping.sketches import Sketch

_GAP_DAYS = 30
_FOLLOWS = 0.3


@dataclass(frozen=True, slots=True)
class Storyline(Record):
    """Stories linked across days, earliest first. `id` is that of its first story with `storyline:` before it."""

    id: str
    stories: tuple[str, ...]


def storylines(stories: Sequence[Story], sketches: Mapping[str, Sketch]) -> list[Storyline]:
    """Chains of stories: each follows the earlier one that it is most like, no more than a month after it. A story that
    follows none and is followed by none is in no storyline. `sketches` has a sketch for each article id.
    """
    days = [_day(story, sketches) for story in stories]
    order = sorted(range(len(stories)), key=lambda n: (days[n] or 0, stories[n].id))
    before: dict[int, int] = {}
    for n, near in enumerate(kinship([[sketches[a] for a in story.articles] for story in stories])):
        earlier = [
            (value, -m) for m, value in near.items() if value >= _FOLLOWS and _is_before(days[m], days[n])
        ]
        if earlier:
            before[n] = -max(earlier)[1]
    chains: dict[int, list[int]] = {}
    for n in order:
        first = n
        while first in before:
            first = before[first]
        chains.setdefault(first, []).append(n)
    return [_line([stories[n] for n in chain]) for chain in chains.values() if len(chain) > 1]


def _line(stories: Sequence[Story]) -> Storyline:
    ids = tuple(story.id for story in stories)
    return Storyline(new_id(ids).replace("story:", "storyline:"), ids)


def _day(story: Story, sketches: Mapping[str, Sketch]) -> int | None:
    """The first day on which somebody reports it."""
    return min(
        (day for article in story.articles if (day := sketches[article].day) is not None), default=None
    )


def _is_before(first: int | None, second: int | None) -> bool:
    return first is not None and second is not None and 0 < second - first <= _GAP_DAYS
