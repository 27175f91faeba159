"""Who did what to whom, end to end: 280 sentences of news pages labelled by hand.

The labels have no text: `labels/acts.jsonl` holds offsets and names, the pages stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dateline.model import Event, Participant
from evaluation.bench import Bench, first_by_hash
from evaluation.cases import Case, Detail, SetResult, with_prefix
from evaluation.labels_of_pages import unchanged
from evaluation.readings import Document, read_documents

NAME = "acts"
FILES = ("stories/basil_even_years.tar.gz", "stories/meantime_en_es.tar.gz")
FAST_SENTENCES = 60

LABELS = Path(__file__).parents[1] / "labels" / "acts.jsonl"
_PRONOUNS = frozenset("i we he she they it his her their its him them who which that us our you".split())
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})

Act = dict[str, Any]
"""A labelled act: `root also status also_status trigger source target optional`, as labels/README.md says."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A labelled sentence of a page: its offsets there, and its acts. Participants have the names that the words give them too."""

    page: str
    start: int
    end: int
    unread: bool
    acts: tuple[Act, ...]

    @property
    def id(self) -> str:
        return f"{self.page} {self.start}"


@dataclass(slots=True)
class Tally:
    """Acts asked for, found, and right in root and dyad; of these those with the right status. Sentences without an act, and what was
    found there."""

    gold: int = 0
    found: int = 0
    right: int = 0
    in_status: int = 0
    empty: int = 0
    false: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 0.0

    @property
    def status(self) -> float:
        return self.in_status / self.right if self.right else 0.0

    @property
    def false_events(self) -> float:
        return self.false / self.empty if self.empty else 0.0

    def add(self, other: Tally) -> None:
        for name in ("gold", "found", "right", "in_status", "empty", "false"):
            setattr(self, name, getattr(self, name) + getattr(other, name))


def measure(bench: Bench) -> SetResult:
    """F1 of acts with root, source and target, the share of right statuses among them, and events a sentence where there is none; the
    sentences that were kept unread apart."""
    texts = pages_of_labels(bench)
    sentences = list(labelled(LABELS, texts))
    if bench.fast:
        sentences = first_by_hash(sentences, lambda s: s.id, FAST_SENTENCES)
    wanted = [texts[page] for page in sorted({s.page for s in sentences})]
    readings, errors = read_documents(bench, NAME, wanted)
    tallies = {True: Tally(), False: Tally()}
    cases = []
    for sentence in sentences:
        reading = readings.get(sentence.page)
        tally, details = score(sentence, reading.events if reading else ())
        tallies[sentence.unread].add(tally)
        cases.append(Case(sentence.id, _share(tally), details))
    whole = Tally()
    for part in tallies.values():
        whole.add(part)
    numbers = [("dyad_f1", whole.f1), ("status", whole.status)]
    also = [
        ("false_events", whole.false_events),
        ("precision", whole.right / max(1, whole.found)),
        ("recall", whole.right / max(1, whole.gold)),
        *((f"{name}_dyad_f1", tallies[unread].f1) for name, unread in (("read", False), ("unread", True))),
        ("unread_status", tallies[True].status),
        ("unread_false_events", tallies[True].false_events),
    ]
    return SetResult(NAME, with_prefix(NAME, numbers), tuple(cases), with_prefix(NAME, also), errors=errors)


def _share(tally: Tally) -> float:
    return tally.f1 if tally.gold + tally.found else 1.0


def pages_of_labels(bench: Bench) -> dict[str, Document]:
    found = [*bench.datasets.basil(bench.data), *bench.datasets.meantime("en", bench.data)]
    return {document.id: Document(document.id, document.text, document.date) for document in found}


def labelled(labels: Path, pages: Mapping[str, Document]) -> Iterator[Sentence]:
    """The sentences of the labels whose page is here and unchanged."""
    texts = {page: document.text for page, document in pages.items()}
    for row, text in unchanged(labels, texts, lambda row: row["page"]):
        found = Sentence(row["page"], row["start"], row["end"], row["unread"], tuple(row["events"]))
        yield with_names(found, text)


def with_names(sentence: Sentence, text: str) -> Sentence:
    """The sentence with the words of each participant among its names: "who" may stand for "Senator Ana Ruiz" of the same clause."""
    acts = tuple(
        act | {side: _named(act[side], text) for side in ("source", "target")} for act in sentence.acts
    )
    return replace(sentence, acts=acts)


def _named(side: dict[str, Any], text: str) -> dict[str, Any]:
    words = [text[start:end] for start, end in side["spans"]]
    return side | {"names": [*side["names"], *(w for w in words if w.casefold() not in _PRONOUNS)]}


def score(sentence: Sentence, events: Sequence[Event]) -> tuple[Tally, dict[str, Detail]]:
    """A sentence's counts, and its errors: acts that were missed, and events found that are no act or another one.

    What lies on an act that careful readers may leave out counts neither way; an act may be found once.
    """
    own = [e for e in events if sentence.start <= e.trigger.start < sentence.end]
    required = [act for act in sentence.acts if not act["optional"]]
    tally = Tally(gold=len(required))
    pairs = _paired(required, own)
    for act, event in pairs:
        tally.right += 1
        tally.in_status += event.status.value in (act["status"], *act["also_status"])
    hits = {id(event) for _, event in pairs}
    allowed = {id(e) for e in own if id(e) not in hits and _lies_on_optional(sentence.acts, e)}
    tally.found = sum(id(e) not in allowed for e in own)
    if not sentence.acts:
        tally.empty, tally.false = 1, len(own)
    kept = [id(act) for act, _ in pairs]
    details: dict[str, Detail] = {
        "missed": [[*act["trigger"], act["root"]] for act in required if id(act) not in kept],
        "extra": [
            [e.trigger.start, e.trigger.end, e.plover]
            for e in own
            if id(e) not in hits and id(e) not in allowed
        ],
        "status": [
            [e.trigger.start, e.status.value, act["status"]]
            for act, e in pairs
            if e.status.value not in (act["status"], *act["also_status"])
        ],
    }
    return tally, details


def _paired(acts: Sequence[Act], events: Sequence[Event]) -> list[tuple[Act, Event]]:
    """Acts with the event that is right for them, the one at the same trigger first."""
    fitting = [(act, e) for act in acts for e in events if _is_right(act, e)]
    pairs: list[tuple[Act, Event]] = []
    for act, event in sorted(fitting, key=lambda pair: not _is_at(pair[0], pair[1])):
        if all(act is not a and event is not e for a, e in pairs):
            pairs.append((act, event))
    return pairs


def _is_at(act: Act, event: Event) -> bool:
    start, end = act["trigger"]
    return bool(event.trigger.start < end and start < event.trigger.end)


def _lies_on_optional(acts: Sequence[Act], event: Event) -> bool:
    return any(act["optional"] and _is_at(act, event) for act in acts)


def _is_right(act: Act, event: Event) -> bool:
    """Root, source and target; who is named first does not matter for mutual acts."""
    if event.plover not in (act["root"], *act["also"]):
        return False
    if event.plover in _MUTUAL:
        sides = (
            [*act["source"]["spans"], *act["target"]["spans"]],
            [*act["source"]["names"], *act["target"]["names"]],
        )
        both = {"spans": sides[0], "names": sides[1], "optional": False}
        if _is_side(both, [*event.source, *event.target]):
            return True
    return _is_side(act["source"], event.source) and _is_side(act["target"], event.target)


def _is_side(gold: dict[str, Any], found: Sequence[Participant]) -> bool:
    """Nobody where nobody is wanted; else one who stands at the words, or has the name."""
    wanted = bool(gold["spans"] or gold["names"])
    if not found or not wanted:
        return bool(gold["optional"]) or not (found or wanted)
    spans = [span for participant in found for span in participant.spans]
    if any(a < span.end and span.start < b for a, b in gold["spans"] for span in spans):
        return True
    names = [_words(participant.name) for participant in found]
    return any(_words(name) <= own or own <= _words(name) for name in gold["names"] for own in names if own)


def _words(name: str) -> set[str]:
    return set(name.casefold().replace("’", "'").split()) - {"the", "a", "an"}
