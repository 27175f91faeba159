"""Names alone, without a parse: `python -m benchmarks.names speed FILE` and `... start` print a JSON line each.

A fresh process reads nothing but the tables: `start` measures from the first import until a name, and a person under another
spelling, have been looked up. `speed` goes over the coded sentences of the pages, none of which comes twice.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.contenders import FIRST_PAGE
from benchmarks.texts import read_pages

SPELLED = "Kasym-Zhomart Toqaev"
"""A spelling that no table has: it makes the index of spellings."""
DAY = "2021-03-03"


@dataclass(frozen=True, slots=True)
class Sentences:
    """The coded sentences of a page, with its date."""

    text: str
    sentences: Sequence[Any]
    at: str | None


def start() -> dict[str, float]:
    """CPU-seconds until the program is imported, and from then until all tables are ready."""
    from dateline.actors import NameFinder
    from dateline.knowledge import Knowledge

    imported = time.process_time()
    knowledge = Knowledge.load()
    finder = NameFinder(knowledge)
    finder.find(FIRST_PAGE, sentences_of(FIRST_PAGE).sentences, DAY)
    knowledge.lookup(SPELLED, at=DAY)
    ready = time.process_time() - imported
    if "spacy" in sys.modules:
        sys.exit("the tables and the name finder load spaCy: they must not")
    return {"import": imported, "tables": ready}


def sentences_of(text: str) -> Sentences:
    """What a reading would look for names in."""
    from dateline import clean
    from dateline.language import split_sentences
    from dateline.model import CODED_KINDS

    article = clean(text)
    blocks = [block for block in article.blocks if block.kind in CODED_KINDS]
    at = article.published.value if article.published else None
    return Sentences(article.text, split_sentences(article.text, blocks), at)


def speed(path: Path) -> dict[str, float]:
    """Pages a CPU-second: names found and resolved, the same with a lookup of every name found, and the bare scan.

    The kinds of words come from the language model, as in a reading; what it takes to load it does not count.
    """
    from ahocorasick_rs import AhoCorasick

    from dateline.actors import NameFinder
    from dateline.knowledge import Knowledge
    from dateline.language import load_parser

    knowledge = Knowledge.load()
    finder = NameFinder(knowledge, load_parser().kinds_of_word)
    automaton = AhoCorasick(sorted(knowledge.surfaces()))
    pages = [sentences_of(page.text) for page in read_pages(path)]
    first = sentences_of(FIRST_PAGE)
    finder.find(first.text, first.sentences, first.at)
    knowledge.lookup(SPELLED, at=DAY)
    names = looked_up = bare = 0.0
    for page in pages:
        seconds, found = timed(lambda page=page: finder.find(page.text, page.sentences, page.at))
        names += seconds
        looked_up += timed(lambda page=page, found=found: look_up(knowledge, page, found))[0]
        bare += timed(lambda page=page: scan(automaton, page))[0]
    words = sum(len(page.text[s.start : s.end].split()) for page in pages for s in page.sentences)
    return {
        "names_pages_per_second": round(len(pages) / names, 1),
        "names_looked_up_pages_per_second": round(len(pages) / (names + looked_up), 1),
        "scan_pages_per_second": round(len(pages) / bare, 1),
        "names_to_scan": round(names / bare, 2),
        "names_words_per_second": round(words / names),
    }


def look_up(knowledge: Any, page: Sentences, found: Sequence[Any]) -> None:
    for name in found:
        knowledge.lookup(name.name_surface, at=page.at)


def scan(automaton: Any, page: Sentences) -> None:
    """The same sentences, each scanned for the surface forms and nothing done with what is found."""
    for sentence in page.sentences:
        automaton.find_matches_as_indexes(page.text[sentence.start : sentence.end], overlapping=True)


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """CPU-seconds of a call, and what it returned."""
    begun = time.process_time()
    done = work()
    return time.process_time() - begun, done


if __name__ == "__main__":
    print(json.dumps(start() if sys.argv[1] == "start" else speed(Path(sys.argv[2]))))
