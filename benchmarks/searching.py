"""Search in a collection: `python -m benchmarks.searching PAGES [ADDRESS]` prints a JSON line.

The pages are invented: words by Zipf's law over a vocabulary of their own, so that the commonest stands on every page and the rare on a few;
five reports of events, two statements and six actors a page. They go straight into the tables and the index of a new SQLite file, or of the
database at ADDRESS, which must be empty. Times of the questions are medians in milliseconds, of processor time where the database is SQLite.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

WORDS, ACTORS, OUTLETS, STORY = 60_000, 4_000, 150, 8
WORDS_A_PAGE, PAGES_A_DAY, REPORTS, BATCH = 200, 400, 5, 1_000
FIRST_DAY = date(2022, 1, 1).toordinal()
ROOTS = ("CONSULT", "AGREE", "SUPPORT", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "AID", "ASSAULT", "COERCE")
STATUSES = ("happened", "happened", "happened", "planned", "denied", "hypothetical")
ROUNDS = 9


class Invention:
    """Words and actors by rank, the first the commonest."""

    def __init__(self) -> None:
        chance = random.Random("search")
        parts = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
        self.chance = chance
        self.words = list(dict.fromkeys("".join(chance.choices(parts, k=chance.randint(2, 5))) for _ in range(3 * WORDS)))[:WORDS]  # fmt: skip
        self._word_weights = list(accumulate(1 / rank for rank in range(1, WORDS + 1)))
        self._actor_weights = list(accumulate(1 / rank**0.8 for rank in range(1, ACTORS + 1)))

    def text(self, words: int) -> str:
        """Words in sentences of twenty."""
        drawn = self.chance.choices(self.words, cum_weights=self._word_weights, k=words)
        return " ".join(word if place % 20 else f"{word}." for place, word in enumerate(drawn, 1))

    def actors(self, number: int) -> list[int]:
        """Different actors, by rank."""
        drawn = self.chance.choices(range(ACTORS), cum_weights=self._actor_weights, k=number)
        return list(dict.fromkeys(drawn))


def rows(pages: int) -> Iterator[dict[str, list[Any]]]:
    """Rows by table, a batch at a time; `index` are rows of the index."""
    made = Invention()
    counted = iter(range(pages))
    while batch := list(islice(counted, BATCH)):
        yield _batch(made, batch)


def _batch(made: Invention, batch: Sequence[int]) -> dict[str, list[Any]]:
    from dateline.store.search.index_rows import IndexRow, Named, Subject

    found: dict[str, list[Any]] = {name: [] for name in ("index", "articles", "article_actors", "statements", "reports", "events", "event_participants", "story_articles")}  # fmt: skip
    for count in batch:
        day, place = FIRST_DAY + count // PAGES_A_DAY, count % PAGES_A_DAY
        number, iso = (day << 20) + place, date.fromordinal(day).isoformat()
        outlet = f"dl-outlet-{made.chance.randrange(OUTLETS)}"
        title, body, actors = made.text(9), made.text(WORDS_A_PAGE), made.actors(6)
        acts = [(made.chance.choice(ROOTS), made.chance.choice(STATUSES)) for _ in range(REPORTS)]
        named = [Named(f"Q{actor}", f"{made.words[actor]} {made.words[-actor - 1]}") for actor in actors]
        subjects = tuple(Subject("s1", one.id or "", one.name) for one in named[1:2])
        found["index"].append(IndexRow(number, title, body, Named(outlet, outlet), "en", tuple(named), tuple(named[:1]), subjects, tuple(acts), ("direct",)))  # fmt: skip
        found["articles"].append({"number": number, "id": f"sha256:{count}", "address": f"{count}", "is_current": True, "outlet": outlet, "outlet_name": outlet, "title": title, "published_day": iso, "language": "en", "first_seen": f"{iso}T12:00:00Z", "reading": body.encode()})  # fmt: skip
        found["article_actors"] += [{"article": number, "actor": one.id, "name": one.name, "mentions": 1} for one in named]  # fmt: skip
        found["statements"] += [{"article": number, "id": f"s{place}", "type": "direct", "speaker_actor": one.id, "speaker_name": one.name, "content": made.text(15), "day": iso} for place, one in enumerate(named[:2], 1)]  # fmt: skip
        found["reports"] += [{"article": number, "id": f"e{place}", "event": f"{count}e{place}", "root": root, "status": status, "day": iso} for place, (root, status) in enumerate(acts, 1)]  # fmt: skip
        found["events"] += [{"id": f"{count}e{place}", "root": root, "status": status, "day": iso, "first_article": number, "reports": 1, "outlets": 1, "independent": 1} for place, (root, status) in enumerate(acts, 1)]  # fmt: skip
        for act in range(1, REPORTS + 1):
            pair = made.chance.sample(named, 2) if len(named) > 1 else [named[0]]
            found["event_participants"] += [{"event": f"{count}e{act}", "side": side, "actor": one.id, "name": one.name} for side, one in zip(("source", "target"), pair, strict=False)]  # fmt: skip
        found["story_articles"].append({"story": f"story-{count // STORY}", "article": number})
    return found


def filled(address: str, pages: int) -> tuple[Any, float]:
    """The engine of a new collection, and the processor time that its index took."""
    from sqlalchemy import create_engine, insert

    from dateline.store.search import index
    from dateline.store.search.tables import metadata

    engine, spent = create_engine(address), 0.0
    with engine.begin() as connection:
        metadata.create_all(connection)
        index.create(connection)
    for batch in rows(pages):
        with engine.begin() as connection:
            for name, held in batch.items():
                if name != "index" and held:
                    connection.execute(insert(metadata.tables[name]), held)
            begun = time.process_time()
            index.add(connection, batch["index"])
            spent += time.process_time() - begun
    return engine, spent


def questions(pages: int) -> dict[str, Callable[[Any], object]]:
    """What is asked, by name; each takes a connection."""
    from dateline.store.search.facets import facets
    from dateline.store.search.finding import find
    from dateline.store.search.lookups import events_between, statements_about, statements_by
    from dateline.store.search.query_reader import read_query

    words = Invention().words
    last = date.fromordinal(FIRST_DAY + pages // PAGES_A_DAY)

    def asked(text: str, **more: Any) -> Callable[[Any], object]:
        return lambda connection: find(connection, read_query(text, today=last), **more)

    def spread(connection: Any) -> object:
        return facets(connection, find(connection, read_query(words[0], today=last)).numbers)

    return {
        "rare": asked(words[20_000]),
        "two_words": asked(f"{words[300]} {words[500]}"),
        "phrase": asked(f'"{words[0]} {words[3]}"'),
        "prefix": asked(f"{words[40][:3]}*"),
        "common": asked(words[0]),
        "two_common": asked(f"{words[0]} {words[1]}"),
        "common_outlet": asked(f"{words[0]} outlet:dl-outlet-7"),
        "common_actor_days": asked(f"{words[0]} actor:Q3 type:CONSULT status:planned after:90d"),
        "common_story": asked(f"{words[0]} story:story-{pages // STORY // 2}"),
        "newest": asked(""),
        "common_new": asked(words[0], seen_after=f"{date.fromordinal(last.toordinal() - 3)}T00:00:00Z"),
        "common_facets": spread,
        "events_between": lambda connection: events_between(connection, "Q1", "Q2"),
        "events_between_rare": lambda connection: events_between(connection, "Q1", "Q2000"),
        "statements_by": lambda connection: statements_by(connection, "Q1"),
        "statements_about": lambda connection: statements_about(connection, "Q1"),
    }


def measured(pages: int, address: str | None = None) -> dict[str, float]:
    """Milliseconds a question, pages indexed a CPU-second, bytes a page."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "collection.sqlite"
        engine, spent = filled(address or f"sqlite:///{path}", pages)
        clock = time.perf_counter if address else time.process_time
        found = {"pages": float(pages), "indexed_pages_per_second": round(pages / spent, 1)}
        if not address:
            found["kb_a_page"] = round(path.stat().st_size / pages / 1024, 2)
        with engine.connect() as connection:
            for name, question in questions(pages).items():
                found[f"{name}_ms"] = round(_median(lambda: question(connection), clock), 2)  # noqa: B023
        engine.dispose()
    return found


def _median(ask: Callable[[], object], clock: Callable[[], float]) -> float:
    times = []
    for _ in range(ROUNDS):
        begun = clock()
        ask()
        times.append(clock() - begun)
    return 1000 * statistics.median(times)


if __name__ == "__main__":
    print(json.dumps(measured(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)))
