"""HTML pages: the body as the article-extraction benchmark measures it, in both tiers."""

from __future__ import annotations

from evaluation.bench import Bench
from evaluation.cases import Attempts, SetResult, with_prefix
from evaluation.peers import Peer
from evaluation.sets.html import Bodies, beside_peers

NAME = "aeb"
FILES = ("ingest/aeb",)
FAST_PAGES = 25


def measure(bench: Bench) -> SetResult:
    """Precision, recall and F1 of 4-word shingles of the body blocks."""
    attempts = Attempts()
    pages = bench.chosen(bench.datasets.aeb(bench.data), FAST_PAGES)
    bodies = Bodies.of(bench, pages, attempts, NAME)
    attempts.require_some()
    score = bench.metrics.page_f1(bodies.pairs("accurate"))
    also = with_prefix(NAME, [("precision", score.p), ("recall", score.r)])
    peers: list[Peer] = []
    if not bench.fast:
        peers, speed = beside_peers(bodies, NAME)
        also |= speed
    numbers = with_prefix(NAME, bodies.f1().items())
    return SetResult(
        NAME, numbers, tuple(bodies.cases(NAME)), also, errors=attempts.errors, peers=tuple(peers)
    )
