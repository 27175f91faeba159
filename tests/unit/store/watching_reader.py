"""Run as a program: reads a collection again and again while another process writes, until its standard input closes.

python watching_reader.py PLACE
"""

from __future__ import annotations

import json
import sys
import threading

from sqlalchemy import func, select

from dateline.store.database import Database
from dateline.store.place import place_of
from dateline.store.tables import ARTICLES, EVENTS, REPORTS, ROLLUPS, STORIES, STORY_ARTICLES


def main() -> None:
    """Looks whether what belongs together is there together, and tells how often it looked and what it saw."""
    database = Database(place_of(sys.argv[1]))
    closed = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), closed.set()), daemon=True).start()
    looks, torn, seen = 0, 0, set()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while not closed.is_set():
        with database.reading() as connection:

            def count(query):
                return connection.execute(query).scalar() or 0

            articles = count(select(func.count()).where(ARTICLES.c.is_current))
            told = count(select(func.sum(STORIES.c.reports)))
            placed = count(select(func.count()).select_from(STORY_ARTICLES))
            events = count(select(func.count()).select_from(EVENTS))
            tied = count(select(func.count(REPORTS.c.event.distinct())))
            counted = count(select(func.count()).select_from(ROLLUPS))
        looks += 1
        torn += not (articles == told == placed and events == tied and bool(events) == bool(counted))
        seen.add(articles)
    database.close()
    sys.stdout.write(json.dumps({"looks": looks, "torn": torn, "seen": sorted(seen)}))


if __name__ == "__main__":
    main()
