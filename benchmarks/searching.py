"""Search and lists in a collection: `python -m benchmarks.searching PAGES [ADDRESS]` prints a JSON line.

The pages are invented and go straight into the tables and the index of a new collection in a folder, or of the database at ADDRESS, which must be
empty. Times of the questions are medians in milliseconds: processor time in SQLite, wall time elsewhere.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.invented_collection import FIRST_DAY, PAGES_A_DAY, WORDS_A_PAGE, Invention, filled
from benchmarks.invented_stories import STORY
from benchmarks.listing import lists

ROUNDS, TOKENIZED = 9, 2_000


def questions(pages: int) -> dict[str, Callable[[Any], object]]:
    """What is asked, by name; each takes a connection."""
    from dateline.store.search import facets, find, read_query, snippet

    made = Invention()
    words = made.words
    last = date.fromordinal(FIRST_DAY + pages // PAGES_A_DAY)

    def asked(text: str, **more: Any) -> Callable[[Any], object]:
        return lambda connection: find(connection, read_query(text, today=last), **more)

    shown = [_article_of(made.text(WORDS_A_PAGE)) for _ in range(20)]

    def spread(connection: Any) -> object:
        return facets(connection, find(connection, read_query(words[0], today=last)).numbers)

    def snippets(_connection: Any) -> object:
        query = read_query(f"{words[0]} {words[1]}", today=last)
        return [snippet(page, query) for page in shown]

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
        "common_new": asked(words[0], arrived_after=pages - 3 * PAGES_A_DAY),
        "common_facets": spread,
        "snippets": snippets,
    }


def tokens_speed() -> float:
    """Megabytes of text a CPU-second whose tokens are found, with their places."""
    from dateline.store.search import tokens

    made = Invention()
    texts = [made.text(WORDS_A_PAGE) for _ in range(TOKENIZED)]
    begun = time.process_time()
    for text in texts:
        tokens(text)
    return sum(map(len, texts)) / 1e6 / (time.process_time() - begun)


def _article_of(text: str) -> Any:
    from dateline.model import Article, Block, BlockKind

    blocks = (Block(BlockKind.BODY, 0, len(text)),)
    return Article("a", "b", None, None, None, (), None, None, None, "en", True, text, blocks, ())


def measured(pages: int, address: str | None = None) -> dict[str, float]:
    """Milliseconds a question, pages indexed a CPU-second, bytes a page."""
    import dateline

    with tempfile.TemporaryDirectory() as folder:
        place, path = address or folder, Path(folder) / "collection.sqlite"
        dateline.open(place).close()
        engine, spent = filled(address or f"sqlite:///{path}", pages)
        clock = time.perf_counter if address else time.process_time
        found = {"pages": float(pages), "indexed_pages_per_second": round(pages / spent, 1)}
        found["tokens_mb_per_second"] = round(tokens_speed(), 2)
        if not address:
            found["kb_a_page"] = round(path.stat().st_size / pages / 1024, 2)
        with engine.connect() as connection:
            for name, question in questions(pages).items():
                found[f"{name}_ms"] = round(_median(partial(question, connection), clock), 2)
        engine.dispose()
        with dateline.open(place) as collection:
            for name, ask in lists(collection, pages).items():
                found[f"{name}_ms"] = round(_median(ask, clock), 2)
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
