"""The scout of the tagger: a few layers that say of each word piece how likely the tagger will take it for said, a speaker or a cue.

`python -m training.statement_scout` writes the model. It learns from what the tagger says of our own examples, so it comes after the tagger.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn

from dateline.readers.pieces import PieceModel, shares
from training import encoder
from training.markup import lines_of, read_markup
from training.statement_tagger import KINDS, LONGEST, MODEL

OUT = MODEL.with_name("scout.onnx")
FOLDERS = ("statements", "events")
WIDTH, REACH = 96, (1, 2, 4)
"""Numbers a piece, and how far apart the pieces are that each layer looks at: eight to either side in all, and a few more."""

Shares = NDArray[np.float32]


@dataclass(frozen=True)
class Lesson:
    """Pieces of a text, and for each how surely the tagger takes it for each of `KINDS`."""

    ids: list[int]
    taught: Shares


class Scout(nn.Module):
    """Embeddings of the tagger, narrowed, and three layers that look to both sides."""

    def __init__(self, words: Shares) -> None:
        super().__init__()
        self.words = nn.Embedding.from_pretrained(torch.tensor(words), freeze=False)
        self.layers = nn.ModuleList(nn.Conv1d(WIDTH, WIDTH, 5, padding=2 * d, dilation=d) for d in REACH)
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in REACH)
        self.head = nn.Linear(WIDTH, len(KINDS))
        self.drop = nn.Dropout(0.15)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Scores (rows, pieces, kinds)."""
        seen = mask.float()[..., None]
        states = self.drop(self.words(ids)) * seen
        for layer, norm in zip(self.layers, self.norms, strict=True):
            beside = layer(states.transpose(1, 2)).transpose(1, 2)
            states = self.drop(norm(states + nn.functional.gelu(beside)) * seen)
        scores: Tensor = self.head(states)
        return scores


def narrowed_words() -> Shares:
    """The tagger's embeddings of word pieces, in their `WIDTH` strongest directions."""
    parts = onnx.load(str(MODEL)).graph.initializer
    words = next(numpy_helper.to_array(p) for p in parts if len(p.dims) == 2 and p.dims[0] > 30_000)
    centred = words.astype(np.float32) - words.mean(1, keepdims=True, dtype=np.float32)
    _, directions = np.linalg.eigh(centred.T @ centred)
    narrow = centred @ directions[:, ::-1][:, :WIDTH]
    return np.ascontiguousarray(narrow / narrow.std(), dtype=np.float32)


def lessons() -> list[Lesson]:
    """What the tagger says of all examples, those of events included."""
    tagger = PieceModel("statements", LONGEST)
    lines = [line for name in FOLDERS for line in lines_of(Path(__file__).parent / name)]
    rows = [tagger.pieces(read_markup(line.split("\t")[-1])[0]) for line in dict.fromkeys(lines)]
    taught = [shares(scores.reshape(-1, len(KINDS), 3)) for scores in tagger.scores(rows)[0]]
    return [Lesson(row.ids, 1 - told[:, :, 0]) for row, told in zip(rows, taught, strict=True)]


def batches(found: list[Lesson], rows: int) -> list[list[Lesson]]:
    """The lessons in a new order, those of like length together."""
    ranked = sorted(found, key=lambda lesson: len(lesson.ids) + 10 * random.random())
    made = [ranked[at : at + rows] for at in range(0, len(ranked), rows)]
    random.shuffle(made)
    return made


def loss_of(model: Scout, batch: list[Lesson]) -> Tensor:
    """Cross-entropy of a piece, against the tagger's shares."""
    ids, mask = encoder.padded([b.ids for b in batch]), encoder.padded([[1] * len(b.ids) for b in batch])
    taught = torch.zeros(*ids.shape, len(KINDS))
    for row, lesson in enumerate(batch):
        taught[row, : len(lesson.ids)] = torch.tensor(lesson.taught)
    scores = model(ids, mask)
    losses = nn.functional.binary_cross_entropy_with_logits(scores, taught, reduction="none")
    return (losses * mask[..., None]).sum() / mask.sum()


def train(found: list[Lesson], epochs: int, rate: float, rows: int = 32) -> Scout:
    """Fits the scout; its embeddings, which know words already, at a third of the rate."""
    model = Scout(narrowed_words())
    rest = [p for name, p in model.named_parameters() if name != "words.weight"]
    groups = [{"params": [model.words.weight]}, {"params": rest}]
    optimizer = torch.optim.AdamW(groups, lr=rate, weight_decay=0.01)
    steps = epochs * len(batches(found, rows))
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [rate / 3, rate], total_steps=steps, pct_start=0.1
    )
    for epoch in range(epochs):
        model.train()
        told = 0.0
        for batch in batches(found, rows):
            loss = loss_of(model, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            told += loss.item() * len(batch)
        print(f"epoch {epoch + 1} of {epochs}: loss {told / len(found):.3f}", flush=True)
    return model


def main() -> None:
    """Trains, tells the loss on what was left out, and writes the model."""
    given = encoder.arguments("python -m training.statement_scout", epochs=6, held_out=12, out=OUT, rate=3e-3)
    encoder.be_deterministic()
    learnt, held = encoder.parted(lessons(), given.held_out)
    model = train(learnt, given.epochs, given.rate)
    model.eval()
    with torch.no_grad():
        told = [loss_of(model, held[at : at + 32]).item() for at in range(0, len(held), 32)]
    if told:
        print(f"held out: loss {sum(told) / len(told):.3f}")
    encoder.export(model, ["scores"], given.out, quantized=("Gather",))


if __name__ == "__main__":
    main()
