"""Reports put into stories, compared with the stories of a set. BASIL and ECB+ share this."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.model import Reading
from evaluation.bench import Bench
from evaluation.cases import Case, SetResult, with_prefix
from evaluation.readings import Document, read_documents


def measure_grouping(bench: Bench, name: str, documents: Sequence[Any]) -> SetResult:
    """B-cubed F, pair F and adjusted Rand index of the stories that `group` makes of all documents together."""
    group = bench.part("group")
    readings, errors = read_documents(bench, name, [Document(d.id, d.text, d.date) for d in documents])
    stories = group(list(readings.values()))
    story_of = {article: story.id for story in stories for article in story.articles}
    found = [label_of(document.id, readings, story_of) for document in documents]
    gold = [document.story for document in documents]
    score = bench.metrics.partition_scores(gold, found)
    numbers = with_prefix(name, [("b3", score.b3.f), ("pairs", score.pairs.f), ("ari", score.ari)])
    also = with_prefix(name, [("b3_precision", score.b3.p), ("b3_recall", score.b3.r)])
    note = f"{len(set(found))} stories, gold {len(set(gold))}"
    cases = tuple(document_cases([d.id for d in documents], gold, found))
    return SetResult(name, numbers, cases, also, errors=errors, note=note)


def label_of(document: str, readings: dict[str, Reading], story_of: dict[str, str]) -> str:
    """The story that a document was put in; one of its own when it was not read or not grouped."""
    reading = readings.get(document)
    return story_of.get(reading.article.id, f"alone {document}") if reading else f"alone {document}"


def document_cases(names: Sequence[str], gold: Sequence[str], found: Sequence[str]) -> list[Case]:
    """B-cubed F of each document, and the ids of those that it was wrongly joined to or kept from."""
    cases = []
    for name, story, label in zip(names, gold, found, strict=True):
        mates = {other for other, s in zip(names, gold, strict=True) if s == story}
        joined = {other for other, f in zip(names, found, strict=True) if f == label}
        score = 2 * len(mates & joined) / (len(mates) + len(joined))
        wrong = {"joined": sorted(joined - mates), "parted": sorted(mates - joined)}
        cases.append(Case(name, score, {"gold": story, **wrong}))
    return cases
