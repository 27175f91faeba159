"""Events of which a person said whether they are right, with their signs, as the code finds them now.

A verdict of an earlier draw holds for an event that has the same words as evidence. Where an event was mended since, its words mostly
differ, and it is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dateline import api
from dateline.events import EventCoder, EventSigns, calibrated
from dateline.reading import read
from dateline.sources import page_of
from evaluation.bench import Bench, first_by_hash, progress
from evaluation.readings import Document
from evaluation.sample import documents_of
from evaluation.verdicts import Judgement, read_verdicts

_VERDICTS = Path(__file__).parent / "verdicts"
_FAST_PAGES = 60

Verdicts = Mapping[tuple[str, tuple[int, int]], bool]
"""By article and evidence: whether the event was right."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An event with its signs, the confidence that it has, and whether a person found it right."""

    page: str
    trigger: int
    signs: EventSigns
    confidence: float
    is_right: bool


def judged_events(bench: Bench) -> list[Judged]:
    """All judged events of the pages that are here, in the order of pages."""
    verdicts = read_verdicts(sorted(_VERDICTS.glob("*.jsonl")))
    said = {(v.article, v.span): v.verdict is Judgement.RIGHT for v in verdicts if v.kind == "event"}
    pages = sorted(documents_of(bench), key=lambda page: page.id)
    if bench.fast:
        pages = first_by_hash(pages, lambda page: page.id, _FAST_PAGES)
    return [judged for page in progress(pages, "judged events") for judged in _of_page(page, said)]


def _of_page(page: Document, said: Verdicts) -> Iterator[Judged]:
    signs: dict[tuple[int, float], EventSigns] = {}

    def noted(own: EventSigns) -> float:
        confidence = calibrated(own)
        signs[own.trigger, confidence] = own
        return confidence

    resources = api.resources()
    coder = EventCoder(resources.ontology, confidence=noted)
    reading = read(page_of(page.text, published=page.published), replace(resources, coder=coder))
    for event in reading.events:
        right = said.get((reading.article.id, event.evidence))
        if right is not None:
            own = signs[event.trigger.start, event.confidence]
            yield Judged(page.id, event.trigger.start, own, event.confidence, right)
