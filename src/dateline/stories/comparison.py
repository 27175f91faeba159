"""Readings of one occurrence, compared: the story record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

from dateline.model import ChainEdge, Reading, Status, Story
from dateline.stories.facts import independent, story_facts, story_occurrences
from dateline.stories.labels import event_text
from dateline.stories.occurrences import Occurrence
from dateline.stories.quotations import align_quotations
from dateline.stories.stems import stem
from dateline.stories.terms import WORD, usual_frequencies
from dateline.syndication import families

_FUNCTION_SHARE = 0.2
_ID_LENGTH = 16
_OUTLET_CHANNELS = ("outlet", "broadcast")


def story_of(readings: Sequence[Reading], edges: Sequence[ChainEdge]) -> Story:
    """The story that some readings tell. `edges` may hold edges of other articles, which are left out."""
    ids = [reading.article.id for reading in readings]
    chain = _chain(ids, [*edges, *_channel_edges(readings, edges)])
    groups = families(ids, chain)
    family_of = {article: number for number, family in enumerate(groups) for article in family}
    found = story_occurrences(readings)
    return Story(
        id=story_id(ids),
        headline=story_headline(readings, found, family_of),
        articles=tuple(ids),
        reports=len(ids),
        outlets=_outlets(readings),
        independent=len(groups),
        chain=chain,
        facts=story_facts(readings, found, family_of),
        quotations=align_quotations(readings),
        related=(),
    )


def story_id(article_ids: Sequence[str]) -> str:
    """The same for the same set of articles."""
    digest = sha256("\n".join(sorted(article_ids)).encode()).hexdigest()
    return f"story:{digest[:_ID_LENGTH]}"


def story_headline(
    readings: Sequence[Reading], found: Sequence[Occurrence], family_of: Mapping[str, int]
) -> str:
    """Made from the slots of the best supported principal event; without one, the title most like the others."""
    named = [o for o in found if o.status in (Status.HAPPENED, Status.PLANNED) and _has_parties(o)]
    if named:
        return event_text(max(named, key=lambda o: (_weight(o, family_of), -found.index(o))))
    return _common_title([reading.article.title for reading in readings if reading.article.title])


def _has_parties(occurrence: Occurrence) -> bool:
    event = occurrence.model.event
    return bool(event.source) and any(p.actor for p in (*event.source, *event.target))


def _weight(occurrence: Occurrence, family_of: Mapping[str, int]) -> tuple[int, bool, float]:
    """Independent reports, both sides named, and how early the pages tell it."""
    event = occurrence.model.event
    earliest = [
        min(r.event.trigger.start for r in occurrence.reports if r.article == article)
        for article in occurrence.articles
    ]
    place = sum(1 / (1 + start / 500) for start in earliest)
    return (
        independent(occurrence.articles, family_of),
        bool(event.target),
        place + len(occurrence.reports) / 2,
    )


def _common_title(titles: Sequence[str]) -> str:
    if not titles:
        return ""
    terms = [_terms(title) for title in titles]

    def shared(i: int) -> float:
        others = [len(terms[i] & other) for k, other in enumerate(terms) if k != i]
        return sum(others) / (1 + len(terms[i]))

    return titles[max(range(len(titles)), key=lambda i: (shared(i), -i))]


def _terms(title: str) -> frozenset[str]:
    stems = {stem(word.lower().replace("’", "'")) for word in WORD.findall(title)}
    return frozenset(s for s in stems if usual_frequencies().get(s, 0.0) < _FUNCTION_SHARE)


def _channel_edges(readings: Sequence[Reading], edges: Sequence[ChainEdge]) -> list[ChainEdge]:
    """Outlets through which a quotation reached a page, where the page's own notices do not name them already."""
    known = {(edge.from_.casefold(), edge.to) for edge in edges}
    found: list[ChainEdge] = []
    for reading in readings:
        for statement in reading.statements:
            channel = statement.channel
            if channel is None or channel.kind not in _OUTLET_CHANNELS or not channel.name:
                continue
            edge = ChainEdge(f"outlet:{channel.name}", reading.article.id, "quotes", ())
            if (edge.from_.casefold(), edge.to) not in known:
                known.add((edge.from_.casefold(), edge.to))
                found.append(edge)
    return found


def _chain(ids: Sequence[str], edges: Sequence[ChainEdge]) -> tuple[ChainEdge, ...]:
    inside = set(ids)
    return tuple(
        edge
        for edge in edges
        if edge.to in inside and (edge.from_ in inside or edge.from_.startswith("outlet:"))
    )


def _outlets(readings: Sequence[Reading]) -> int:
    """How many outlets are known by name; an article without one counts as one more when no other is known."""
    names = {r.article.outlet.id or r.article.outlet.name.casefold() for r in readings if r.article.outlet}
    return max(len(names), 1)
