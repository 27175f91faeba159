"""The file of an export for FollowTheMoney: an entity a line."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge import Knowledge
from dateline.model import ActorKind
from dateline.products.exports.followthemoney.entities import (
    Entity,
    actor_entity,
    article_entity,
    documentation,
    event_entity,
    link,
)
from dateline.products.exports.ids import short
from dateline.products.exports.job import Job
from dateline.products.exports.json_files import json_lines
from dateline.products.exports.told import Side, ToldEvent
from dateline.products.exports.writing import Part, RowCount, Sink


def ftm_part(job: Job) -> Part:
    """The articles, then each event after those who take part in it."""

    def write(sink: Sink, count: RowCount) -> None:
        for data in json_lines(count(_entities(job))):
            sink.write(data)

    return Part("ftm", write)


def _entities(job: Job) -> Iterator[Entity]:
    for page in job.contents.pages():
        yield article_entity(page, job.rights)
    told: set[str] = set()
    for event in job.contents.events():
        ids = {side: _actor_id(side, event) for side in (*event.source, *event.target) if side.actor}
        for side, id in ids.items():
            if id not in told:
                yield actor_entity(id, side, _kind(side, event, job))
                told.add(id)
        yield event_entity(event, ids.values())
        yield from _reports(event, job)
        yield from _links(event, ids)


def _actor_id(side: Side, event: ToldEvent) -> str:
    """An id that holds in the whole export; of somebody whom only one page knows, for the event alone."""
    actor = side.lasting_actor
    return short("actor", actor) if actor else short("local", event.id, side.actor or side.name)


def _kind(side: Side, event: ToldEvent, job: Job) -> ActorKind | None:
    """What the tables say, else what a page that reports the event took them for."""
    entity = Knowledge.load().entity(side.actor or "")
    if entity is not None:
        return entity.kind
    for telling in event.tellings:
        for mention in job.contents.page(telling.number).reading.mentions:
            if mention.actor == side.actor:
                return mention.kind
    return None


def _reports(event: ToldEvent, job: Job) -> Iterator[Entity]:
    quotes: dict[str, list[str | None]] = {}
    for telling in event.tellings:
        page = job.contents.page(telling.number)
        span = next(one.evidence for one in page.reading.events if one.id == telling.report)
        quotes.setdefault(telling.article, []).append(job.rights.passage(span.of(page.article.text)))
    for article, words in quotes.items():
        yield documentation(event, article, words)


def _links(event: ToldEvent, ids: dict[Side, str]) -> Iterator[Entity]:
    pairs = ((ids.get(source), ids.get(target)) for source in event.source for target in event.target)
    for source, target in dict.fromkeys(pairs):
        if source and target and source != target:
            yield link(event, source, target)
