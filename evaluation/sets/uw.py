"""Whether what the news tells took place: words marked with how factual they are, from -3 to 3.

The marks lie on predicates of all kinds, most of them no political act. Status is compared where an event of ours has its trigger at a
marked word, and by its rules alone, without any frame, on every marked verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.events.status import status_of
from dateline.language import load_parser, split_sentences
from dateline.model import Block, BlockKind, Event, Parse, Status
from evaluation.bench import Bench, progress
from evaluation.cases import Attempts, Case, Detail, SetResult, with_prefix

NAME = "uw"
FILES = ("factuality/UW_dev.jsonl",)
FAST_SENTENCES = 200

CLASSES = ("happened", "uncertain", "denied")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence of the set: its number there, its text, and spans with their class."""

    id: str
    text: str
    words: tuple[tuple[tuple[int, int], str], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A marked word: its class by the set, by an event of ours and by the rules on the parse; None where there is none."""

    span: tuple[int, int]
    gold: str
    by_event: str | None
    by_rules: str | None


def measure(bench: Bench) -> SetResult:
    """F1 of happened, uncertain and denied on marked words that carry an event; the same by the rules of status on every marked verb."""
    code, attempts = bench.part("code_events"), Attempts()
    parser, nothing = load_parser(), list[Event]()
    told: list[Told] = []
    cases = []
    for sentence in progress(bench.chosen(marked(bench, "dev"), FAST_SENTENCES), NAME):
        events = attempts.call(sentence.id, nothing, code, sentence.text)
        block = Block(BlockKind.BODY, 0, len(sentence.text))
        parses = parser.parse(sentence.text, split_sentences(sentence.text, [block]))
        own = [tell(bench, word, events, parses) for word in sentence.words]
        told += own
        cases.append(sentence_case(sentence.id, own))
    attempts.require_some()
    carried, verbs = [t for t in told if t.by_event], [t for t in told if t.by_rules]
    numbers = class_f1(bench, [t.gold for t in carried], [t.by_event for t in carried])
    of_all = class_f1(bench, [t.gold for t in verbs], [t.by_rules for t in verbs])
    also = [
        ("coverage", len(carried) / max(1, len(told))),
        *((f"all_{name}", value) for name, value in of_all),
    ]
    return SetResult(
        NAME, with_prefix(NAME, numbers), tuple(cases), with_prefix(NAME, also), errors=attempts.errors
    )


def marked(bench: Bench, split: str) -> list[Marked]:
    """The sentences of a split."""
    rows = bench.datasets.factuality("UW", split, bench.data)
    classed = bench.metrics.status_class
    return [
        Marked(str(i), row.text, tuple((span, classed(value)) for span, value in row.targets))
        for i, row in enumerate(rows)
    ]


def tell(
    bench: Bench, word: tuple[tuple[int, int], str], events: Sequence[Event], parses: Sequence[Parse]
) -> Told:
    """What is said of a marked word."""
    (start, end), gold = word
    overlaps = [
        (min(end, e.trigger.end) - max(start, e.trigger.start), e.status)
        for e in events
        if e.trigger.start < end and start < e.trigger.end
    ]
    best = max(overlaps, key=lambda pair: pair[0], default=None)
    by_event = class_of(bench, best[1]) if best else None
    return Told((start, end), gold, by_event, class_of(bench, by_rules(parses, start)))


def by_rules(parses: Sequence[Parse], start: int) -> Status | None:
    """The status of the verb that begins at an offset; None where no verb does."""
    for parse in parses:
        token = parse.token_at(start)
        if token is not None and token.tag.startswith("VB"):
            return status_of(parse, token)
    return None


def class_of(bench: Bench, status: Status | None) -> str | None:
    """The set's class of a status of ours."""
    return None if status is None else str(bench.metrics.STATUS_CLASS[status.value])


def class_f1(bench: Bench, gold: Sequence[str], found: Sequence[str | None]) -> list[tuple[str, float]]:
    """F1 of each class."""
    scores: dict[Any, Any] = bench.metrics.class_scores(gold, found)
    return [(name, scores[name].f if name in scores else 0.0) for name in CLASSES]


def sentence_case(name: str, told: Sequence[Told]) -> Case:
    """The share of right classes among the words that carry an event; which words went wrong, there and by the rules alone."""
    carried = [t for t in told if t.by_event]
    right = sum(t.by_event == t.gold for t in carried)
    details: dict[str, Detail] = {
        "wrong": [[*t.span, t.by_event, t.gold] for t in carried if t.by_event != t.gold],
        "wrong_by_rules": [[*t.span, t.by_rules, t.gold] for t in told if t.by_rules not in (None, t.gold)],
    }
    return Case(name, right / len(carried) if carried else 1.0, details)
