"""The reader of contradictions: whether two sentences of two pages tell one thing, and in which words they cannot both be true.

`python -m training.contradiction_reader --out FILE` writes the model; none is packaged (docs/decisions/0060-contradictions-read.md). Its word pieces are those of the reader of acts, so it comes after that, and anew with it.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from dateline.readers.pieces import PieceModel
from dateline.readers.wording_reader import joined
from training import encoder
from training.layers import WIDTH
from training.pair_encoder import Learning, PairEncoder, asked, batches, inputs, write
from training.pair_lines import KINDS, RELATIONS, Line, lines
from training.pair_rows import CONFLICT, Row, like_sentences, rows
from training.report_lines import ReportPair, report_pairs
from training.report_rows import report_rows

LONGEST = 72
"""Pieces of either sentence that are read."""
_ROWS = 24
_LABELS = len(KINDS) + 1
_UNKNOWN = -100
_TIMES = 2
"""How often the sentences of a pair of reports are drawn in one pass: what is read in use are sentences of reports."""


class Reader(PairEncoder):
    """What two sentences are to each other, and for each piece of which kind the words are that differ."""

    def __init__(self, layers: Sequence[int]) -> None:
        super().__init__(layers, LONGEST)
        self.relation, self.kinds = nn.Linear(2 * WIDTH, len(RELATIONS)), nn.Linear(WIDTH, _LABELS)

    def forward(self, words: Tensor, sides: Tensor, signs: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of the relations (rows, relations), and of the kinds (rows, pieces, kinds)."""
        states, mean = self.states(words, sides, signs, mask)
        whole = torch.cat((states[:, 0], mean), -1)
        return self.relation(self.drop(whole)), self.kinds(self.drop(states))


def scores_of(model: Reader, found: Sequence[Row], pieces: PieceModel) -> tuple[Tensor, Tensor, Tensor]:
    """The model's scores of some pairs, and the kinds that their pieces have."""
    made, labels = [], []
    for row in found:
        first, second = pieces.pieces(row.a.text), pieces.pieces(row.b.text)
        made.append(joined(row.a.text, first, row.b.text, second))
        labels.append(
            _labels(row, row.a.values, first.places) + _labels(row, row.b.values, second.places[1:])
        )
    relation, kinds = model(*inputs(model, made))
    return relation, kinds, encoder.padded(labels, _UNKNOWN)


def _labels(row: Row, values: Sequence[tuple[int, int, int]], places: Sequence[tuple[int, int]]) -> list[int]:
    """The kind of each piece; unknown where it is not known which words differ, and for signs that are not of the text."""
    made = []
    for start, end in places:
        kinds = [kind for first, last, kind in values if start < last and end > first]
        made.append(kinds[0] if kinds else 0)
        if not end or not row.is_marked:
            made[-1] = _UNKNOWN
    return made


def _length(row: Row) -> int:
    return len(row.a.text) + len(row.b.text)


def drawn(found: Sequence[Line], like: Sequence[Sequence[str]], reports: Sequence[ReportPair]) -> list[Row]:
    """What is learnt in one pass: all lines, varied anew, and the sentences of all reports in either order."""
    told = [row for pair in reports for _ in range(_TIMES) for row in report_rows(pair)]
    turned = [
        row if random.random() < 0.5 else Row(row.b, row.a, row.relation, row.kinds, row.is_marked)
        for row in told
    ]
    return [*rows(found, like), *turned]


def train(
    model: Reader,
    found: Sequence[Line],
    reports: Sequence[ReportPair],
    held: tuple[Sequence[Line], Sequence[ReportPair]],
    epochs: int,
    rate: float,
) -> None:
    """Fits the reader; it keeps the word pieces as they are lent."""
    pieces, like = PieceModel("contradictions", LONGEST), like_sentences(found)
    learning = Learning(model, rate, round(epochs * 1.02 * len(drawn(found, like, reports)) / _ROWS))
    weights = torch.tensor([1.0] + [3.0] * len(KINDS))
    for epoch in range(epochs):
        model.train()
        losses, began = [], time.process_time()
        for batch in batches(drawn(found, like, reports), _length, _ROWS):
            with torch.autocast("cpu", torch.bfloat16):
                relation, kinds, labels = scores_of(model, batch, pieces)
            right = torch.tensor([row.relation for row in batch])
            loss = nn.functional.cross_entropy(relation.float(), right)
            if (labels != _UNKNOWN).any():
                loss = loss + nn.functional.cross_entropy(
                    kinds.float().flatten(0, 1), labels.flatten(), weights, ignore_index=_UNKNOWN
                )
            learning.step(loss)
            losses.append(loss.item())
        spent = time.process_time() - began
        print(
            f"epoch {epoch + 1} of {epochs}: {len(losses)} batches, loss {sum(losses) / len(losses):.3f}, {spent:.0f} CPU-s",
            flush=True,
        )
        check(model, *held)


def check(model: Reader, found: Sequence[Line], reports: Sequence[ReportPair]) -> None:
    """Prints how pairs that were left out are read."""
    kept = random.getstate()
    random.seed(encoder.SEED)
    like = like_sentences(found)
    for name, made in (
        ("lines", list(rows(found, like))),
        ("reports", [r for p in reports for r in report_rows(p)]),
    ):
        if made:
            print(f"  {name}: {_told(model, made)}", flush=True)
    random.setstate(kept)


def _told(model: Reader, found: Sequence[Row]) -> str:
    pieces = PieceModel("contradictions", LONGEST)
    table = np.zeros((len(RELATIONS), len(RELATIONS)), int)
    shares: list[tuple[float, bool]] = []
    model.eval()
    with torch.no_grad():
        for at in range(0, len(found), 32):
            part = found[at : at + 32]
            relation, _, _ = scores_of(model, part, pieces)
            for row, scores in zip(part, relation, strict=True):
                table[row.relation, int(scores.argmax())] += 1
                shares.append((float(scores.softmax(-1)[CONFLICT]), row.relation == CONFLICT))
    shares.sort(reverse=True)
    total, right, best, at = sum(is_one for _, is_one in shares), 0, {}, 0.0
    for n, (_, is_one) in enumerate(shares, 1):
        right += is_one
        at += is_one * right / n
        for share in (0.1, 0.2, 0.3, 0.5, 0.7):
            if right >= share * total and share not in best:
                best[share] = round(right / n, 2)
    return f"{table.tolist()}; average precision of contradictions {at / max(total, 1):.3f} of {total}; precision at recall {best}"


def main() -> None:
    """Trains, checks on lines and reports that were left out, and writes the model."""
    options = asked("python -m training.contradiction_reader", epochs=6, rate=1e-4, held_out=12, layers=6)
    options.add_argument("--out", type=Path, required=True)
    given = options.parse_args()
    encoder.be_deterministic()
    torch.set_num_threads(1)
    learnt, held = encoder.parted(list(lines()), given.held_out)
    reports = list(report_pairs())
    model = Reader(given.layers)
    open_reports, kept = [r for r in reports if not r.is_held], [r for r in reports if r.is_held]
    train(model, learnt, open_reports, (held, kept), given.epochs, given.rate)
    write(model, ["relation", "kinds"], ("kinds",), given.out)


if __name__ == "__main__":
    main()
