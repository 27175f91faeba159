"""The reader of wordings: whether two of them render one utterance.

`python -m training.wording_reader` writes the model. Its word pieces are those of the reader of acts, so it comes after that, and anew with it.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from dateline.readers.pair_signs import SIGNS
from dateline.readers.pieces import PieceModel
from dateline.readers.wording_reader import LONGEST, joined
from training import encoder
from training.layers import WIDTH, taken_over, weights_of
from training.speech_lines import SPEECH, speeches
from training.wording_lines import Line, lines, said

DATA = Path(__file__).parents[1] / "src" / "dateline" / "readers" / "data"
OUT, LENDER = DATA / "wordings.onnx", DATA / "events.onnx"
_ROWS = 16
_HEAD = 10.0
"""How many times as fast the head learns as the layers."""
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


class Reader(nn.Module):
    """Layers over the word pieces of both wordings, and a score."""

    def __init__(self, layers: Sequence[int]) -> None:
        super().__init__()
        kept = encoder.load().state_dict()
        base = {
            f"encoder.{name}": part.numpy().astype(np.float32) for name, part in kept.items() if part.dim()
        }
        self.encoder = taken_over(base, list(layers))
        self.encoder.places = nn.Parameter(self.encoder.places[: 2 * LONGEST].detach().clone())
        words = torch.tensor(weights_of(LENDER)["encoder.embeddings.word_embeddings.weight"])
        self.words = nn.Embedding.from_pretrained(words, freeze=True)
        self.encoder.words = self.words
        self.sides, self.signs = nn.Embedding(2, WIDTH), nn.Embedding(SIGNS, WIDTH)
        for table in (self.sides, self.signs):
            nn.init.normal_(table.weight, std=0.02)
        self.drop, self.head = nn.Dropout(0.1), nn.Linear(WIDTH, 1)

    def forward(self, words: Tensor, sides: Tensor, signs: Tensor, mask: Tensor) -> Tensor:
        """A score a row."""
        hidden = (1.0 - mask[:, None, None, :].to(words.dtype)) * -1e4
        states = words + self.encoder.places[: words.shape[1]] + self.sides(sides) + self.signs(signs)
        states = self.drop(self.encoder.norm(states))
        for layer in self.encoder.layers:
            states = self.drop(layer(states, hidden, len(words)))
        own = mask.unsqueeze(-1).to(states.dtype)
        found: Tensor = self.head(self.drop((states * own).sum(1) / own.sum(1))).squeeze(-1)
        return found


class Packaged(nn.Module):
    """The reader as it is packaged: a single row, its word pieces as rows of eight bits of the model that lends them."""

    def __init__(self, reader: Reader, scale: float, zero: float) -> None:
        super().__init__()
        self.reader, self.scale, self.zero = reader, scale, zero

    def forward(self, words: Tensor, sides: Tensor, signs: Tensor) -> Tensor:
        """The same score."""
        rows = (words.float() - self.zero) * self.scale
        found: Tensor = self.reader(rows, sides, signs, torch.ones_like(sides))
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

    def column(part: str) -> Tensor:
        return encoder.padded([getattr(pair, part) for pair in made])

    mask = encoder.padded([[1] * len(pair.ids) for pair in made])
    scores: Tensor = model(model.words(column("ids")), column("sides"), column("signs"), mask)
    return scores


def batches(found: Sequence[Row]) -> list[list[Row]]:
    """The pairs in a new order, those of like length together."""
    ranked = sorted(found, key=lambda row: len(row.a) + len(row.b) + 30 * random.random())
    made = [ranked[at : at + _ROWS] for at in range(0, len(ranked), _ROWS)]
    random.shuffle(made)
    return made


def train(model: Reader, found: Sequence[Line], held: Sequence[Line], epochs: int, rate: float) -> None:
    """Fits the reader; it keeps the word pieces as they are lent."""
    pieces, like = PieceModel("wordings", LONGEST), like_sayings(found)
    free = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
    body = [p for name, p in free if name.startswith("encoder")]
    head = [p for name, p in free if not name.startswith("encoder")]
    groups = [{"params": body, "lr": rate}, {"params": head, "lr": _HEAD * rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * (2 + len(list(rows(found, like))) // _ROWS)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [rate, _HEAD * rate], total_steps=steps + 1, pct_start=0.1
    )
    for epoch in range(epochs):
        model.train()
        losses = []
        for batch in batches(list(rows(found, like))):
            with torch.autocast("cpu", torch.bfloat16):
                scores = scores_of(model, batch, pieces)
            right = torch.tensor([float(row.is_one) for row in batch])
            loss = nn.functional.binary_cross_entropy_with_logits(scores.float(), right)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            if schedule.last_epoch < steps:
                schedule.step()
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


def write(model: Reader, out: Path) -> None:
    """Writes the model for a single row."""
    scale, zero = encoder.scale_of(LENDER)
    row = torch.ones(1, 8, dtype=torch.int64)
    given = {
        "words": torch.zeros(1, 8, WIDTH, dtype=torch.uint8),
        "sides": row * torch.tensor([0] * 4 + [1] * 4),
        "signs": row,
    }
    encoder.export_named(
        Packaged(model, scale, zero), given, ["score"], {n: {1: "pieces"} for n in given}, out, ("MatMul",)
    )


def main() -> None:
    """Trains, checks on lines that were left out, and writes the model."""
    asked = argparse.ArgumentParser(prog="python -m training.wording_reader")
    asked.add_argument("--epochs", type=int, default=4)
    asked.add_argument("--rate", type=float, default=8e-5)
    asked.add_argument(
        "--held-out",
        type=int,
        default=6,
        metavar="N",
        help="leave every Nth line out and score it; 0 for none",
    )
    asked.add_argument("--layers", type=int, nargs="+", default=list(range(4)), help="of MiniLM's six")
    asked.add_argument("--out", type=Path, default=OUT)
    given = asked.parse_args()
    encoder.be_deterministic()
    torch.set_num_threads(1)
    learnt, held = encoder.parted(list(lines()), given.held_out)
    heard, unheard = encoder.parted(list(speeches()), given.held_out)
    learnt += [line for speech in heard for line in speech]
    held += [line for speech in unheard for line in speech]
    model = Reader(given.layers)
    train(model, learnt, held, given.epochs, given.rate)
    write(model, given.out)


if __name__ == "__main__":
    main()
