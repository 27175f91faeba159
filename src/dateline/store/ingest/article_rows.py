"""A reading as rows: who is named, who said what, who did what to whom."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from sqlalchemy import Connection, Table, delete

from dateline.model import Article, CollectionError, Event, EventDate, Party, Reading, Statement
from dateline.store.correcting.applying import ByHand, Corrected
from dateline.store.holdings import Values
from dateline.store.ingest.actor_counts import count_in, count_out
from dateline.store.inserting import in_parts, insert_rows
from dateline.store.tables import ARTICLE_ACTORS, PARTICIPANTS, REPORTS, STATEMENTS
from dateline.store.tables.contexts import in_column
from dateline.stories.events.days import days_of
from dateline.syndication import published_day

PLACES = 1 << 20
"""Articles that one day has room for: `number` is the day times this, and the place in the day."""

Day = tuple[str | None, int | None]
"""A day as ISO text and as a running number; both None where it is not known."""

OF_ARTICLES = (ARTICLE_ACTORS, STATEMENTS, REPORTS, PARTICIPANTS)
"""The tables whose rows come from one article alone."""

_NOTHING = ByHand()


def packed_record(text: str) -> bytes:
    """A record's JSON, compressed."""
    return zlib.compress(text.encode("utf-8"))


def reading_of(data: bytes) -> Reading:
    """The reading that a row holds.

    Raises:
        CollectionError: `damaged`, when it cannot be unpacked.
    """
    try:
        return Reading.from_json(zlib.decompress(data))
    except (ValueError, zlib.error) as error:
        what = f"a reading is damaged ({error}): `dateline verify` tells which, `dateline re-read` makes it again."
        raise CollectionError("damaged", what) from error


def day_of(article: Article) -> Day:
    """The day of publication, where it is known to the day."""
    return _day(published_day(article))


def write_rows(connection: Connection, articles: Sequence[tuple[int, Corrected]]) -> None:
    """All rows that follow from some readings alone, by the numbers of their articles."""
    for number, told in articles:
        for table, rows in rows_of(number, told.reading, told.by_hand).items():
            insert_rows(connection, table, rows)
    count_in(connection, [number for number, _ in articles])


def delete_rows(connection: Connection, numbers: Sequence[int]) -> None:
    """The rows that `write_rows` wrote for some articles."""
    count_out(connection, numbers)
    for part in in_parts(numbers):
        for table in OF_ARTICLES:
            connection.execute(delete(table).where(table.c.article.in_(part)))


def rows_of(number: int, reading: Reading, by_hand: ByHand = _NOTHING) -> dict[Table, list[Values]]:
    """The rows by their table, as they should be.

    Args:
        by_hand: what of the reading is the word of a person.
    """
    return {
        ARTICLE_ACTORS: list(_actors(number, reading)),
        STATEMENTS: list(_statements(number, reading, by_hand)),
        REPORTS: list(_reports(number, reading, by_hand)),
        PARTICIPANTS: list(_participants(number, reading)),
    }


def _actors(number: int, reading: Reading) -> Iterator[Values]:
    mentions = Counter(mention.actor for mention in reading.mentions)
    seen: set[str] = set()
    for mention in reading.mentions:
        if mention.actor is not None and mention.actor not in seen:
            seen.add(mention.actor)
            yield {
                "article": number,
                "actor": mention.actor,
                "name": mention.name,
                "state": mention.state,
                "mentions": mentions[mention.actor],
            }


def _statements(number: int, reading: Reading, by_hand: ByHand) -> Iterator[Values]:
    day, ordinal = day_of(reading.article)
    for statement in reading.statements:
        speaker, addressee, channel = statement.speaker, statement.addressee, statement.channel
        yield {
            "article": number,
            "id": statement.id,
            "type": statement.type.value,
            "speaker_actor": speaker.actor if speaker else None,
            "speaker_name": speaker.name if speaker else None,
            "speaker_state": speaker.state if speaker else None,
            **_addressee(addressee),
            "channel_kind": channel.kind if channel else None,
            "channel_name": channel.name if channel else None,
            "act": statement.act,
            "content": content_of(statement, reading),
            "day": day,
            "day_ordinal": ordinal,
            **by_hand.columns_of(statement.id),
        }


def _addressee(party: Party | None) -> Values:
    return {
        "addressee_actor": party.actor if party else None,
        "addressee_name": party.name if party else None,
        "addressee_state": party.state if party else None,
    }


def content_of(statement: Statement, reading: Reading) -> str:
    """The words of a statement, with an ellipsis where others stand between them."""
    text, words, end = reading.article.text, "", None
    for span in statement.content:
        if end is not None:
            words += " … " if text[end : span.start].strip() else " "
        words += text[span.start : span.end]
        end = span.end
    return " ".join(words.split())


def _reports(number: int, reading: Reading, by_hand: ByHand) -> Iterator[Values]:
    published = published_day(reading.article)
    for event in reading.events:
        day, ordinal = event_day(event.date, published)
        yield {
            "article": number,
            "id": event.id,
            "event": None,
            "root": event.plover,
            "mode": event.mode,
            "status": event.status.value,
            "cameo": event.cameo,
            "quad": event.quad,
            "score": event.score,
            **date_and_place(event),
            "day": day,
            "day_ordinal": ordinal,
            "trigger_lemma": event.trigger.lemma,
            "trigger_start": event.trigger.start,
            "trigger_end": event.trigger.end,
            "evidence_start": event.evidence.start,
            "evidence_end": event.evidence.end,
            "statement": event.statement,
            "confidence": event.confidence,
            "rule": event.rule,
            "contexts": in_column(event.contexts),
            **by_hand.columns_of(event.id),
        }


def date_and_place(event: Event) -> Values:
    """When and where of an event, as columns."""
    when, where = event.date, event.place
    return {
        "date_value": when.value if when else None,
        "date_precision": when.precision.value if when else None,
        "place_id": where.id if where else None,
        "place_name": where.name if where else None,
        "place_precision": where.precision if where else None,
    }


def event_day(when: EventDate | None, published: int | None) -> Day:
    """The day on which an event is listed: the first of its date where that is exact to days, else that of publication."""
    days = days_of(when)
    if days is not None and when is not None and len(when.value.partition("/")[0]) >= len("2024-03-12"):
        return _day(days[0])
    return _day(published)


def _participants(number: int, reading: Reading) -> Iterator[Values]:
    for event in reading.events:
        for side, parties in (("source", event.source), ("target", event.target)):
            for place, party in enumerate(parties):
                yield {
                    "article": number,
                    "report": event.id,
                    "side": side,
                    "place": place,
                    "actor": party.actor,
                    "name": party.name,
                    "state": party.state,
                    "code": party.code,
                }


@lru_cache(maxsize=4096)
def _day(ordinal: int | None) -> Day:
    return (date.fromordinal(ordinal).isoformat(), ordinal) if ordinal is not None else (None, None)
