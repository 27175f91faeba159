"""Pages as text dumps: is each line body or not, and is the body whole. By source, for the sources differ."""

from __future__ import annotations

from typing import Any

from dateline.model import Article
from evaluation.bench import Bench, first_by_hash, progress
from evaluation.cases import Attempts, Case, SetResult, with_prefix
from evaluation.sets.bodies import body_flags, body_text

NAME = "dumps"
FILES = ("ingest/lines_dev.jsonl.gz",)
FAST_PAGES = 15
"""Of each source."""


def measure(bench: Bench) -> SetResult:
    """Page F1 (4-word shingles against the gold body) and line F1 of every source."""
    clean, attempts = bench.part("clean"), Attempts()
    pages = list(bench.datasets.lines_dev(bench.data))
    numbers: dict[str, float] = {}
    cases: list[Case] = []
    for source in sorted({page.source for page in pages}):
        chosen = [page for page in pages if page.source == source]
        if bench.fast:
            chosen = first_by_hash(chosen, lambda page: str(page.id), FAST_PAGES)
        texts, lines = [], []
        for page in progress(chosen, f"{NAME} {source}"):
            article = attempts.call(page.id, None, clean, page.text, url=page.url)
            pair = (page.body, body_text(article))
            flags = ([kind == "body" for kind in page.kinds], body_flags(article, page.spans))
            texts.append(pair)
            lines.append(flags)
            cases.append(page_case(bench, page, article, pair, flags))
        short = source.removesuffix("-dev")
        scores = [
            ("page_f1", bench.metrics.page_f1(texts).f),
            ("line_f1", bench.metrics.line_f1(lines).f),
        ]
        numbers |= with_prefix(f"{NAME}.{short}", scores)
    attempts.require_some()
    return SetResult(NAME, numbers, tuple(cases), errors=attempts.errors)


def page_case(
    bench: Bench,
    page: Any,
    article: Article | None,
    pair: tuple[str, str],
    flags: tuple[list[bool], list[bool]],
) -> Case:
    """A page's own scores, and the numbers of the lines that went wrong (counted from 1, blank lines left out)."""
    numbered = list(enumerate(zip(*flags, strict=True), 1))
    return Case(
        page.id,
        bench.metrics.page_f1([pair]).f,
        {
            "source": page.source,
            "line_f1": round(bench.metrics.line_f1([flags]).f, 4),
            "language": article.language if article else None,
            "missed_lines": [number for number, (gold, found) in numbered if gold and not found],
            "extra_lines": [number for number, (gold, found) in numbered if found and not gold],
        },
    )
