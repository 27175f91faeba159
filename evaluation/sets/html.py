"""HTML pages of two news sets: the body in both tiers, by 4-word shingles."""

from __future__ import annotations

from evaluation.bench import Bench, progress
from evaluation.cases import Attempts, Case, SetResult, with_prefix
from evaluation.sets.bodies import body_text, cleaned

NAME = "html"
FILES = ("ingest/naeb", "ingest/funduspub")
FAST_PAGES = 20
"""Of each source."""

SOURCES = ("naeb", "funduspub")
TIERS = ("accurate", "fast")


def measure(bench: Bench) -> SetResult:
    """Page F1 of every source and tier; a case holds the scores of both tiers."""
    attempts = Attempts()
    numbers: dict[str, float] = {}
    cases: list[Case] = []
    for source in SOURCES:
        pages = bench.chosen(getattr(bench.datasets, source)(bench.data), FAST_PAGES)
        pairs: dict[str, list[tuple[str, str]]] = {tier: [] for tier in TIERS}
        for page in progress(pages, f"{NAME} {source}"):
            details = {}
            for tier in TIERS:
                article = attempts.call(f"{page.id} {tier}", None, cleaned, page.html, page.url, tier)
                pairs[tier].append((page.body, body_text(article)))
                details[tier] = round(bench.metrics.page_f1(pairs[tier][-1:]).f, 4)
            cases.append(Case(page.id, details["accurate"], {"source": source, "fast": details["fast"]}))
        scores = [("page_f1", pairs["accurate"]), ("fast_f1", pairs["fast"])]
        measured = [(name, bench.metrics.page_f1(found).f) for name, found in scores]
        numbers |= with_prefix(f"{NAME}.{source}", measured)
    attempts.require_some()
    return SetResult(NAME, numbers, tuple(cases), errors=attempts.errors)
