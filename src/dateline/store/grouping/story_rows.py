"""A story as rows."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, Table, bindparam, delete, update

from dateline.model import Participant, Reading, Story
from dateline.store.grouping.ids import id_of_event
from dateline.store.grouping.leads import lead_of, support_of
from dateline.store.grouping.members import Member
from dateline.store.holdings import Values
from dateline.store.ingest.article_rows import event_day, packed_record
from dateline.store.inserting import in_parts, insert_rows
from dateline.store.tables import (
    ARTICLES,
    EVENT_PARTICIPANTS,
    EVENTS,
    FACTS,
    POSITIONS,
    QUOTATION_STATEMENTS,
    QUOTATIONS,
    REPORTS,
    STORIES,
    STORY_ARTICLES,
)
from dateline.store.tables.contexts import in_column
from dateline.stories import ToldStory
from dateline.stories.chain import outlet_count
from dateline.stories.events.occurrences import Occurrence
from dateline.stories.labels.event_labels import event_text

Rows = dict[Table, list[Values]]

_BY_STORY = (STORY_ARTICLES, FACTS, POSITIONS, QUOTATIONS, QUOTATION_STATEMENTS)


def story_record(data: bytes) -> Story:
    """The story that a row holds."""
    return Story.from_json(zlib.decompress(data))


def rows_of_story(told: ToldStory, members: Mapping[str, Member], readings: Mapping[str, Reading]) -> Rows:
    """All rows of a story, its events included."""
    events = [_event(event, told.story.id, members, readings) for event in told.events]
    return {
        STORIES: [_story(told.story, members) | lead_of(told.story.headline, events)],
        STORY_ARTICLES: [
            {"article": members[article].number, "story": told.story.id, "place": place}
            for place, article in enumerate(told.story.articles)
        ],
        FACTS: list(_facts(told.story)),
        POSITIONS: list(_positions(told.story, members)),
        QUOTATIONS: list(_quotations(told.story, members)),
        QUOTATION_STATEMENTS: list(_quotation_statements(told.story, members)),
        EVENTS: events,
        EVENT_PARTICIPANTS: [
            party
            for row, event in zip(events, told.events, strict=True)
            for party in _participants(row, event)
        ],
    }


def write_story(connection: Connection, told: ToldStory, members: Mapping[str, Member], rows: Rows) -> None:
    """Writes the rows of a story, and in those of its articles which events and families they belong to."""
    for table, values in rows.items():
        insert_rows(connection, table, values)
    tie_reports(connection, told, members)
    _note_families(connection, told, members)


def delete_stories(connection: Connection, stories: Iterable[str]) -> None:
    """Deletes all rows of some stories and of their events."""
    for part in in_parts(sorted(stories)):
        events = EVENTS.c.story.in_(part)
        ids = EVENTS.select().with_only_columns(EVENTS.c.id).where(events)
        connection.execute(delete(EVENT_PARTICIPANTS).where(EVENT_PARTICIPANTS.c.event.in_(ids)))
        connection.execute(delete(EVENTS).where(events))
        connection.execute(delete(STORIES).where(STORIES.c.id.in_(part)))
        for table in _BY_STORY:
            connection.execute(delete(table).where(table.c.story.in_(part)))


def tie_reports(connection: Connection, told: ToldStory, members: Mapping[str, Member]) -> None:
    """Notes in each report of an event which event it is."""
    ties = [
        {
            "of_article": members[report.article].number,
            "of_id": report.event.id,
            "to": id_of_event(event, members),
        }
        for event in told.events
        for report in event.reports
    ]
    if ties:
        here = (REPORTS.c.article == bindparam("of_article")) & (REPORTS.c.id == bindparam("of_id"))
        connection.execute(update(REPORTS).where(here).values(event=bindparam("to")), ties)


def families_of(told: ToldStory, members: Mapping[str, Member]) -> dict[int, str]:
    """For each article of a story the id of the first of its family of copies."""
    heads: dict[int, Member] = {}
    for article in sorted(told.story.articles, key=lambda article: members[article].arrival):
        heads.setdefault(told.family_of[article], members[article])
    return {members[article].number: heads[told.family_of[article]].id for article in told.story.articles}


def _note_families(connection: Connection, told: ToldStory, members: Mapping[str, Member]) -> None:
    families = [{"of": number, "to": head} for number, head in families_of(told, members).items()]
    here = ARTICLES.c.number == bindparam("of")
    connection.execute(update(ARTICLES).where(here).values(family=bindparam("to")), families)


def _story(story: Story, members: Mapping[str, Member]) -> Values:
    known = [members[article].ordinal for article in story.articles]
    days = sorted(ordinal for ordinal in known if ordinal is not None)
    first, last = (days[0], days[-1]) if days else (None, None)
    return {
        "id": story.id,
        "headline": story.headline,
        "first_day": date.fromordinal(first).isoformat() if first else None,
        "last_day": date.fromordinal(last).isoformat() if last else None,
        "first_ordinal": first,
        "last_ordinal": last,
        "reports": story.reports,
        "outlets": story.outlets,
        "independent": story.independent,
        "story": packed_record(story.to_json()),
        "support": support_of({fact.support for fact in story.facts}).value,
    }


def _facts(story: Story) -> Iterator[Values]:
    for place, fact in enumerate(story.facts):
        yield {
            "story": story.id,
            "id": fact.id,
            "place": place,
            "kind": fact.kind.value,
            "text": fact.text,
            "support": fact.support.value,
            "conflict_since": None,
        }


def _positions(story: Story, members: Mapping[str, Member]) -> Iterator[Values]:
    for fact in story.facts:
        for place, position in enumerate(fact.positions):
            yield {
                "story": story.id,
                "fact": fact.id,
                "place": place,
                "article": members[position.article].number,
                "stance": position.stance.value,
                "value": position.value,
                "normal": position.normal,
            }


def _quotations(story: Story, members: Mapping[str, Member]) -> Iterator[Values]:
    for quotation in story.quotations:
        yield {
            "story": story.id,
            "id": quotation.id,
            "speaker": quotation.speaker,
            "relation": quotation.relation.value,
            "closest_article": members[quotation.closest.article].number,
            "closest_statement": quotation.closest.statement,
            "why": quotation.closest.why,
        }


def _quotation_statements(story: Story, members: Mapping[str, Member]) -> Iterator[Values]:
    for quotation in story.quotations:
        for place, statement in enumerate(quotation.statements):
            yield {
                "story": story.id,
                "quotation": quotation.id,
                "place": place,
                "article": members[statement.article].number,
                "statement": statement.statement,
            }


def _event(
    event: Occurrence, story: str, members: Mapping[str, Member], readings: Mapping[str, Reading]
) -> Values:
    slots, model = event.slots, event.model.event
    own = [members[article] for article in event.articles]
    published = min((member.ordinal for member in own if member.ordinal is not None), default=None)
    day, ordinal = event_day(slots.date, published)
    return {
        "id": id_of_event(event, members),
        "story": story,
        "root": model.plover,
        "mode": model.mode,
        "status": slots.status.value,
        "quad": model.quad,
        "text": event_text(event),
        "date_value": slots.date.value if slots.date else None,
        "date_precision": slots.date.precision.value if slots.date else None,
        "day": day,
        "day_ordinal": ordinal,
        "place_id": slots.place.id if slots.place else None,
        "place_name": slots.place.name if slots.place else None,
        "place_precision": slots.place.precision if slots.place else None,
        "first_article": min(own, key=lambda member: member.arrival).number,
        "reports": len(event.reports),
        "outlets": outlet_count([readings[article].article for article in event.articles]),
        "independent": len(set(event.families)),
        "contexts": in_column(_contexts(event)),
        **_by_hand(event, members),
    }


def _contexts(event: Occurrence) -> list[str]:
    """Contexts that the words of a report show, those of most reports first."""
    return [
        context for context, _ in Counter(c for r in event.reports for c in r.event.contexts).most_common()
    ]


def _by_hand(event: Occurrence, members: Mapping[str, Member]) -> Values:
    """Whether people corrected one of the reports, and found one right."""
    reports = [(report.event.id, members[report.article].by_hand) for report in event.reports]
    return {
        "corrected": any(id in by_hand.corrected for id, by_hand in reports),
        "checked": any(id in by_hand.checked for id, by_hand in reports),
    }


def _participants(row: Values, event: Occurrence) -> Iterator[Values]:
    sides: tuple[tuple[str, Sequence[Participant]], ...] = (
        ("source", event.slots.source),
        ("target", event.slots.target),
    )
    for side, parties in sides:
        for place, party in enumerate(parties):
            yield {
                "event": row["id"],
                "side": side,
                "place": place,
                "actor": party.actor,
                "name": party.name,
                "state": party.state,
                "code": party.code,
                "day_ordinal": row["day_ordinal"],
            }
