"""Which contexts the words of an event show: 186 events of news pages, labelled by hand before there was a table of words.

The labels have no text: `labels/contexts.jsonl` holds offsets, the pages stay where they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.model import Event
from evaluation.bench import Bench, first_by_hash
from evaluation.cases import Case, SetResult, with_prefix
from evaluation.labels_of_pages import unchanged
from evaluation.readings import Document, read_documents

NAME = "contexts"
FILES = (
    "stories/basil_even_years.tar.gz",
    "stories/newswcl50_conll.tar.gz",
    "stories/meantime_en_es.tar.gz",
    "stories/ecbplus_topics_1-35.tar.gz",
    "ingest/lines_dev.jsonl.gz",
)
FAST_SENTENCES = 40

LABELS = Path(__file__).parents[1] / "labels" / "contexts.jsonl"
_LEAST = 5
"""Labels of a context from which its own numbers are shown."""


@dataclass(slots=True)
class Tally:
    """Contexts that are right, that are false and that are missing, by name."""

    right: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)

    def add(self, found: set[str], wanted: set[str], allowed: set[str]) -> None:
        """Counts one event; what is only allowed counts neither way."""
        self.right.update(found & wanted)
        self.false.update(found - wanted - allowed)
        self.missing.update(wanted - found)

    def scores(self, context: str | None = None) -> tuple[float, float, float]:
        """Precision, recall and F1 of all contexts together, or of one."""
        right, false, missing = (
            counts.total() if context is None else counts[context]
            for counts in (self.right, self.false, self.missing)
        )
        precision, recall = right / max(1, right + false), right / max(1, right + missing)
        return precision, recall, 2 * right / max(1, 2 * right + false + missing)


def measure(bench: Bench) -> SetResult:
    """F1 of contexts over all labelled events that are still found; precision and recall, the unread part and the commoner contexts beside."""
    texts = pages_of_labels(bench)
    rows = [
        row for row, _ in unchanged(LABELS, {p: d.text for p, d in texts.items()}, lambda row: row["page"])
    ]
    if bench.fast:
        rows = first_by_hash(rows, lambda row: f"{row['page']} {row['start']}", FAST_SENTENCES)
    wanted = [texts[page] for page in sorted({row["page"] for row in rows})]
    readings, errors = read_documents(bench, NAME, wanted)
    tallies = {True: Tally(), False: Tally()}
    whole, cases = Tally(), []
    for row in rows:
        events = readings[row["page"]].events if row["page"] in readings else ()
        cases.append(score(row, events, (whole, tallies[row["unread"]])))
    precision, recall, f1 = whole.scores()
    also = [("precision", precision), ("recall", recall), *_parts(tallies), *_single(whole)]
    return SetResult(
        NAME, with_prefix(NAME, [("f1", f1)]), tuple(cases), with_prefix(NAME, also), errors=errors
    )


def _parts(tallies: Mapping[bool, Tally]) -> Iterator[tuple[str, float]]:
    for name, unread in (("read", False), ("unread", True)):
        for metric, value in zip(("precision", "recall", "f1"), tallies[unread].scores(), strict=True):
            yield f"{name}_{metric}", value


def _single(whole: Tally) -> Iterator[tuple[str, float]]:
    for context in sorted(whole.right | whole.missing):
        if whole.right[context] + whole.missing[context] >= _LEAST:
            precision, recall, _ = whole.scores(context)
            yield f"{context}.precision", precision
            yield f"{context}.recall", recall


def pages_of_labels(bench: Bench) -> dict[str, Document]:
    """All pages that labels may be of, by set and id."""
    read, data = bench.datasets, bench.data
    sets = {
        "basil": read.basil(data),
        "newswcl50": read.newswcl50(data),
        "meantime": read.meantime("en", data),
        "ecb": read.ecb(data),
        "lines": read.lines_dev(data),
    }
    found = ((f"{name}:{d.id}", d) for name, documents in sets.items() for d in documents)
    return {id: Document(id, d.text, getattr(d, "date", None)) for id, d in found}


def score(row: dict[str, Any], events: Sequence[Event], tallies: Sequence[Tally]) -> Case:
    """A sentence: an event that is no longer found counts neither way, for that is measured elsewhere."""
    by_trigger = {tuple(event.trigger.span): event for event in events}
    missing, false, right, gone = [], [], 0, 0
    for labelled in row["events"]:
        event = by_trigger.get(tuple(labelled["trigger"]))
        if event is None:
            gone += 1
            continue
        found, wanted, allowed = set(event.contexts), set(labelled["contexts"]), set(labelled["also"])
        for tally in tallies:
            tally.add(found, wanted, allowed)
        right += len(found & wanted)
        missing += sorted(wanted - found)
        false += sorted(found - wanted - allowed)
    share = 2 * right / (2 * right + len(missing) + len(false)) if right + len(missing) + len(false) else 1.0
    return Case(
        f"{row['page']} {row['start']}", share, {"missing": missing, "false": false, "not_found": gone}
    )
