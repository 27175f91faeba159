"""Statements in political news: what was said, how far it reaches, and who said it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.model import Statement, StatementType
from evaluation.bench import Bench, progress
from evaluation.cases import Attempts, Case, Detail, SetResult, with_prefix

NAME = "polnear"
FILES = ("statements/polnear_train_dev.tar.gz",)
FAST_ARTICLES = 12


def measure(bench: Bench) -> SetResult:
    """F1 of contents (IoU of .5 or more, exact), jointly with the speaker, and speaker accuracy, by rules alone (the fast tier) and with the
    tagger (`accurate`); direct ones apart: beside everything that is found (`direct_joint`), and among what is quoted (`direct_only_joint`)."""
    find, attempts = bench.part("find_statements"), Attempts()
    triples, fast, spoken, cases = [], [], [], []
    articles = bench.chosen(bench.datasets.polnear("dev", bench.data), FAST_ARTICLES)
    nothing: Sequence[Statement] = ()
    for article in progress(articles, NAME):
        gold = [bench.metrics.Attribution(s.content, s.source) for s in article.statements]
        by_rules = attempts.call(article.id, nothing, find, article.text, tier="fast")
        fast.append((article.text, gold, [attribution(bench, statement) for statement in by_rules]))
        statements = attempts.call(article.id, nothing, find, article.text)
        triples.append((article.text, gold, [attribution(bench, statement) for statement in statements]))
        spoken.append((article.text, gold, quoted_only(bench, statements)))
        cases.append(article_case(bench, article.id, triples[-1]))
    attempts.require_some()
    rows, accurate = bench.metrics.statement_scores(fast), bench.metrics.statement_scores(triples)
    numbers = [
        *((name, getattr(rows["all"], name).f) for name in ("iou", "exact", "joint")),
        ("speaker", rows["all"].speaker),
        *((f"direct_{name}", getattr(rows["direct"], name).f) for name in ("iou", "exact", "joint")),
        *((f"accurate_{name}", getattr(accurate["all"], name).f) for name in ("iou", "exact", "joint")),
        ("accurate_speaker", accurate["all"].speaker),
        ("direct_only_joint", bench.metrics.statement_scores(spoken)["direct"].joint.f),
    ]
    also = [
        ("precision", rows["all"].iou.p),
        ("accurate_precision", accurate["all"].iou.p),
        ("accurate_direct_joint", accurate["direct"].joint.f),
        *((f"{kind}_recall", accurate[kind].iou.r) for kind in ("direct", "mixed", "indirect")),
    ]
    return SetResult(
        NAME, with_prefix(NAME, numbers), tuple(cases), with_prefix(NAME, also), errors=attempts.errors
    )


def quoted_only(bench: Bench, statements: Sequence[Statement]) -> list[Any]:
    """Those that are quoted, wholly or in part: what is said of direct statements alone rests on them."""
    quoted = (StatementType.DIRECT, StatementType.MIXED)
    return [attribution(bench, statement) for statement in statements if statement.type in quoted]


def attribution(bench: Bench, statement: Statement) -> Any:
    """A statement as the ruler takes it."""
    return bench.metrics.Attribution(
        [tuple(span) for span in statement.content],
        [tuple(span) for span in statement.speaker.spans] if statement.speaker else [],
    )


def article_case(bench: Bench, name: str, triple: tuple[str, list[Any], list[Any]]) -> Case:
    """An article's F1, and the offsets of what was missed, found too much, or given to the wrong speaker."""
    text, gold, found = triple
    metrics = bench.metrics
    matches = metrics.match_contents(
        [metrics.letters(a.content, text) for a in gold], [metrics.letters(a.content, text) for a in found]
    )
    good = {i: k for i, (k, overlap) in matches.items() if overlap >= 0.5}
    strangers = [
        [_pairs(gold[i].content), _pairs(gold[i].source), _pairs(found[k].source)]
        for i, k in sorted(good.items())
        if not _same_speaker(metrics, text, gold[i].source, found[k].source)
    ]
    details: dict[str, Detail] = {
        "joint": round(metrics.statement_scores([triple])["all"].joint.f, 4),
        "missed": [_pairs(a.content) for i, a in enumerate(gold) if i not in good],
        "extra": [_pairs(a.content) for k, a in enumerate(found) if k not in good.values()],
        "wrong_speaker": strangers,
    }
    return Case(name, metrics.statement_scores([triple])["all"].iou.f, details)


def _same_speaker(metrics: Any, text: str, gold: Any, found: Any) -> bool:
    wanted, given = metrics.letters(gold, text), metrics.letters(found, text)
    return bool(wanted & given) if wanted else not given


def _pairs(spans: Sequence[Sequence[int]]) -> list[list[int]]:
    return [[span[0], span[1]] for span in spans]
