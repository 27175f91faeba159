"""Who does something to whom, as spans: the sources and targets of all our events in a sentence beside those of the set.

The set marks one act a sentence, the longest words of its parties and, now and then, a thing or a place; ours are actors of any act. A
mark `R` lies on parties of a mutual act and counts for both sides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.model import Event
from evaluation.bench import Bench, progress
from evaluation.cases import Attempts, Case, SetResult, with_prefix

NAME = "cameo_ner"
FILES = ("events/cameo_ner_train_clean.txt",)
FAST_SENTENCES = 150

Side = tuple[str, tuple[int, int]]
"""`S` or `T` (in the gold also `R`), and a span."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence of the set: its number there, its text and the sides that are marked."""

    id: str
    text: str
    sides: tuple[Side, ...]


@dataclass(slots=True)
class Tally:
    """Sides marked and found; of each those that have a fellow on the other part."""

    gold: int = 0
    found: int = 0
    reached: int = 0
    right: int = 0

    def add(self, gold: Sequence[Side], found: Sequence[Side], fits: Callable[[Side, Side], bool]) -> None:
        self.gold += len(gold)
        self.found += len(found)
        self.reached += sum(any(fits(g, f) for f in found) for g in gold)
        self.right += sum(any(fits(g, f) for g in gold) for f in found)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.reached / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


def measure(bench: Bench) -> SetResult:
    """Micro F1 of sources and targets that overlap marked ones of their side, and of those with the same span."""
    code, attempts = bench.part("code_events"), Attempts()
    nothing = list[Event]()
    overlap, exact = Tally(), Tally()
    sides = {"source": Tally(), "target": Tally()}
    cases = []
    for sentence in progress(bench.chosen(marked(bench), FAST_SENTENCES), NAME):
        found = sides_of(attempts.call(sentence.id, nothing, code, sentence.text))
        overlap.add(sentence.sides, found, overlaps)
        exact.add(sentence.sides, found, equals)
        for name, tally in sides.items():
            tally.add(of_side(sentence.sides, name), of_side(found, name), overlaps)
        cases.append(sentence_case(sentence, found))
    attempts.require_some()
    also = [
        ("precision", overlap.precision),
        ("recall", overlap.recall),
        *((f"{name}_f1", tally.f1) for name, tally in sides.items()),
    ]
    numbers = [("overlap_f1", overlap.f1), ("exact_f1", exact.f1)]
    return SetResult(
        NAME, with_prefix(NAME, numbers), tuple(cases), with_prefix(NAME, also), errors=attempts.errors
    )


def marked(bench: Bench) -> list[Marked]:
    """The sentences of the set."""
    rows = bench.datasets.cameo_ner(bench.data)
    return [Marked(str(i), text, tuple(spans)) for i, (text, spans) in enumerate(rows)]


def sides_of(events: Sequence[Event]) -> list[Side]:
    """The spans of sources and targets, none twice."""
    found = {
        (side, (span.start, span.end))
        for event in events
        for side, participants in (("S", event.source), ("T", event.target))
        for participant in participants
        for span in participant.spans
    }
    return sorted(found, key=lambda side: (side[1], side[0]))


def of_side(sides: Sequence[Side], name: str) -> list[Side]:
    """Those of source or target; `R` is of both."""
    return [side for side in sides if side[0] in (name[0].upper(), "R")]


def overlaps(gold: Side, found: Side) -> bool:
    """The same side and words in common."""
    (start, end), (first, last) = gold[1], found[1]
    return gold[0] in (found[0], "R") and first < end and start < last


def equals(gold: Side, found: Side) -> bool:
    """The same side and the same span."""
    return gold[0] in (found[0], "R") and gold[1] == found[1]


def sentence_case(sentence: Marked, found: Sequence[Side]) -> Case:
    """A sentence's overlap F1, and what was missed and found too much."""
    own = Tally()
    own.add(sentence.sides, found, overlaps)
    missed = [[side, *span] for side, span in sentence.sides if not _fits_any((side, span), found)]
    extra = [[s, *span] for s, span in found if not any(overlaps(g, (s, span)) for g in sentence.sides)]
    return Case(sentence.id, own.f1, {"missed": missed, "extra": extra})


def _fits_any(gold: Side, found: Sequence[Side]) -> bool:
    return any(overlaps(gold, f) for f in found)
