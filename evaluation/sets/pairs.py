"""Conflicts between two reports of one occurrence, and one utterance in two wordings: 40 pairs of invented pages labelled by hand.

The pages are in `labels/pairs.jsonl` with their labels; see labels/README.md for what a line holds.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.model import Fact, Quotation, Reading, Span, Story, Support
from evaluation.bench import Bench
from evaluation.cases import Attempts, Case, Detail, SetResult, with_prefix
from evaluation.readings import Document, read_documents

NAME = "pairs"
FILES: tuple[str, ...] = ()
FAST_PAIRS = 16

LABELS = Path(__file__).parents[1] / "labels" / "pairs.jsonl"
SIDES = ("a", "b")
_WHETHER = frozenset({"status", "event"})
_COVERED = 0.5

Label = dict[str, Any]
"""A labelled fact, quotation or look-alike, as labels/README.md says."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pages with their labels; `id` as in the labels."""

    id: str
    unread: bool
    pages: Mapping[str, Document]
    facts: Sequence[Label]
    quotations: Sequence[Label]
    look_alikes: Sequence[Label]


@dataclass(slots=True)
class Tally:
    """Conflicts and utterances: labelled, found, right; by kind of fact the labelled (`of_kind`) and the right ones (`right_of_kind`);
    by relation the near misses (`near`) and those wrongly called a conflict (`called`); look-alikes that were aligned."""

    pairs: int = 0
    gold: int = 0
    found: int = 0
    right: int = 0
    of_kind: Counter[str] = field(default_factory=Counter)
    right_of_kind: Counter[str] = field(default_factory=Counter)
    near: Counter[str] = field(default_factory=Counter)
    called: Counter[str] = field(default_factory=Counter)
    utterances: int = 0
    aligned: int = 0
    rightly_aligned: int = 0
    look_alikes: int = 0

    @property
    def f1(self) -> float:
        return _f1(self.right, self.gold, self.found)

    @property
    def alignment(self) -> float:
        return _f1(self.rightly_aligned, self.utterances, self.aligned)

    @property
    def false_conflicts(self) -> float:
        """Conflicts found that are none, a pair."""
        return (self.found - self.right) / self.pairs if self.pairs else 0.0

    def add(self, other: Tally) -> None:
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def _f1(right: int, gold: int, found: int) -> float:
    return 2 * right / (gold + found) if gold + found else 1.0


def measure(bench: Bench) -> SetResult:
    """F1 of conflicts and of aligned utterances, false conflicts a pair, and look-alikes aligned; the pairs that were kept unread apart."""
    return measured(bench, NAME, labelled(), FAST_PAIRS)


def measured(bench: Bench, name: str, labels: Sequence[Pair], number: int) -> SetResult:
    """The same for any labelled pairs, under the name of their set; `number` of them in a fast run."""
    compare = bench.part("compare")
    pairs = bench.chosen(labels, number)
    readings, errors = read_documents(bench, name, [page for pair in pairs for page in pair.pages.values()])
    attempts = Attempts()
    tallies = {True: Tally(), False: Tally()}
    cases = []
    for pair in pairs:
        pages = {side: readings[page.id] for side, page in pair.pages.items() if page.id in readings}
        story = attempts.call(pair.id, None, compare, *pages.values()) if len(pages) == 2 else None
        tally, details = score(pair, pages, story)
        tallies[pair.unread].add(tally)
        cases.append(Case(pair.id, (tally.f1 + tally.alignment) / 2, {} if pair.unread else details))
    whole = Tally()
    for tally in tallies.values():
        whole.add(tally)
    numbers = [("conflict_f1", whole.f1), ("alignment_f1", whole.alignment)]
    also = [
        *_details_of(whole),
        *(
            (f"{part}_{metric}", value)
            for part, unread in (("read", False), ("unread", True))
            for metric, value in _main_numbers(tallies[unread])
        ),
    ]
    return SetResult(
        name,
        with_prefix(name, numbers),
        tuple(cases),
        with_prefix(name, also),
        errors={**errors, **attempts.errors},
    )


def _main_numbers(tally: Tally) -> list[tuple[str, float]]:
    return [
        ("conflict_f1", tally.f1),
        ("conflict_precision", tally.right / max(1, tally.found)),
        ("conflict_recall", tally.right / max(1, tally.gold)),
        ("false_conflicts", tally.false_conflicts),
        ("alignment_f1", tally.alignment),
        ("look_alikes_aligned", float(tally.look_alikes)),
    ]


def _details_of(tally: Tally) -> list[tuple[str, float]]:
    """The main numbers but F1, the recall of each kind, and the share of near misses of each relation called a conflict."""
    return [
        *((metric, value) for metric, value in _main_numbers(tally) if not metric.endswith("f1")),
        *((f"recall_{kind}", tally.right_of_kind[kind] / n) for kind, n in sorted(tally.of_kind.items())),
        *((f"called_{relation}", tally.called[relation] / n) for relation, n in sorted(tally.near.items())),
    ]


def labelled(path: Path = LABELS) -> list[Pair]:
    """The pairs in the order of the file."""
    return [_pair(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _pair(row: Label) -> Pair:
    pages = {
        side: Document(f"{row['id']} {side}", row[side]["text"], row[side]["published"], row[side]["outlet"])
        for side in SIDES
    }
    return Pair(row["id"], row["unread"], pages, row["facts"], row["quotations"], row["look_alikes"])


def score(
    pair: Pair, readings: Mapping[str, Reading], story: Story | None
) -> tuple[Tally, dict[str, Detail]]:
    """A pair's counts, and its errors: labels missed by number, facts and quotations found that are none by id."""
    conflicts = [f for f in (story.facts if story else ()) if f.support is Support.CONFLICTING]
    gold = [n for n, label in enumerate(pair.facts) if label["relation"] == "conflict"]
    spans = {fact.id: _spans_of(fact, readings) for fact in conflicts}
    matched = _matched(gold, conflicts, lambda n, fact: _closeness(pair.facts[n], fact, spans[fact.id]))
    tally = Tally(1, len(gold), len(conflicts), len(matched))
    tally.of_kind.update(pair.facts[n]["kind"] for n in gold)
    tally.right_of_kind.update(pair.facts[n]["kind"] for n in matched)
    false = [fact for fact in conflicts if fact not in matched.values()]
    for label in pair.facts:
        if label["relation"] != "conflict":
            tally.near[label["relation"]] += 1
            tally.called[label["relation"]] += any(_closeness(label, f, spans[f.id]) for f in false)
    said = story.quotations if story else ()
    wanted = range(len(pair.quotations))
    aligned = _matched(wanted, said, lambda n, q: _is_covered(pair.quotations[n], q, readings))
    tally.utterances, tally.aligned, tally.rightly_aligned = len(wanted), len(said), len(aligned)
    wrong = [
        n
        for n, label in enumerate(pair.look_alikes)
        if any(_is_covered(label, q, readings) for q in said if q not in aligned.values())
    ]
    tally.look_alikes = len(wrong)
    return tally, {
        "missed": [n for n in gold if n not in matched],
        "false": [fact.id for fact in false],
        "missed_utterances": [n for n in wanted if n not in aligned],
        "false_quotations": [q.id for q in said if q not in aligned.values()],
        "look_alikes": list[Any](wrong),
    }


def _matched(
    gold: Iterable[int], found: Sequence[Any], closeness: Callable[[int, Any], int]
) -> dict[int, Any]:
    """Labels with what was found of them, one to one, the closest first."""
    ranked = [(closeness(n, item), n, i) for n in gold for i, item in enumerate(found)]
    matched: dict[int, int] = {}
    for close, n, i in sorted(ranked, key=lambda row: (-row[0], row[1], row[2])):
        if close and n not in matched and i not in matched.values():
            matched[n] = i
    return {n: found[i] for n, i in matched.items()}


def _spans_of(fact: Fact, readings: Mapping[str, Reading]) -> dict[str, list[Span]]:
    side_of = {reading.article.id: side for side, reading in readings.items()}
    spans: dict[str, list[Span]] = {side: [] for side in SIDES}
    for position in fact.positions:
        spans[side_of[position.article]].extend(position.spans)
    return spans


def _closeness(label: Label, fact: Fact, spans: Mapping[str, Sequence[Span]]) -> int:
    """0 for another fact; else 1, and 1 more for each page where a position lies on the value itself."""
    kinds = {label["kind"], str(fact.kind)}
    if len(kinds) > 1 and not kinds <= _WHETHER:
        return 0

    def touches(side: str, what: str) -> bool:
        return any(span.touches(label[side][what]) for span in spans[side])

    if not all(touches(side, "clause") for side in SIDES):
        return 0
    return 1 + sum(touches(side, "span") for side in SIDES)


def _is_covered(label: Label, quotation: Quotation, readings: Mapping[str, Reading]) -> int:
    """1 when a statement from each page covers half of the letters and digits of the labelled words there, or more."""
    for side, reading in readings.items():
        own = {ref.statement for ref in quotation.statements if ref.article == reading.article.id}
        contents = [s.content for s in reading.statements if s.id in own]
        text = reading.article.text
        wanted = [i for start, end in label[side] for i in range(start, end) if text[i].isalnum()]
        covered = max((sum(_lies_in(i, content) for i in wanted) for content in contents), default=0)
        if covered < _COVERED * len(wanted):
            return 0
    return 1


def _lies_in(place: int, content: Sequence[Span]) -> bool:
    return any(span.start <= place < span.end for span in content)
