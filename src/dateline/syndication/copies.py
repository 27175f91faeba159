"""Who copied whom: whole texts, parts of them and single passages, with direction (codebook section 8, rules 5 to 7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Article, ChainEdge, Span
from dateline.syndication.claims import (
    cited_outlets,
    is_from,
    outlet_key,
    republished_outlets,
    says_taken_from,
)
from dateline.syndication.fingerprints import (
    SHINGLE,
    Fingerprint,
    candidate_pairs,
    fingerprint,
    own_text,
    standing_text,
)
from dateline.syndication.passages import Passage, own_words, passages, shared_runs
from dateline.syndication.words import wording

_WHOLE = 0.5
_PART = 0.4
_FOLLOWED = 0.2
_FOLLOWED_SENTENCES = 0.6
_PASSAGE_WORDS = 12
_SAID = 0.1


@dataclass(frozen=True)
class _Shared:
    """What two texts have in common: `of_a` and `of_b` are the shares of each side's own shingles found in the other."""

    a: Fingerprint
    b: Fingerprint
    of_a: float
    of_b: float
    passages: tuple[Passage, ...]

    def turned(self) -> _Shared:
        back = tuple(Passage(p.b, p.a, p.equal) for p in self.passages)
        return _Shared(self.b, self.a, self.of_b, self.of_a, tuple(sorted(back, key=lambda p: p.a)))


def find_copies(articles: Sequence[Article]) -> list[ChainEdge]:
    """All edges among some articles, from the original to the copy, in the order of their ids.

    Whole texts are `republished` (the page says so), `copy`, `cut` or `adapted`; `passage` is a shared stretch of
    running text; `quotes` an outlet that is cited. Where an original is not among the articles, `from_` is
    `outlet:NAME`. The order of the input does not matter.
    """
    ordered = sorted({article.id: article for article in articles}.values(), key=_order)
    prints = [fingerprint(wording(article)) for article in ordered]
    fixed = standing_text(prints)
    edges: list[ChainEdge] = []
    for i, j in candidate_pairs(prints, fixed):
        edge = _edge(_compare(prints[i], prints[j], fixed), fixed)
        if edge is not None:
            edges.append(edge)
    for article in ordered:
        edges.extend(_said_edges(article, ordered, edges))
    return sorted(edges, key=lambda edge: (edge.to, edge.relation, edge.from_))


def _order(article: Article) -> tuple[str, str]:
    return (article.published.value if article.published else "~", article.id)


def _compare(a: Fingerprint, b: Fingerprint, fixed: frozenset[int]) -> _Shared:
    own_a, own_b = own_text(a, fixed), own_text(b, fixed)
    common = len(own_a & own_b)
    found = tuple(passages(shared_runs(a, b)))
    return _Shared(a, b, common / max(1, len(own_a)), common / max(1, len(own_b)), found)


def _edge(shared: _Shared, fixed: frozenset[int]) -> ChainEdge | None:
    """The edge between two texts, if one drew on the other. Shared text that is `fixed` furniture makes no passage."""
    shared = shared.turned() if _comes_after(shared) else shared
    running = [p for p in shared.passages if _is_running(shared, p) and not _is_standing(shared.b, p, fixed)]
    relation = _relation(shared) or ("passage" if running else None)
    if relation is None:
        return None
    kept = running if relation == "passage" else shared.passages
    spans = tuple((_span(shared.a, p.a), _span(shared.b, p.b)) for p in kept)
    return ChainEdge(shared.a.wording.article.id, shared.b.wording.article.id, relation, spans)


def _relation(shared: _Shared) -> str | None:
    """How the whole of `b` was made from `a`; None where it was not."""
    original, copy = shared.a.wording.article, shared.b.wording.article
    most = max(shared.of_a, shared.of_b)
    if most >= _SAID and any(is_from(original, name) for name in republished_outlets(copy)):
        return "republished"
    if shared.of_a >= _WHOLE and shared.of_b >= _WHOLE:
        return "copy"
    if shared.of_b >= _PART:
        return "cut" if shared.of_a < _WHOLE else "adapted"
    if shared.of_b >= _FOLLOWED and _follows(shared):
        return "adapted"
    return None


def _follows(shared: _Shared) -> bool:
    """True when most of the copy lies inside stretches that go along with the original, in the same order."""
    covered = sum(p.b[1] - p.b[0] + 1 for p in shared.passages)
    in_order = sum(x.a[0] < y.a[0] for x, y in zip(shared.passages, shared.passages[1:], strict=False))
    steps = max(1, len(shared.passages) - 1)
    return covered >= _FOLLOWED_SENTENCES * len(shared.b.wording.forms) and in_order >= 0.7 * steps


def _is_running(shared: _Shared, passage: Passage) -> bool:
    """Shared running text rather than a shared quotation or phrase."""
    return own_words(shared.b, *passage.b) >= _PASSAGE_WORDS and passage.equal >= _PASSAGE_WORDS


def _is_standing(side: Fingerprint, passage: Passage, fixed: frozenset[int]) -> bool:
    """True when most of the stretch is furniture of an outlet."""
    inside = side.hashes[passage.b[0] : max(passage.b[0] + 1, passage.b[1] - SHINGLE + 2)]
    return bool(inside) and 2 * sum(value in fixed for value in inside) >= len(inside)


def _comes_after(shared: _Shared) -> bool:
    """True when `a` is the copy: by what the pages say, then the earlier time, then the fuller text, then the id."""
    a, b = shared.a.wording.article, shared.b.wording.article
    says_a, says_b = says_taken_from(a, b), says_taken_from(b, a)
    if says_a != says_b:
        return says_a
    earlier = _earlier(a, b)
    if earlier is not None:
        return earlier is b
    lengths = len(shared.a.wording.forms), len(shared.b.wording.forms)
    return lengths[0] < lengths[1] or (lengths[0] == lengths[1] and b.id < a.id)


def _earlier(a: Article, b: Article) -> Article | None:
    """The one that was surely published first; None where the dates are equal, missing or of unlike precision."""
    if a.published is None or b.published is None:
        return None
    length = min(len(a.published.value), len(b.published.value))
    first, second = a.published.value[:length], b.published.value[:length]
    if first == second or "/" in first + second:
        return None
    return a if first < second else b


def _span(side: Fingerprint, stretch: tuple[int, int]) -> Span:
    return side.wording.span(*stretch)


def _said_edges(article: Article, articles: Sequence[Article], edges: Sequence[ChainEdge]) -> list[ChainEdge]:
    """Edges for what the page says and no text at hand shows."""
    by_id = {other.id: other for other in articles}
    linked = {edge.from_ for edge in edges if edge.to == article.id and edge.from_ in by_id}
    shown = {outlet_key(outlet.name) for i in linked if (outlet := by_id[i].outlet) is not None}
    named = [(name, "republished") for name in republished_outlets(article)]
    named += [(name, "quotes") for name in cited_outlets(article)]
    return [
        ChainEdge(f"outlet:{name}", article.id, relation, ())
        for name, relation in named
        if outlet_key(name) not in shown
    ]
