"""Where the time of a page goes: `python -m benchmarks.stations FILE [TIER]` prints CPU-milliseconds a page by station as a JSON line.

The calls that `dateline.reading` makes are measured where it makes them; `rest` is what is left of the whole. `sentences_per_second` are those that the gate lets through
to the parser.
"""

from __future__ import annotations

import functools
import importlib
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.contenders import FIRST_PAGE, dateline_reader
from benchmarks.texts import read_pages

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
    """Warms up on a short page, then goes over the file once."""
    pages, read, spent = read_pages(path), dateline_reader(tier), Counter[str]()
    reading, resources = importlib.import_module("dateline.reading"), importlib.import_module("dateline.api")
    read(FIRST_PAGE)
    for name, station in STATIONS.items():
        setattr(reading, name, measured(getattr(reading, name), station, spent))
    for place, station in METHODS.items():
        part, method = place.split(".")
        owner = getattr(resources.resources(), part)
        setattr(owner, method, measured(getattr(owner, method), station, spent))
    parser = resources.resources().parser
    parser.parse = counted(parser.parse, spent)
    begun = time.process_time()
    for page in pages:
        read(page.text)
    whole = time.process_time() - begun
    sentences = spent.pop("sentences parsed")
    spent["rest"] = whole - sum(spent.values())
    told = {name: round(1000 * seconds / len(pages), 2) for name, seconds in spent.most_common()}
    print(
        json.dumps(
            {
                "sentences_per_second": round(sentences / whole, 1),
                "whole": round(1000 * whole / len(pages), 2),
                **told,
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "accurate")
