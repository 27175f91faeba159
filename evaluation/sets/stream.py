"""BASIL, ECB+ and NewsWCL50 in one stream: other sets beside it must not cost a set its stories, nor the order of arrival."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

from dateline.model import Reading
from dateline.stories import Grouping, sketch
from evaluation.bench import Bench
from evaluation.cases import SetResult, with_prefix
from evaluation.readings import Document, read_documents
from evaluation.sets import basil, ecb
from evaluation.sets.grouping import document_cases, label_of

NAME = "stream"
FILES = (*basil.FILES, *ecb.FILES, "stories/newswcl50_conll.tar.gz")
ORDERS = (1, 2, 3)
"""Seeds of the orders of arrival."""


def measure(bench: Bench) -> SetResult:
    """Scores of each set when `group` gets all pages at once, and how alike the stories are that pages make which arrive one
    by one in three random orders: B-cubed F between any two of them, the lowest, and against `group`.
    """
    found: dict[str, Reading] = {}
    wanted: dict[str, str] = {}
    errors: dict[str, str] = {}
    for name, documents in _sets(bench):
        readings, failed = read_documents(bench, name, documents.pages)
        found |= {f"{name} {key}": reading for key, reading in readings.items()}
        wanted |= {f"{name} {key}": f"{name} {story}" for key, story in documents.stories.items()}
        errors |= failed
    stories = bench.part("group")(list(found.values()))
    story_of = {article: story.id for story in stories for article in story.articles}
    labels = {key: label_of(key, found, story_of) for key in wanted}
    numbers = []
    for name in ("basil", "ecb", "newswcl50"):
        mine = [key for key in wanted if key.startswith(f"{name} ")]
        score = bench.metrics.partition_scores([wanted[k] for k in mine], [labels[k] for k in mine])
        numbers += [(f"{name}_b3", score.b3.f), (f"{name}_pairs", score.pairs.f)]
    partitions = [_arrived(found, seed) for seed in ORDERS] + [{key: labels[key] for key in found}]
    numbers += [
        ("orders_b3", _least_alike(bench, partitions[:-1])),
        ("arrival_b3", _least_alike(bench, partitions)),
    ]
    names = list(wanted)
    cases = tuple(document_cases(names, [wanted[n] for n in names], [labels[n] for n in names]))
    return SetResult(NAME, with_prefix(NAME, numbers), cases, errors=errors, note=f"{len(stories)} stories")


class _Documents:
    """The pages of a set and the story of each."""

    def __init__(self, documents: Sequence[Any]):
        self.pages = [Document(d.id, d.text, d.date) for d in documents]
        self.stories = {d.id: d.story for d in documents}


def _sets(bench: Bench) -> Iterator[tuple[str, _Documents]]:
    yield "basil", _Documents(basil.documents(bench))
    yield "ecb", _Documents(ecb.documents(bench))
    yield "newswcl50", _Documents(list(bench.datasets.newswcl50(bench.data)))


def _arrived(readings: dict[str, Reading], seed: int) -> dict[str, str]:
    """The story of each page after all have come in, one by one, in a random order."""
    grouping = Grouping()
    order = sorted(readings)
    random.Random(seed).shuffle(order)
    for key in order:
        grouping.add(sketch(readings[key].article))
    story_of = {article: group[0] for group in grouping.groups() for article in group}
    return {key: story_of[reading.article.id] for key, reading in readings.items()}


def _least_alike(bench: Bench, partitions: Sequence[dict[str, str]]) -> float:
    keys = sorted(partitions[0])
    rows = [[partition[key] for key in keys] for partition in partitions]
    scores = [bench.metrics.partition_scores(a, b).b3.f for i, a in enumerate(rows) for b in rows[i + 1 :]]
    return float(min(scores))
