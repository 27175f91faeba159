"""Pupils of the readers: fewer layers, taught by what the packaged readers say of our own examples and of sentences cut from these.

`python -m training.pupils statements --out FILE` (or `events`) writes one. None is packaged so far: see `docs/decisions/0049-smaller-readers.md`.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from training import encoder
from training.layers import WIDTH, Weights, put, taken_over, weights_of
from training.pupil_texts import ROWS, texts, varied

TEACHERS = Path(__file__).parents[1] / "src" / "dateline" / "readers" / "data"


@dataclass(frozen=True)
class Lesson:
    """What is learnt: the model's outputs, the layers (by their name in the teacher) that give each of them, how their numbers are parted into
    shares of one, the most pieces that are read, and which of the teacher's six layers the pupil begins with."""

    outputs: tuple[str, ...]
    heads: tuple[str, ...]
    parts: tuple[tuple[int, ...], ...]
    longest: int
    layers: tuple[int, ...]


LESSONS = {
    "statements": Lesson(("scores",), ("head",), ((3, 3, 3),), 256, (0, 1, 3, 5)),
    "events": Lesson(
        ("roots", "statuses", "word_roots", "word_statuses"),
        ("heads.0", "heads.1", "heads.2", "heads.3"),
        ((17,), (4,), (17,), (4,)),
        128,
        (0, 1, 3, 5),
    ),
}
_WHOLE = ("roots", "statuses")
"""Outputs that are of the row as a whole: they go by the mean of its pieces."""


class Reader(nn.Module):
    """An encoder, and a layer for each output."""

    def __init__(self, lesson: Lesson, weights: Weights, chosen: list[int]) -> None:
        super().__init__()
        self.lesson, self.encoder = lesson, taken_over(weights, chosen)
        self.heads = nn.ModuleList(nn.Linear(WIDTH, sum(parts)) for parts in lesson.parts)
        with torch.no_grad():
            for head, name in zip(self.heads, lesson.heads, strict=True):
                put(head.weight, weights[f"{name}.weight"])
                put(head.bias, weights[f"{name}.bias"])

    def told(self, states: Tensor, mask: Tensor | None) -> list[Tensor]:
        """Scores of each output: a row for each sentence, or a row for each piece of it."""
        shares = None if mask is None else mask.unsqueeze(-1).to(states.dtype)
        mean = states.mean(1) if shares is None else (states * shares).sum(1) / shares.sum(1)
        return [
            head(mean if name in _WHOLE else states)
            for head, name in zip(self.heads, self.lesson.outputs, strict=True)
        ]

    def forward(self, ids: Tensor) -> tuple[Tensor, ...]:
        """Scores for a single row of pieces."""
        return tuple(self.told(self.encoder(ids), None))


def loss_of(pupil: Reader, teacher: Reader, rows: list[list[int]]) -> Tensor:
    """How far the pupil is from its teacher: in the shares that they give, and in the states behind these."""
    ids, mask = encoder.padded(rows), encoder.padded([[1] * len(row) for row in rows])
    with torch.autocast("cpu", torch.bfloat16):
        with torch.no_grad():
            wanted_states = teacher.encoder(ids, mask)
        states = pupil.encoder(ids, mask)
    wanted_states, states = wanted_states.float(), states.float()
    seen = mask.bool()
    loss = (states - wanted_states)[seen].square().mean()
    with torch.no_grad():
        wanted = teacher.told(wanted_states, mask)
    lesson = pupil.lesson
    for name, parts, said, right in zip(
        lesson.outputs, lesson.parts, pupil.told(states, mask), wanted, strict=True
    ):
        kept = slice(None) if name in _WHOLE else seen
        for apart in _apart(said[kept], right[kept], parts):
            loss = loss + apart
    return loss


def _apart(said: Tensor, right: Tensor, parts: tuple[int, ...]) -> Iterator[Tensor]:
    """How far two readers' shares are apart, for each part of the scores: a part is of one question."""
    for a, b in zip(said.split(parts, -1), right.split(parts, -1), strict=True):
        yield nn.functional.kl_div(
            a.log_softmax(-1), b.log_softmax(-1), log_target=True, reduction="batchmean"
        )


def batches(pieces: Tokenizer, found: list[str]) -> Iterator[list[list[int]]]:
    """All texts, some of them varied, in a new order, those of like length together."""
    rows = [encoding.ids for encoding in pieces.encode_batch(varied(found))]
    ranked = sorted(rows, key=lambda row: len(row) + 6 * random.random())
    made = [ranked[at : at + ROWS] for at in range(0, len(ranked), ROWS)]
    random.shuffle(made)
    yield from made


def train(
    pupil: Reader, teacher: Reader, pieces: Tokenizer, found: list[str], epochs: int, rate: float
) -> None:
    """Fits the pupil; it keeps its teacher's word pieces as they are."""
    pupil.encoder.words.weight.requires_grad_(False)
    optimizer = torch.optim.AdamW((p for p in pupil.parameters() if p.requires_grad), rate, weight_decay=0.01)
    steps = epochs * -(-len(found) // ROWS)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=max(1, steps), pct_start=0.1)
    pupil.train()
    teacher.eval()
    for epoch in range(epochs):
        told = 0.0
        for batch in batches(pieces, found):
            loss = loss_of(pupil, teacher, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(pupil.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            told += loss.item() * len(batch)
        print(f"epoch {epoch + 1} of {epochs}: loss {told / len(found):.4f}", flush=True)


def main() -> None:
    """Teaches a pupil and writes it."""
    asked = argparse.ArgumentParser(prog="python -m training.pupils")
    asked.add_argument("reader", choices=list(LESSONS))
    asked.add_argument("--epochs", type=int, default=4)
    asked.add_argument("--rate", type=float, default=5e-4)
    asked.add_argument("--layers", type=int, nargs="+", help="of the teacher's six")
    asked.add_argument("--out", type=Path, required=True, help="where the pupil is written")
    given = asked.parse_args()
    encoder.be_deterministic()
    torch.set_num_threads(1)
    lesson, weights = LESSONS[given.reader], weights_of(TEACHERS / f"{given.reader}.onnx")
    teacher = Reader(lesson, weights, list(range(6)))
    pupil = Reader(lesson, weights, given.layers or list(lesson.layers))
    train(pupil, teacher, encoder.tokenizer(lesson.longest), texts(given.reader), given.epochs, given.rate)
    encoder.export_row(pupil, list(lesson.outputs), given.out)


if __name__ == "__main__":
    main()
