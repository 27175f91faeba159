"""Fits the weights of `end_weights.csv` and `inside_weights.csv` to pages whose lines are labelled, and writes the tables.

Two open sets teach (wcxb-dev and aeb); the two others of the same collection (naeb, funduspub) stay unseen. Needs numpy, and
the shared data of `evaluation`. `python tools/fit_body_lines.py` writes; meanings of cues stay as they are in the tables.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from dateline.article.body import behind_byline, best_run, weigh
from dateline.article.captions import mark_captions
from dateline.article.ending import find_end, gaps_of
from dateline.article.inside import cues_inside
from dateline.article.lines import Line, lines_of
from dateline.article.marks import Marks, mark
from dateline.article.wrapping import join_wrapped
from evaluation.bench import Bench, progress, shared_folder

TABLES = Path(__file__).resolve().parent.parent / "src/dateline/article/data"
TEACHERS = {"wcxb-dev": (1.0, 1.0), "aeb": (3.0, 4.0)}
"""Source -> how much its pages count for ends, and for lines inside: aeb is all news, and small."""
PRIOR = {
    "constant": -2.0, "fewer_known_words": 1.2, "shorter_lines": 1.2, "list_heading": 1.0, "box_heading": 1.0, "comment_heading": 1.0,
    "bio_heading": 1.0, "closed_before": 0.7, "little_before": -0.5, "share_before": 0.5,
}  # fmt: skip
"""Weights that were set by hand; the fitted ones are held near to them."""
TEMPERATURE, HOLD, STEPS, SAMPLES = 0.3, 0.003, 200, 32
RIDGE = 0.001
CAUTION = 0.7
"""Taken off the constant of lines inside: unseen outlets have links that the teachers do not show."""

Cues = dict[str, float]


@dataclass(frozen=True)
class Page:
    """The chosen run of a page: whether each line is body by gold, and the words of the gold body."""

    source: str
    lines: Sequence[Line]
    marks: Sequence[Marks]
    weights: Sequence[int]
    gold: Sequence[bool]
    gold_words: int

    @property
    def gaps(self) -> list[bool]:
        return [weight <= 0 for weight in self.weights]

    def part(self, first: int, last: int) -> Page:
        """The same page with some of its lines."""
        kept = slice(first, last)
        return replace(
            self,
            lines=self.lines[kept],
            marks=self.marks[kept],
            weights=self.weights[kept],
            gold=self.gold[kept],
        )


def page_of(dump: Any) -> Page:
    lines = join_wrapped(dump.text, lines_of(dump.text))
    marks = [mark(line) for line in lines]
    mark_captions(lines, marks)
    weights = [weigh(line, found) for line, found in zip(lines, marks, strict=True)]
    bodies = {start for (start, _), kind in zip(dump.spans, dump.kinds, strict=True) if kind == "body"}
    gold = [line.start in bodies for line in lines]
    words = sum(line.words for line, is_body in zip(lines, gold, strict=True) if is_body)
    return Page(dump.source, lines, marks, weights, gold, words).part(*best_run(weights))


def ends_of(page: Page) -> list[tuple[Cues, float]]:
    """Cues and word F1 of each end that the run may have; the first is no cut."""
    ends = [
        (len(page.lines), {}),
        *((i, dict(cues)) for i, cues in gaps_of(page.lines, page.marks, page.gaps)),
    ]
    return [(cues, _word_f1(page.part(0, end))) for end, cues in ends]


def _word_f1(page: Page) -> float:
    prose = [
        (line.words, good)
        for line, good, gap in zip(page.lines, page.gold, page.gaps, strict=True)
        if not gap
    ]
    found, hits = sum(words for words, _ in prose), sum(words for words, good in prose if good)
    return 2 * hits / (found + page.gold_words) if found + page.gold_words else 0.0


def inside_of(page: Page) -> list[tuple[Cues, bool, float]]:
    """Cues, label and weight of the lines between the paragraphs; none where the run is not the body's."""
    end = find_end(page.lines, page.marks, page.gaps)
    body = page.part(behind_byline(page.lines, page.marks, page.weights, 0, end), end)
    hits = sum(
        line.words
        for line, good, gap in zip(body.lines, body.gold, body.gaps, strict=True)
        if good and not gap
    )
    if not page.gold_words or hits < 0.5 * page.gold_words:
        return []
    scale = 1 / max(page.gold_words, 100)
    return [
        (dict(cues), body.gold[k], body.lines[k].words * scale)
        for k, cues in cues_inside(body.lines, body.marks, body.gaps)
    ]


def matrix(rows: Sequence[Cues], names: Sequence[str]) -> Any:
    return np.array([[float(row.get(name, 0.0)) for name in names] for row in rows])


def fit_ends(pages: Sequence[tuple[str, list[tuple[Cues, float]]]], names: Sequence[str]) -> Any:
    """Weights that maximise the expected F1 of a soft choice among the ends of each page, by Adam."""
    x = matrix([cues for _, ends in pages for cues, _ in ends], names)
    owner = np.repeat(np.arange(len(pages)), [len(ends) for _, ends in pages])
    value = np.array([f1 for _, ends in pages for _, f1 in ends])
    share = np.array([TEACHERS[source][0] for source, _ in pages])
    share = (share / share.sum())[owner]
    spread = x.std(0) + 1e-6
    start = np.array([PRIOR.get(name, 0.0) for name in names]) * spread
    w, mean, square = start.copy(), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        scores = (x / spread) @ w / TEMPERATURE
        top = np.full(len(pages), -np.inf)
        np.maximum.at(top, owner, scores)
        odds = np.exp(scores - top[owner])
        chance = odds / np.bincount(owner, odds)[owner]
        gain = value - np.bincount(owner, chance * value)[owner]
        slope = (x / spread).T @ (chance * gain * share) - HOLD * (w - start)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        w = w + 0.03 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return w / spread


def fit_inside(rows: Sequence[tuple[Cues, bool, float]], names: Sequence[str]) -> Any:
    """Logistic regression with a ridge, by Newton's method."""
    x, y = matrix([cues for cues, _, _ in rows], names), np.array([label for _, label, _ in rows], float)
    share = np.array([weight for _, _, weight in rows])
    share = share / share.sum()
    spread = x.std(0) + 1e-6
    x, w = x / spread, np.zeros(len(names))
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = x.T @ (share * (y - chance)) - RIDGE * w
        bend = (x * (share * chance * (1 - chance))[:, None]).T @ x + RIDGE * np.eye(len(w))
        w = w + np.linalg.solve(bend, slope)
    return w / spread


def names_in(rows: Sequence[Cues]) -> list[str]:
    return sorted({name for row in rows for name in row})


def write(table: str, names: Sequence[str], weights: Sequence[float]) -> None:
    path = TABLES / table
    with path.open(encoding="utf-8", newline="") as file:
        meanings = {row["cue"]: row["meaning"] for row in csv.DictReader(file)}
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["cue", "weight", "meaning"])
        rows.writerows(
            [name, round(float(w), 1), meanings.get(name, "")] for name, w in zip(names, weights, strict=True)
        )


def learn_ends(pages: Sequence[Page]) -> None:
    """The mean of fits to random halves of the pages: one fit hangs on a few pages."""
    taught = [(page.source, ends_of(page)) for page in progress(pages, "ends")]
    names, chance = names_in([cues for _, ends in taught for cues, _ in ends]), random.Random(5)
    fits = [fit_ends(chance.sample(taught, len(taught) // 2), names) for _ in range(SAMPLES)]
    write("end_weights.csv", names, np.mean(fits, 0))


def learn_inside(pages: Sequence[Page]) -> None:
    rows = [
        (cues, label, weight * TEACHERS[page.source][1])
        for page in progress(pages, "lines inside")
        for cues, label, weight in inside_of(page)
    ]
    names = names_in([cues for cues, _, _ in rows])
    weights = fit_inside(rows, names)
    weights[names.index("constant")] -= CAUTION
    write("inside_weights.csv", names, weights)


def main() -> None:
    shared = shared_folder()
    dumps = Bench(shared / "data", shared / "tools").datasets.lines_dev(shared / "data")
    pages = [page_of(dump) for dump in dumps if dump.source in TEACHERS]
    steps: tuple[Callable[[Sequence[Page]], None], ...] = (learn_ends, learn_inside)
    for step in steps:
        step(pages)


if __name__ == "__main__":
    main()
