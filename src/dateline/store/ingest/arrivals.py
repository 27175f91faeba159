"""New articles and new versions find their numbers and become rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from dateline.model import Reading
from dateline.store.clock import now, today
from dateline.store.correcting.applying import Corrected
from dateline.store.correcting.log import actor_merges
from dateline.store.correcting.one_actor import OneActor
from dateline.store.correcting.reading_back import as_corrected, merged
from dateline.store.holdings import Values
from dateline.store.ingest.addresses import address_of
from dateline.store.ingest.article_rows import PLACES, day_of, delete_rows, packed_record, write_rows
from dateline.store.ingest.outcomes import Outcome
from dateline.store.ingest.tombstones import is_forgotten, keys_of, lift_tombstones
from dateline.store.inserting import insert_rows
from dateline.store.sketch_rows import file_sketch, packed_sketch, remove_sketches
from dateline.store.tables import ARTICLES
from dateline.stories import Sketch, sketch
from dateline.stories.grouping.identity import story_id


@dataclass(frozen=True, slots=True)
class Arrival:
    """A page that was read, with the hash of the page."""

    reading: Reading
    page_sha256: str


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of an arrival: the article that it is, its number where it came in, the number of the version that it took
    the place of, and what it tells with the corrections that hold for it.
    """

    outcome: Outcome
    article: str | None = None
    number: int | None = None
    replaced: int | None = None
    told: Reading | None = None


class Arrivals:
    """Takes in readings, one after the other, inside one transaction of a run; `again` also those that were taken back."""

    def __init__(self, connection: Connection, run: int, *, again: bool = False) -> None:
        self._connection = connection
        self._run = run
        self._merges = OneActor(actor_merges(connection).values())
        self._again = again
        self._last_in_day: dict[int, int] = {}
        self._last_arrival: int | None = None

    def settle(self, arrival: Arrival) -> Settled:
        """Writes an article with all rows that follow from it alone, unless it is known or was taken back."""
        reading = arrival.reading
        article = reading.article
        address = address_of(article)
        keys = keys_of(reading, address)
        if self._again:
            lift_tombstones(self._connection, keys)
        elif is_forgotten(self._connection, keys):
            return Settled(Outcome.FORGOTTEN)
        earlier = self._versions(address)
        same = next((row.id for row in earlier if row.body_sha256 == article.body_sha256), None)
        if same is not None or self._is_known(article.id):
            return Settled(Outcome.UNCHANGED, same or article.id)
        number, sketched = self._number(reading), sketch(article)
        insert_rows(self._connection, ARTICLES, [self._row(number, arrival, address, earlier, sketched)])
        told = (
            as_corrected(self._connection, earlier[0].lineage, reading)
            if earlier
            else merged(Corrected(reading), self._merges)
        )
        write_rows(self._connection, [(number, told)])
        file_sketch(self._connection, number, sketched)
        replaced = next((row.number for row in earlier if row.is_current), None)
        if replaced is not None:
            self._retire(replaced)
        return Settled(Outcome.READ, article.id, number, replaced, told.reading)

    def _row(
        self,
        number: int,
        arrival: Arrival,
        address: str,
        earlier: Sequence[Row[*tuple[Any, ...]]],
        sketched: Sketch,
    ) -> Values:
        article = arrival.reading.article
        day, ordinal = day_of(article)
        lineage = earlier[0].lineage if earlier else article.id
        return {
            "number": number,
            "id": article.id,
            "address": address,
            "version": earlier[-1].version + 1 if earlier else 1,
            "is_current": True,
            "arrival": earlier[0].arrival if earlier else self._next_arrival(),
            "lineage": lineage,
            "story_seed": story_id([lineage]),
            "outlet": article.outlet.id if article.outlet else None,
            "outlet_name": article.outlet.name if article.outlet else None,
            "title": article.title,
            "published": article.published.value if article.published else None,
            "published_day": day,
            "published_ordinal": ordinal,
            "language": article.language,
            "coded": article.coded,
            "body_sha256": article.body_sha256,
            "page_sha256": arrival.page_sha256,
            "first_seen": now(),
            "run": self._run,
            "reading": packed_record(arrival.reading.to_json()),
            "sketch": packed_sketch(sketched),
            "family": None,
        }

    def _versions(self, address: str) -> Sequence[Row[*tuple[Any, ...]]]:
        columns = ARTICLES.c
        return self._connection.execute(
            select(
                columns.number,
                columns.id,
                columns.version,
                columns.is_current,
                columns.arrival,
                columns.lineage,
                columns.body_sha256,
            )
            .where(columns.address == address)
            .order_by(columns.version)
        ).all()

    def _is_known(self, article: str) -> bool:
        found = self._connection.execute(select(ARTICLES.c.number).where(ARTICLES.c.id == article))
        return found.first() is not None

    def _retire(self, number: int) -> None:
        """A version that another took the place of is kept as a reading alone."""
        self._connection.execute(
            update(ARTICLES).where(ARTICLES.c.number == number).values(is_current=False, family=None)
        )
        remove_sketches(self._connection, [number])
        delete_rows(self._connection, [number])

    def _number(self, reading: Reading) -> int:
        """The next place of the day of publication; of an undated page, of the day on which it came in."""
        day = day_of(reading.article)[1] or today().toordinal()
        if day not in self._last_in_day:
            low, high = day * PLACES, (day + 1) * PLACES - 1
            found = select(func.max(ARTICLES.c.number)).where(ARTICLES.c.number.between(low, high))
            self._last_in_day[day] = self._connection.execute(found).scalar() or low
        self._last_in_day[day] += 1
        return self._last_in_day[day]

    def _next_arrival(self) -> int:
        if self._last_arrival is None:
            self._last_arrival = self._connection.execute(select(func.max(ARTICLES.c.arrival))).scalar() or 0
        self._last_arrival += 1
        return self._last_arrival
