"""Quotations in German news: what was said, and who said it, without a parser."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.model import Span, Statement
from evaluation.bench import Bench, progress
from evaluation.cases import Attempts, SetResult, with_prefix
from evaluation.sets.polnear import article_case, attribution, quoted_only

NAME = "german"
FILES = ("statements/german_quotes_train_dev.tar.gz",)
FAST_ARTICLES = 20
_DIRECT = "Direct"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of the gold: its type there, its spans, and those of its speaker."""

    type: str
    content: tuple[Span, ...]
    source: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the set with its quotations, those inside others left out."""

    id: str
    text: str
    quotations: tuple[Quotation, ...]


def articles(split: str, archive: Path) -> Iterator[Article]:
    """The articles of `train` or `dev`."""
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda m: m.name):
            if f"/data/{split}/" in member.name and member.name.endswith(".json"):
                found = tar.extractfile(member)
                assert found is not None
                yield _article(json.loads(found.read()))


def _article(row: dict[str, Any]) -> Article:
    quotations = [
        Quotation(a["type"], _spans(a["quote"]), _spans(a["speaker"]))
        for a in row["annotations"]
        if not a["isNested"]
    ]
    return Article(row["documentName"], row["originalText"], tuple(quotations))


def _spans(part: dict[str, Any]) -> tuple[Span, ...]:
    spans = part["spans"] if part else []
    return tuple(Span(s["charBegin"], s["charEnd"]) for s in spans)


def measure(bench: Bench) -> SetResult:
    """F1 of contents (IoU of .5 or more, exact), jointly with the speaker, of the gold's direct quotations among what is quoted; all types
    beside."""
    find, attempts = bench.part("find_statements"), Attempts()
    direct, everything, cases = [], [], []
    nothing: Sequence[Statement] = ()
    found = list(bench.chosen(articles("dev", bench.data / FILES[0]), FAST_ARTICLES))
    for article in progress(found, NAME):
        statements = attempts.call(article.id, nothing, find, article.text)
        gold = [bench.metrics.Attribution(q.content, q.source) for q in article.quotations]
        direct.append(_direct_only(bench, article, gold, quoted_only(bench, statements)))
        everything.append((article.text, gold, [attribution(bench, s) for s in statements]))
        cases.append(article_case(bench, article.id, direct[-1]))
    attempts.require_some()
    rows, whole = (bench.metrics.statement_scores(triples)["all"] for triples in (direct, everything))
    numbers = [
        *((f"direct_{name}", getattr(rows, name).f) for name in ("iou", "exact", "joint")),
        ("direct_speaker", rows.speaker),
    ]
    also = [
        ("direct_precision", rows.iou.p),
        ("direct_recall", rows.iou.r),
        ("iou", whole.iou.f),
        ("joint", whole.joint.f),
    ]
    return SetResult(
        NAME, with_prefix(NAME, numbers), tuple(cases), with_prefix(NAME, also), errors=attempts.errors
    )


def _direct_only(
    bench: Bench, article: Article, gold: Sequence[Any], found: Sequence[Any]
) -> tuple[str, list[Any], list[Any]]:
    """The direct ones of gold and found; what matches gold of another type is left out, as the ruler does it."""
    metrics, text = bench.metrics, article.text
    matches = metrics.match_contents(
        [metrics.letters(a.content, text) for a in gold], [metrics.letters(a.content, text) for a in found]
    )
    is_direct = [q.type == _DIRECT for q in article.quotations]
    others = {k for i, (k, _) in matches.items() if not is_direct[i]}
    wanted = [a for a, wants in zip(gold, is_direct, strict=True) if wants]
    return text, wanted, [a for k, a in enumerate(found) if k not in others]
