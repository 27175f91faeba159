"""HTML pages: the body as the article-extraction benchmark measures it."""

from __future__ import annotations

from evaluation.bench import Bench, progress
from evaluation.cases import Attempts, Case, SetResult, with_prefix
from evaluation.sets.bodies import body_text

NAME = "aeb"
FILES = ("ingest/aeb",)
FAST_PAGES = 25


def measure(bench: Bench) -> SetResult:
    """Precision, recall and F1 of 4-word shingles of the body blocks."""
    clean, attempts = bench.part("clean"), Attempts()
    pairs, cases = [], []
    for page in progress(bench.chosen(bench.datasets.aeb(bench.data), FAST_PAGES), NAME):
        article = attempts.call(page.id, None, clean, page.html, url=page.url)
        pair = (page.body, body_text(article))
        pairs.append(pair)
        score = bench.metrics.page_f1([pair])
        cases.append(Case(page.id, score.f, {"precision": round(score.p, 4), "recall": round(score.r, 4)}))
    attempts.require_some()
    score = bench.metrics.page_f1(pairs)
    numbers = with_prefix(NAME, [("page_f1", score.f)])
    also = with_prefix(NAME, [("precision", score.p), ("recall", score.r)])
    return SetResult(NAME, numbers, tuple(cases), also, errors=attempts.errors)
