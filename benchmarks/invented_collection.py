"""A collection of invented pages, for what is measured on one: words by Zipf's law over a vocabulary of their own, so that the commonest stands on
every page and the rare on a few; five reports of events, a third of them at a place, two statements and about six actors a page. Each
can be shown, with nothing marked in it: `shown_collection` adds pages that were read.
"""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate, islice
from typing import Any

from benchmarks.invented_readings import packed_reading, packed_sketch_of_none
from benchmarks.invented_stories import STORY, id_of, story_rows

WORDS, ACTORS, OUTLETS = 60_000, 4_000, 150
WORDS_A_PAGE, PAGES_A_DAY, REPORTS, BATCH = 200, 400, 5, 1_000
CITIES, PLACED = 2_000, 1 / 3
FIRST_DAY = date(2022, 1, 1).toordinal()
ROOTS = ("CONSULT", "AGREE", "SUPPORT", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "AID", "ASSAULT", "COERCE")
STATUSES = ("happened", "happened", "happened", "planned", "denied", "hypothetical")
RARE_ROOT, RARELY = "SANCTION", 4_000
"""A type of event, and of how many acts one has it."""

Rows = dict[str, list[Any]]
"""Rows by the name of their table; `index` are rows of the index."""


class Invention:
    """Words and actors by rank, the first the commonest."""

    def __init__(self) -> None:
        from dateline.knowledge import Knowledge
        from dateline.knowledge.tables import rows_of

        self.chance = random.Random("search")
        parts = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
        coined = ("".join(self.chance.choices(parts, k=self.chance.randint(2, 5))) for _ in range(3 * WORDS))
        self.words = list(dict.fromkeys(coined))[:WORDS]
        self.states = sorted(row["iso3"] for row in rows_of("state_codes"))
        cities = sorted(Knowledge.load().gazetteer.all(), key=lambda city: -city.population)[:CITIES]
        self._places = [(city.id, city.name, "city") for city in cities]
        self._where = random.Random("places")
        self._word_weights = list(accumulate(1 / rank for rank in range(1, WORDS + 1)))
        self._actor_weights = list(accumulate(1 / rank**0.8 for rank in range(1, ACTORS + 1)))

    def text(self, words: int) -> str:
        """Words in sentences of twenty."""
        drawn = self.chance.choices(self.words, cum_weights=self._word_weights, k=words)
        return " ".join(word if place % 20 else f"{word}." for place, word in enumerate(drawn, 1))

    def actors(self, number: int) -> list[Any]:
        """Different actors."""
        from dateline.store.search import Named

        drawn = self.chance.choices(range(ACTORS), cum_weights=self._actor_weights, k=number)
        return [Named(f"Q{n}", f"{self.words[n]} {self.words[-n - 1]}") for n in dict.fromkeys(drawn)]

    def state_of(self, actor: str) -> str | None:
        """A third of all actors belong to a few states that everybody writes of, a third to any, the rest to none."""
        n = int(actor[1:])
        return (
            (self.states[n % 5] if n % 3 == 0 else self.states[n % len(self.states)]) if n % 3 < 2 else None
        )

    def place(self) -> dict[str, str | None]:
        """A town, the large ones most often, of a third of all events."""
        place: tuple[str | None, ...] = (None, None, None)
        if self._where.random() < PLACED:
            place = self._places[int(CITIES * self._where.random() ** 4)]
        return dict(zip(("place_id", "place_name", "place_precision"), place, strict=True))

    def acts(self) -> list[tuple[str, str]]:
        """Roots and status of the reports of a page."""
        acts = [(self.chance.choice(ROOTS), self.chance.choice(STATUSES)) for _ in range(REPORTS)]
        return [(act if self._where.random() * RARELY > 1 else (RARE_ROOT, "denied")) for act in acts]


def batches(pages: int) -> Iterator[Rows]:
    """The rows of some pages at a time."""
    made, counted = Invention(), iter(range(pages))
    while batch := list(islice(counted, BATCH)):
        held: defaultdict[str, list[Any]] = defaultdict(list)
        for count in batch:
            for table, rows in _page(made, count).items():
                held[table] += rows
        yield held


def _page(made: Invention, count: int) -> Rows:
    from dateline.store.search import IndexRow, Named, Subject

    day = FIRST_DAY + count // PAGES_A_DAY
    number, iso = (day << 20) + count % PAGES_A_DAY, date.fromordinal(day).isoformat()
    outlet = f"dl-outlet-{made.chance.randrange(OUTLETS)}"
    title, body, named, acts = made.text(9), made.text(WORDS_A_PAGE), made.actors(6), made.acts()
    subjects = tuple(Subject("s1", one.id, one.name, made.state_of(one.id)) for one in named[1:2])
    row = IndexRow(
        number=number,
        title=title,
        body=body,
        outlet=Named(outlet, outlet),
        language="en",
        actors=tuple(named),
        speakers=tuple(named[:1]),
        subjects=subjects,
        acts=tuple(acts),
        statement_types=("direct",),
    )
    article = {
        "number": number,
        "id": id_of(count),
        "address": str(count),
        "is_current": True,
        "title": title,
    }
    article |= {
        "outlet": outlet,
        "outlet_name": outlet,
        "published_day": iso,
        "published_ordinal": day,
        "language": "en",
    }
    article |= {
        "version": 1,
        "arrival": count + 1,
        "lineage": str(count),
        "story_seed": str(count),
        "coded": True,
    }
    article |= {"body_sha256": "", "page_sha256": str(count), "run": 1}
    article |= {"first_seen": f"{iso}T12:00:00Z", "sketch": packed_sketch_of_none()}
    article["reading"] = packed_reading(article["id"], title, body, outlet, iso)
    actors = [{"article": number, "mentions": 1} | _who(made, one) for one in named]
    events = _events(made, count, number, iso, named, acts)
    story = {"story": f"story-{count // STORY}", "article": number, "place": count % STORY}
    return {
        "index": [row],
        "articles": [article],
        "article_actors": actors,
        "story_articles": [story],
        "statements": list(_statements(made, number, iso, named)),
        **events,
        **(story_rows(story["story"], title, iso, events["events"]) if count % STORY == 0 else {}),
    }


def _statements(made: Invention, number: int, day: str, named: Sequence[Any]) -> Iterator[dict[str, Any]]:
    for place, one in enumerate(named[:2], 1):
        speaker = {f"speaker_{what}": value for what, value in _who(made, one).items()}
        yield {
            "article": number,
            "id": f"s{place}",
            "type": "direct",
            "content": made.text(15),
            "day": day,
            "day_ordinal": number >> 20,
            "corrected": False,
            "checked": False,
        } | speaker


def _events(
    made: Invention, count: int, number: int, day: str, named: Sequence[Any], acts: Sequence[tuple[str, str]]
) -> Rows:
    """An event for each report, with a source and, where the page has two actors, a target."""
    found: Rows = {"reports": [], "participants": [], "events": [], "event_participants": []}
    for place, (root, status) in enumerate(acts, 1):
        event = f"{number}e{place}"
        act = {
            "root": root,
            "status": status,
            "day": day,
            "day_ordinal": number >> 20,
            "corrected": False,
            "checked": False,
        }
        act |= made.place()
        told = {"quad": 1, "score": 1.0, "trigger_lemma": "", "confidence": 1.0, "rule": ""}
        told |= {"trigger_start": 0, "trigger_end": 5, "evidence_start": 0, "evidence_end": 40}
        counts = {
            "story": f"story-{count // STORY}",
            "text": " ".join(one.name for one in named[:2]),
            "quad": 1,
            "first_article": number,
            "reports": 1,
            "outlets": 1,
            "independent": 1,
        }
        found["reports"].append({"article": number, "id": f"e{place}", "event": event} | act | told)
        found["events"].append({"id": event} | act | counts)
        pair = made.chance.sample(named, min(2, len(named)))
        for side, one in zip(("source", "target"), pair, strict=False):
            who = {"side": side, "place": 0} | _who(made, one)
            found["participants"].append({"article": number, "report": f"e{place}"} | who)
            found["event_participants"].append({"event": event, "day_ordinal": number >> 20} | who)
    return found


def _who(made: Invention, one: Any) -> dict[str, Any]:
    return {"actor": one.id, "name": one.name, "state": made.state_of(one.id)}


def filled(address: str, pages: int) -> tuple[Any, float]:
    """The engine of a new collection, and the processor time that its index took."""
    from sqlalchemy import create_engine, insert

    from dateline.store.ingest.actor_counts import count_in
    from dateline.store.ingest.runs import look_at_rows
    from dateline.store.search import index
    from dateline.store.tables import METADATA

    engine, spent = create_engine(address), 0.0
    with engine.begin() as connection:
        METADATA.create_all(connection)
        index.create(connection)
    for batch in batches(pages):
        with engine.begin() as connection:
            for name, held in batch.items():
                if name != "index" and held:
                    connection.execute(insert(METADATA.tables[name]), held)
            begun = time.process_time()
            index.add(connection, batch["index"])
            spent += time.process_time() - begun
            count_in(connection, [row["number"] for row in batch["articles"]])
    with engine.begin() as connection:
        look_at_rows(connection)
    return engine, spent
