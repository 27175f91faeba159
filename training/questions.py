"""The trees that say whether two values answer one question, from the signs around them.

`python -m training.questions` writes them, and prints how well they do on the pairs of reports that were left out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

import dateline
from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.answers import Question
from dateline.stories.facts.asked_pairs import AskedPairs, asked_pairs
from dateline.stories.facts.asked_values import AskedValue, asked_values
from dateline.stories.facts.question_signs import turned
from dateline.stories.facts.question_trees import FILE, QuestionTrees
from dateline.stories.facts.tellings import clauses_of
from training.report_lines import Answers, Report, ReportPair, report_pairs

OUT = Path(__file__).parents[1] / "src" / "dateline" / "stories" / "data" / FILE
QUESTIONS = {
    "quantity": (Question.HOW_MANY, Question.HOW_MUCH),
    "date": (Question.WHEN,),
}
DEPTH, TREES, RATE, SEED = 4, 160, 0.07, 20261123
_DIGITS = 5


@dataclass(frozen=True)
class Lesson:
    """The pairs of values of two reports that are asked one kind of question, their signs, and which of them answer one."""

    pair: ReportPair
    asked: AskedPairs
    signs: list[list[float]]
    right: list[bool]


def lessons(pairs: Iterable[ReportPair]) -> Iterator[Lesson]:
    """What two reports each have to teach."""
    for pair in pairs:
        pages = [clauses_of(_reading(report)) for report in (pair.a, pair.b)]
        about = Aboutness(pages)
        values = [list(asked_values(list({clause.told: None for clause in page}))) for page in pages]
        for asked in asked_pairs(values[0], values[1], about):
            signs = asked.signs.of(asked.pairs)
            right = [_is_answer(pair, asked.first[i], asked.second[j]) for i, j in asked.pairs]
            if signs:
                yield Lesson(pair, asked, signs, right)


def taught(found: Sequence[Lesson]) -> dict[str, Any]:
    """The trees, as they are packaged."""
    rows = [row for lesson in found for row in lesson.signs]
    signs = np.array([*rows, *map(turned, rows)])
    right = np.array([r for lesson in found for r in lesson.right] * 2)
    made = GradientBoostingClassifier(
        n_estimators=TREES,
        max_depth=DEPTH,
        learning_rate=RATE,
        subsample=0.6,
        min_samples_leaf=20,
        max_features=0.5,
        random_state=SEED,
    ).fit(signs, right)
    share = right.mean()
    return {
        "start": round(log(share / (1 - share)), _DIGITS),
        "trees": [_tree(one[0].tree_) for one in made.estimators_],
    }


def _tree(tree: Any) -> dict[str, list[float]]:
    """A tree filled up to its full depth: where it ends early, its number stands in all leaves below."""
    signs: list[int] = []
    bounds: list[float] = []
    level = [0]
    for _ in range(DEPTH):
        below = []
        for node in level:
            is_end = tree.children_left[node] < 0
            signs.append(0 if is_end else int(tree.feature[node]))
            bounds.append(0.0 if is_end else round(float(tree.threshold[node]), _DIGITS + 1))
            below += (
                [node, node] if is_end else [int(tree.children_left[node]), int(tree.children_right[node])]
            )
        level = below
    leaves = [round(RATE * float(tree.value[node][0][0]), _DIGITS) for node in level]
    return {"signs": signs, "bounds": bounds, "leaves": leaves}


def check(trees: QuestionTrees, found: Sequence[Lesson]) -> None:
    """Prints how many questions that two reports answer are found, each value being the other's best, and how many more are called."""
    for question in Question:
        wanted = right = called = 0
        for lesson in found:
            if lesson.asked.first[0].question is not question:
                continue
            best = _best(lesson, trees.both(lesson.signs))
            wanted += sum(lesson.right)
            called += len(best)
            right += sum(lesson.right[n] for n in best)
        print(f"{question}: {right} of {wanted} answered questions found, {called} pairs called")


def _best(lesson: Lesson, shares: np.ndarray[Any, Any]) -> list[int]:
    """The pairs of which each value is the best of the other."""
    pairs = lesson.asked.pairs
    return [
        n
        for n, (i, j) in enumerate(pairs)
        if all(shares[n] >= shares[m] for m, (x, y) in enumerate(pairs) if x == i or y == j)
    ]


def _is_answer(pair: ReportPair, a: AskedValue, b: AskedValue) -> bool:
    return any(_lies_on(fact, a, b) for fact in pair.facts)


def _lies_on(fact: Answers, a: AskedValue, b: AskedValue) -> bool:
    kinds = QUESTIONS.get(fact.kind, ())
    return a.question in kinds and a.span.touches(fact.a) and b.span.touches(fact.b)


def _reading(report: Report) -> dateline.Reading:
    return dateline.read(report.text, published=report.published, outlet=report.outlet)


def main() -> None:
    """Teaches, checks, and writes the trees."""
    asked = argparse.ArgumentParser(prog="python -m training.questions")
    asked.add_argument("--out", type=Path, default=OUT)
    given = asked.parse_args()
    found = list(lessons(report_pairs()))
    made = taught([lesson for lesson in found if not lesson.pair.is_held])
    check(QuestionTrees(made), [lesson for lesson in found if lesson.pair.is_held])
    given.out.write_text(json.dumps(made, separators=(",", ":")) + "\n", encoding="utf-8")
    content = given.out.read_bytes()
    print(f"{given.out}: {len(content) / 1e3:.0f} kB; for `RECORDED`: {hashlib.sha256(content).hexdigest()}")


if __name__ == "__main__":
    main()
