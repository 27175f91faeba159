"""Why a report is in its story: whom, which day, place and passage it shares with the report that it is most like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model import ChainEdge, Reading, Span, Story
from dateline.model.codec import Record
from dateline.stories.events.days import days_of, gap
from dateline.stories.grouping.likeness import likeness
from dateline.stories.grouping.sketches import Sketch, sketch
from dateline.stories.speakers import is_known, same_name
from dateline.stories.stems import stem
from dateline.stories.terms import NUMBER_SIGN, WORD

_MOST_NAMES = 6
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class SharedActor(Record):
    """Somebody whom two reports name, with the first place on each side."""

    name: str
    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Join(Record):
    """Why `article` is in a story: what it shares with `mate`, the report in it that it is most like (`likeness`, 0 to 1).

    `who` are actors that both name, `when` days (ISO) on which both say that something happens, `where` places of their events,
    `passages` text that one has from the other (span in `article`, span in `mate`), `words` the telling words that both have.
    """

    article: str
    mate: str
    likeness: float
    who: tuple[SharedActor, ...]
    when: tuple[str, ...]
    where: tuple[str, ...]
    passages: tuple[tuple[Span, Span], ...]
    words: tuple[str, ...]


def joins(story: Story, readings: Sequence[Reading]) -> list[Join]:
    """One join for each report but the first, in the order of the story's articles. `readings` holds at least the story's."""
    by_id = {reading.article.id: reading for reading in readings}
    sketches = {article: sketch(by_id[article].article) for article in story.articles}
    return [_join(article, story, by_id, sketches) for article in story.articles[1:]]


def _join(article: str, story: Story, by_id: Mapping[str, Reading], sketches: Mapping[str, Sketch]) -> Join:
    mine = sketches[article]
    others = [other for other in story.articles if other != article]
    mate = max(others, key=lambda other: (likeness(mine, sketches[other]), -story.articles.index(other)))
    a, b = by_id[article], by_id[mate]
    return Join(
        article,
        mate,
        round(max(0.0, likeness(mine, sketches[mate])), 3),
        _who(a, b),
        _when(a, b),
        _where(a, b),
        _passages(story.chain, article, mate),
        _words(mine, sketches[mate], a.article.text),
    )


def _who(a: Reading, b: Reading) -> tuple[SharedActor, ...]:
    """Actors of both by id; those known from one page only by name."""
    theirs = {mention.actor: mention for mention in reversed(b.mentions) if mention.actor}
    local = [mention for mention in theirs.values() if not is_known(mention)]
    found: dict[str, SharedActor] = {}
    for mention in a.mentions:
        if mention.actor is None or mention.actor in found:
            continue
        other = theirs.get(mention.actor) if is_known(mention) else None
        if other is None and not is_known(mention):
            other = next(
                (m for m in local if m.kind == mention.kind and same_name(m.name, mention.name)), None
            )
        if other is not None:
            spans = Span(mention.start, mention.end), Span(other.start, other.end)
            found[mention.actor] = SharedActor(mention.name, *spans)
    return tuple(found.values())[:_MOST_NAMES]


def _when(a: Reading, b: Reading) -> tuple[str, ...]:
    theirs = [days for event in b.events if (days := days_of(event.date)) is not None]
    found = set()
    for event in a.events:
        mine = days_of(event.date)
        if event.date is not None and mine is not None and any(gap(mine, other) == 0 for other in theirs):
            found.add(event.date.value)
    return tuple(sorted(found))


def _where(a: Reading, b: Reading) -> tuple[str, ...]:
    theirs = {event.place.id or event.place.name for event in b.events if event.place}
    places = [event.place for event in a.events if event.place]
    return tuple(dict.fromkeys(place.name for place in places if (place.id or place.name) in theirs))


def _passages(chain: Sequence[ChainEdge], article: str, mate: str) -> tuple[tuple[Span, Span], ...]:
    for edge in chain:
        if (edge.to, edge.from_) == (article, mate):
            return tuple((theirs, mine) for mine, theirs in edge.passages)
        if (edge.from_, edge.to) == (article, mate):
            return edge.passages
    return ()


def _words(a: Sketch, b: Sketch, text: str) -> tuple[str, ...]:
    """The terms that bring the two together, strongest first, as they first stand in the text."""
    shared = a.vector.keys() & b.vector.keys()
    ordered = sorted(shared, key=lambda key: (-a.vector[key] * b.vector[key], key))[:_MOST_WORDS]
    forms: dict[str, str] = {}
    for match in WORD.finditer(text):
        forms.setdefault(stem(match[0].lower().replace("’", "'")), match[0])
    keys = [key.removeprefix(NUMBER_SIGN) for key in ordered]
    return tuple(forms.get(key, key) for key in keys)
