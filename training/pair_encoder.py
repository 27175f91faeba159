"""What readers of two texts have in common: both as one row of word pieces, with signs of what either finds in the other."""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor, nn

from dateline.readers.pair_signs import SIGNS
from dateline.readers.wording_reader import PairPieces
from training import encoder
from training.layers import WIDTH, taken_over, weights_of

T = TypeVar("T")

DATA = Path(__file__).parents[1] / "src" / "dateline" / "readers" / "data"
LENDER = DATA / "events.onnx"
"""Its word pieces are lent."""
_HEAD = 10.0
"""How many times as fast the heads learn as the layers."""
_JITTER = 30
"""Characters by which rows of like length are mixed."""


class PairEncoder(nn.Module):
    """Some layers of MiniLM over the word pieces of both texts; those stay as they are lent."""

    def __init__(self, layers: Sequence[int], longest: int) -> None:
        super().__init__()
        kept = encoder.load().state_dict()
        base = {
            f"encoder.{name}": part.numpy().astype(np.float32) for name, part in kept.items() if part.dim()
        }
        self.encoder = taken_over(base, list(layers))
        self.encoder.places = nn.Parameter(self.encoder.places[: 2 * longest].detach().clone())
        words = torch.tensor(weights_of(LENDER)["encoder.embeddings.word_embeddings.weight"])
        self.words = nn.Embedding.from_pretrained(words, freeze=True)
        self.encoder.words = self.words
        self.sides, self.signs = nn.Embedding(2, WIDTH), nn.Embedding(SIGNS, WIDTH)
        for table in (self.sides, self.signs):
            nn.init.normal_(table.weight, std=0.02)
        self.drop = nn.Dropout(0.1)

    def states(self, words: Tensor, sides: Tensor, signs: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The states of all pieces (rows, pieces, width), and their mean (rows, width)."""
        hidden = (1.0 - mask[:, None, None, :].to(words.dtype)) * -1e4
        found = words + self.encoder.places[: words.shape[1]] + self.sides(sides) + self.signs(signs)
        found = self.drop(self.encoder.norm(found))
        for layer in self.encoder.layers:
            found = self.drop(layer(found, hidden, len(words)))
        own = mask.unsqueeze(-1).to(found.dtype)
        return found, (found * own).sum(1) / own.sum(1)


class Packaged(nn.Module):
    """A reader as it is packaged: a single row, its word pieces as rows of eight bits of the model that lends them."""

    def __init__(self, reader: nn.Module, scale: float, zero: float) -> None:
        super().__init__()
        self.reader, self.scale, self.zero = reader, scale, zero

    def forward(self, words: Tensor, sides: Tensor, signs: Tensor) -> Tensor:
        """The same scores."""
        rows = (words.float() - self.zero) * self.scale
        found: Tensor = self.reader(rows, sides, signs, torch.ones_like(sides))
        return found


def inputs(model: PairEncoder, made: Sequence[PairPieces]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pairs as one batch: words, sides, signs, mask."""

    def column(part: str) -> Tensor:
        return encoder.padded([getattr(pair, part) for pair in made])

    mask = encoder.padded([[1] * len(pair.ids) for pair in made])
    return model.words(column("ids")), column("sides"), column("signs"), mask


def batches(found: Sequence[T], length: Callable[[T], int], size: int) -> list[list[T]]:
    """Pairs in a new order, those of like length together."""
    ranked = sorted(found, key=lambda row: length(row) + _JITTER * random.random())
    made = [ranked[at : at + size] for at in range(0, len(ranked), size)]
    random.shuffle(made)
    return made


class Learning:
    """Steps of learning: a rate that rises and falls, for the heads a multiple of it."""

    def __init__(self, model: nn.Module, rate: float, steps: int) -> None:
        free = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
        body = [p for name, p in free if name.startswith("encoder")]
        head = [p for name, p in free if not name.startswith("encoder")]
        groups = [{"params": body, "lr": rate}, {"params": head, "lr": _HEAD * rate}]
        self._model, self._steps = model, steps
        self._optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        self._schedule = torch.optim.lr_scheduler.OneCycleLR(
            self._optimizer, [rate, _HEAD * rate], total_steps=steps + 1, pct_start=0.1
        )

    def step(self, loss: Tensor) -> None:
        """Learns from one batch."""
        self._optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self._model.parameters(), 1.0)
        self._optimizer.step()
        if self._schedule.last_epoch < self._steps:
            self._schedule.step()


def write(model: PairEncoder, outputs: list[str], of_pieces: Sequence[str], out: Path) -> None:
    """Writes a reader for a single row; outputs `of_pieces` have a row a piece."""
    scale, zero = encoder.scale_of(LENDER)
    row = torch.ones(1, 8, dtype=torch.int64)
    given = {
        "words": torch.zeros(1, 8, WIDTH, dtype=torch.uint8),
        "sides": row * torch.tensor([0] * 4 + [1] * 4),
        "signs": row,
    }
    axes = {name: {1: "pieces"} for name in (*given, *of_pieces)}
    encoder.export_named(Packaged(model, scale, zero), given, outputs, axes, out, ("MatMul",))


def asked(prog: str, *, epochs: int, rate: float, held_out: int, layers: int) -> argparse.ArgumentParser:
    """What both trainers are told: `epochs rate held_out layers`, and where to write."""
    made = argparse.ArgumentParser(prog=prog)
    made.add_argument("--epochs", type=int, default=epochs)
    made.add_argument("--rate", type=float, default=rate)
    made.add_argument(
        "--held-out",
        type=int,
        default=held_out,
        metavar="N",
        help="leave every Nth line out and score it; 0 for none",
    )
    made.add_argument("--layers", type=int, nargs="+", default=list(range(layers)), help="of MiniLM's six")
    return made
