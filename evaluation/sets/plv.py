"""What a sentence says that a given source does to a given target.

Rows are counted from 0. The odd ones are for looking at errors while rules are written; the even ones are reported.
"""

from __future__ import annotations

from typing import Any

from evaluation.bench import Bench, first_by_hash, progress
from evaluation.cases import Attempts, Case, SetResult, with_prefix

NAME = "plv"
FILES = ("events/PLV_train_clean.tsv",)
FAST_ROWS = 150


def measure(bench: Bench) -> SetResult:
    """Macro F1 of binary, quad and root labels, accuracy of the root, and the share of rows that got an answer.

    The set is labelled by the manual: `manual_label` melts act and status, and CONCEDE and RETREAT are one class.
    """
    code, label, attempts = bench.part("code_relation"), bench.part("manual_label"), Attempts()
    rows = [(f"{i}:{row.id}", row) for i, row in enumerate(bench.datasets.plv(bench.data)) if i % 2 == 0]
    if bench.fast:
        rows = first_by_hash(rows, lambda pair: pair[0], FAST_ROWS)
    found: list[str | None] = []
    cases = []
    for name, row in progress(rows, NAME):
        relation = attempts.call(name, None, code, row.text, row.source, row.target)
        root = label(relation.plover, relation.status) if relation else None
        found.append(root)
        cases.append(row_case(bench, name, row, root, relation))
    attempts.require_some()
    gold = [row for _, row in rows]
    scores = bench.metrics.plover_scores([row.root for row in gold], [row.quad for row in gold], found)
    answered = sum(root is not None for root in found) / max(1, len(found))
    numbers = with_prefix(NAME, [(name, scores[name]) for name in ("root", "quad", "binary", "accuracy")])
    also = with_prefix(NAME, [("coverage", answered)])
    return SetResult(NAME, numbers, tuple(cases), also, errors=attempts.errors)


def row_case(bench: Bench, name: str, row: Any, root: str | None, relation: Any) -> Case:
    """1 for the right root, .5 for another root of the right quad, 0 otherwise."""
    folded = bench.metrics.fold_yield(root)
    quad = bench.metrics.QUAD.get(folded or "")
    score = 1.0 if folded == row.root else 0.5 if quad == row.quad else 0.0
    details = {"gold": row.root, "found": folded, "gold_quad": row.quad, "quad": quad}
    if relation:
        trigger = [relation.trigger.start, relation.trigger.end]
        details |= {"act": relation.plover, "status": str(relation.status), "trigger": trigger}
    return Case(name, score, details)
