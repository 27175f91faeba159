"""Where the time of a page goes: `python -m benchmarks.stations FILE [TIER]` prints CPU-milliseconds a page by station as a JSON line.

HTML pages are read and added to a collection. The calls that `dateline.reading` makes are measured where it makes them; `rest` is what is left of reading, `stories` what it
takes to group and tell, `store` what is left of adding. `sentences_per_second` are those that the gate lets through
to the parser.
"""

from __future__ import annotations

import functools
import importlib
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.webpages import WARMING, read_webpages

STATIONS = {
    "read_article": "article",
    "split_sentences": "sentences",
    "find_quotations": "quotations",
    "resolve_mentions": "mentions",
    "find_statements": "statements",
    "find_relations": "relations",
    "_all_mentions": "mentions of the page",
}
METHODS = {"names.find": "names", "gate.select": "gate", "parser.parse": "parse", "coder.code": "events"}
"""Methods of `Resources`."""


def measured(work: Callable[..., Any], station: str, spent: Counter[str]) -> Callable[..., Any]:
    """The same call, its CPU-seconds added to a station."""

    @functools.wraps(work)
    def call(*arguments: Any, **options: Any) -> Any:
        begun = time.process_time()
        done = work(*arguments, **options)
        done = list(done) if station == "relations" else done
        spent[station] += time.process_time() - begun
        return done

    return call


def counted(parse: Callable[..., Any], spent: Counter[str]) -> Callable[..., Any]:
    """The same parser, the sentences that it is given counted."""

    @functools.wraps(parse)
    def call(*arguments: Any, **options: Any) -> Any:
        done = list(parse(*arguments, **options))
        spent["sentences parsed"] += len(done)
        return done

    return call


def main(path: Path, tier: str) -> None:
    """Warms up on the first pages, then adds the others."""
    pages, spent = read_webpages(path), Counter[str]()
    sources, dateline = importlib.import_module("dateline.sources"), importlib.import_module("dateline")
    given = [sources.page_of(page.html, url=page.url) for page in pages]
    with tempfile.TemporaryDirectory() as folder:
        collection = dateline.open(Path(folder) / "collection")
        collection.add(given[:WARMING], workers=0, tier=tier)
        _measure_calls(spent)
        begun = time.process_time()
        collection.add(given[WARMING:], workers=0, tier=tier)
        whole = time.process_time() - begun
    sentences, reading, stories = (spent.pop(name) for name in ("sentences parsed", "reading", "stories"))
    spent["rest"] = reading - sum(spent.values())
    spent |= {"stories": stories, "store": whole - reading - stories}
    each = 1000 / (len(pages) - WARMING)
    told = {name: round(each * seconds, 2) for name, seconds in spent.most_common()}
    print(
        json.dumps(
            {
                "sentences_per_second": round(sentences / reading, 1),
                "whole": round(each * whole, 2),
                **told,
            }
        )
    )


def _measure_calls(spent: Counter[str]) -> None:
    reading, api = importlib.import_module("dateline.reading"), importlib.import_module("dateline.api")
    for name, station in STATIONS.items():
        setattr(reading, name, measured(getattr(reading, name), station, spent))
    for place, station in METHODS.items():
        part, method = place.split(".")
        owner = getattr(api.resources(), part)
        setattr(owner, method, measured(getattr(owner, method), station, spent))
    parser = api.resources().parser
    parser.parse = counted(parser.parse, spent)
    setattr(api, "read_page", measured(api.read_page, "reading", spent))  # noqa: B010
    grouping = importlib.import_module("dateline.store.grouping").Regrouping
    grouping.settle = measured(grouping.settle, "stories", spent)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "accurate")
