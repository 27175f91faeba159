"""The reader of wordings: whether two of them render one utterance.

`python -m training.wording_reader` writes the model. Its word pieces are those of the reader of acts, so it comes after that, and anew with it.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

import torch
from torch import Tensor, nn

from dateline.readers.pieces import PieceModel
from dateline.readers.wording_reader import LONGEST, joined
from training import encoder
from training.layers import WIDTH
from training.pair_encoder import DATA, Learning, PairEncoder, asked, batches, inputs, write
from training.speech_lines import SPEECH, speeches
from training.wording_lines import Line, lines, said

_ROWS = 16
_LIKE = 4
_LOOK_ALIKES = 3
"""Of the other sayings of a line so many are set beside it in one pass."""
_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"(?<=[.;!?])\s+")


@dataclass(frozen=True)
class Row:
    """Two wordings and whether they render one utterance."""

    a: str
    b: str
    is_one: bool


class Reader(PairEncoder):
    """A score over the word pieces of both wordings."""

    def __init__(self, layers: Sequence[int]) -> None:
        super().__init__(layers, LONGEST)
        self.head = nn.Linear(WIDTH, 1)

    def forward(self, words: Tensor, sides: Tensor, signs: Tensor, mask: Tensor) -> Tensor:
        """A score a row."""
        _, mean = self.states(words, sides, signs, mask)
        found: Tensor = self.head(self.drop(mean)).squeeze(-1)
        return found


def rows(found: Sequence[Line], like: Sequence[Sequence[str]]) -> Iterator[Row]:
    """Pairs of some lines, varied by `random`; `like` has for each line sayings of others that are like it."""
    for line, others in zip(found, like, strict=True):
        a, b = said(line.a), said(line.b)
        pairs = [Row(a, b, True), Row(a, b, True), Row(a, _shortened(a), True)]
        unlike = random.sample(line.look_alikes, min(_LOOK_ALIKES, len(line.look_alikes)))
        pairs += [
            Row(a if line.how == SPEECH else random.choice((a, b)), said(text), False) for text in unlike
        ]
        pairs += [Row(a, said(random.choice(others)), False), Row(b, said(random.choice(found).a), False)]
        for row in pairs:
            if row.a != row.b:
                yield row if random.random() < 0.5 else Row(row.b, row.a, row.is_one)


def _shortened(text: str) -> str:
    """A part of a saying that an outlet might carry: one of its sentences, or its beginning or end."""
    parts = _END.split(text)
    if len(parts) > 1:
        return random.choice(parts)
    words = text.split()
    kept = max(3, round(len(words) * random.uniform(0.6, 0.9)))
    return " ".join(words[:kept] if random.random() < 0.5 else words[-kept:])


def like_sayings(found: Sequence[Line]) -> list[list[str]]:
    """For each line the first wordings of the others that share the rarest words with it."""
    bags = [{w.lower() for w in _WORD.findall(line.a) if len(w) > 3} for line in found]
    often = Counter(word for bag in bags for word in bag)
    made = []
    for n, bag in enumerate(bags):
        scores = [
            (sum(log(len(bags) / often[word]) for word in bag & other), -m)
            for m, other in enumerate(bags)
            if m != n
        ]
        made.append([found[-m].a for _, m in sorted(scores, reverse=True)[:_LIKE]])
    return made


def scores_of(model: Reader, found: Sequence[Row], pieces: PieceModel) -> Tensor:
    """The model's scores of some pairs."""
    made = [joined(row.a, pieces.pieces(row.a), row.b, pieces.pieces(row.b)) for row in found]
    scores: Tensor = model(*inputs(model, made))
    return scores


def _length(row: Row) -> int:
    return len(row.a) + len(row.b)


def train(model: Reader, found: Sequence[Line], held: Sequence[Line], epochs: int, rate: float) -> None:
    """Fits the reader; it keeps the word pieces as they are lent."""
    pieces, like = PieceModel("wordings", LONGEST), like_sayings(found)
    learning = Learning(model, rate, epochs * (2 + len(list(rows(found, like))) // _ROWS))
    for epoch in range(epochs):
        model.train()
        losses = []
        for batch in batches(list(rows(found, like)), _length, _ROWS):
            with torch.autocast("cpu", torch.bfloat16):
                scores = scores_of(model, batch, pieces)
            right = torch.tensor([float(row.is_one) for row in batch])
            loss = nn.functional.binary_cross_entropy_with_logits(scores.float(), right)
            learning.step(loss)
            losses.append(loss.item())
        print(f"epoch {epoch + 1} of {epochs}: loss {sum(losses) / len(losses):.3f}", flush=True)
        if held:
            check(model, held)


def check(model: Reader, held: Sequence[Line]) -> None:
    """Prints how well lines that were left out are read: the true wording before its look-alikes, and shares that tell them apart."""
    pieces, first = PieceModel("wordings", LONGEST), 0
    right, wrong = [], []
    model.eval()
    with torch.no_grad():
        for n, line in enumerate(held):
            texts = [line.b, *line.look_alikes, held[n - 1].b]
            scores = [
                scores_of(model, [Row(said(line.a), said(text), False)], pieces).item() for text in texts
            ]
            first += scores[0] > max(scores[1:])
            right.append(scores[0])
            wrong += scores[1:]
    found = [
        (2 * kept / (len(right) + kept + sum(s >= limit for s in wrong)), limit)
        for limit in sorted(right)
        if (kept := sum(s >= limit for s in right))
    ]
    best, limit = max(found)
    print(
        f"the true one first: {first} of {len(held)}; F1 {best:.3f} from a score of {limit:.2f}", flush=True
    )


def main() -> None:
    """Trains, checks on lines that were left out, and writes the model."""
    options = asked("python -m training.wording_reader", epochs=4, rate=8e-5, held_out=6, layers=4)
    options.add_argument("--out", type=Path, default=DATA / "wordings.onnx")
    given = options.parse_args()
    encoder.be_deterministic()
    torch.set_num_threads(1)
    learnt, held = encoder.parted(list(lines()), given.held_out)
    heard, unheard = encoder.parted(list(speeches()), given.held_out)
    learnt += [line for speech in heard for line in speech]
    held += [line for speech in unheard for line in speech]
    model = Reader(given.layers)
    train(model, learnt, held, given.epochs, given.rate)
    write(model, ["score"], (), given.out)


if __name__ == "__main__":
    main()
