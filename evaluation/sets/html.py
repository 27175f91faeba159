"""HTML pages of two news sets: the body in both tiers by 4-word shingles, beside other readers in the same run."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from evaluation.bench import Bench, progress
from evaluation.cases import Attempts, Case, SetResult, with_prefix
from evaluation.page_peers import extract
from evaluation.peers import Peer
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
    also: dict[str, float] = {}
    cases: list[Case] = []
    peers: list[Peer] = []
    for source in SOURCES:
        pages = bench.chosen(getattr(bench.datasets, source)(bench.data), FAST_PAGES)
        bodies = Bodies.of(bench, pages, attempts, f"{NAME} {source}")
        cases += bodies.cases(source)
        numbers |= with_prefix(f"{NAME}.{source}", bodies.f1().items())
        if not bench.fast:
            found, speed = beside_peers(bodies, f"{NAME}.{source}")
            peers += found
            also |= speed
    attempts.require_some()
    return SetResult(NAME, numbers, tuple(cases), also, errors=attempts.errors, peers=tuple(peers))


@dataclass(slots=True)
class Bodies:
    """Bodies of pages in both tiers, and the CPU-seconds of each tier."""

    bench: Bench
    pages: Sequence[Any]
    found: dict[str, list[str]] = field(default_factory=lambda: {tier: [] for tier in TIERS})
    seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(TIERS, 0.0))

    @classmethod
    def of(cls, bench: Bench, pages: Sequence[Any], attempts: Attempts, what: str) -> Bodies:
        """All pages in both tiers."""
        made = cls(bench, pages)
        for page in progress(pages, what):
            for tier in TIERS:
                start = time.process_time()
                article = attempts.call(f"{page.id} {tier}", None, cleaned, page.html, page.url, tier)
                made.seconds[tier] += time.process_time() - start
                made.found[tier].append(body_text(article))
        return made

    def pairs(self, tier: str) -> list[tuple[str, str]]:
        """Gold and found, page by page."""
        return [(page.body, body) for page, body in zip(self.pages, self.found[tier], strict=True)]

    def f1(self) -> dict[str, float]:
        """Page F1 of the accurate and the fast tier."""
        score = self.bench.metrics.page_f1
        return {"page_f1": score(self.pairs("accurate")).f, "fast_f1": score(self.pairs("fast")).f}

    def cases(self, source: str) -> list[Case]:
        """One a page, with both tiers' scores, precision and recall of the accurate one."""
        score = self.bench.metrics.page_f1
        made = []
        for page, accurate, fast in zip(self.pages, self.pairs("accurate"), self.pairs("fast"), strict=True):
            own = score([accurate])
            details = {"precision": round(own.p, 4), "recall": round(own.r, 4)}
            made.append(
                Case(page.id, own.f, {"source": source, "fast": round(score([fast]).f, 4), **details})
            )
        return made


def beside_peers(bodies: Bodies, prefix: str) -> tuple[list[Peer], dict[str, float]]:
    """Others' page F1 on the same pages, and how many times as fast each tier is as each of them: ours with title, people, dates and
    language, theirs the body alone."""
    peers: list[Peer] = []
    speed: dict[str, float] = {}
    for other in extract(bodies.pages, prefix):
        peers += [
            other.peer(bodies.bench, f"{prefix}.{metric}", bodies.pages) for metric in ("page_f1", "fast_f1")
        ]
        short = other.name.split()[0]
        for tier in TIERS:
            speed[f"{prefix}.{tier}_speed_to_{short}"] = round(
                other.seconds / max(bodies.seconds[tier], 1e-9), 2
            )
    return peers, speed
