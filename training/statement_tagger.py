"""The tagger of statements: for each word piece whether it begins or goes on with what is said, who says it, and the cue.

`python -m training.statement_tagger` writes the model; `--held-out 5` leaves every fifth example out and prints how well they are found.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from training import encoder
from training.markup import Marked, lines_of, read_markup

FOLDER = Path(__file__).parent / "statements"
MODEL = Path(__file__).parents[1] / "src" / "dateline" / "readers" / "data" / "statements.onnx"
KINDS = "wsc"
OUTSIDE, BEGINS, GOES_ON = 0, 1, 2
LONGEST = 256
_NO_PIECE = -100
STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True)
class Example:
    """Word pieces of a paragraph, and for each kind of `KINDS` their labels."""

    ids: list[int]
    labels: list[list[int]]


class Tagger(nn.Module):
    """The encoder and one layer over its word pieces."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = encoder.load()
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(384, 3 * len(KINDS))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Scores (rows, pieces, 3 labels of each kind)."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        scores: Tensor = self.head(self.drop(states))
        return scores


def example_of(text: str, marks: list[Marked], pieces: Tokenizer) -> Example:
    """Labels of a paragraph's pieces; of what lies inside something of its kind the outer one counts."""
    made = pieces.encode(text)
    labels = []
    for kind in KINDS:
        row = [_NO_PIECE if not end else OUTSIDE for _, end in made.offsets]
        taken: set[int] = set()
        for mark in (m for m in marks if m.kind == kind):
            inside = [
                i
                for i, (start, end) in enumerate(made.offsets)
                if end and start >= mark.start and end <= mark.end
            ]
            if inside and taken.isdisjoint(inside):
                row[inside[0]] = BEGINS
                for i in inside[1:]:
                    row[i] = GOES_ON
                taken.update(inside)
        labels.append(row)
    return Example(made.ids, labels)


def examples(pieces: Tokenizer) -> list[Example]:
    """All annotated paragraphs; every second one with curly marks has them straight."""
    found = []
    for number, line in enumerate(lines_of(FOLDER)):
        text, marks = read_markup(line)
        found.append(example_of(text.translate(STRAIGHT) if number % 2 else text, marks, pieces))
    return found


def batches(found: list[Example], rows: int) -> list[list[Example]]:
    """The examples in a new order, those of like length together."""
    order = random.sample(found, len(found))
    pools = (order[at : at + 40 * rows] for at in range(0, len(order), 40 * rows))
    made = []
    for pool in pools:
        ranked = sorted(pool, key=lambda example: len(example.ids))
        made += [ranked[at : at + rows] for at in range(0, len(ranked), rows)]
    random.shuffle(made)
    return made


def train(found: list[Example], epochs: int, rate: float, rows: int = 16) -> Tagger:
    """Fits the tagger."""
    model = Tagger()
    model.train()
    steps = epochs * len(batches(found, rows))
    groups = [
        {"params": model.encoder.parameters(), "lr": rate},
        {"params": model.head.parameters(), "lr": 1e-3},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, [rate, 1e-3], total_steps=steps, pct_start=0.1)
    for epoch in range(epochs):
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


def loss_of(model: Tagger, batch: list[Example]) -> Tensor:
    """Cross-entropy of the labels of all kinds."""
    ids, mask = encoder.padded([e.ids for e in batch]), encoder.padded([[1] * len(e.ids) for e in batch])
    scores = model(ids, mask)
    losses = [
        nn.functional.cross_entropy(
            scores[..., 3 * k : 3 * k + 3].reshape(-1, 3),
            encoder.padded([e.labels[k] for e in batch], _NO_PIECE).reshape(-1),
            ignore_index=_NO_PIECE,
        )
        for k in range(len(KINDS))
    ]
    return torch.stack(losses).sum()


def check(model: Tagger, held: list[Example]) -> None:
    """Prints F1 of the pieces of each kind on examples that were left out."""
    model.eval()
    with torch.no_grad():
        for k, kind in enumerate(KINDS):
            hits = said = gold = 0
            for example in held:
                scores = model(
                    torch.tensor([example.ids]), torch.ones(1, len(example.ids), dtype=torch.int64)
                )
                for found, label in zip(
                    scores[0, :, 3 * k : 3 * k + 3].argmax(-1).tolist(), example.labels[k], strict=True
                ):
                    if label != _NO_PIECE:
                        hits += found > 0 and label > 0
                        said += found > 0
                        gold += label > 0
            print(f"{kind}: F1 of pieces {2 * hits / max(1, said + gold):.3f}")


def main() -> None:
    """Trains, checks on what was left out, and writes the model."""
    given = encoder.arguments("python -m training.statement_tagger", epochs=4, held_out=8, out=MODEL)
    encoder.be_deterministic()
    learnt, held = encoder.parted(examples(encoder.tokenizer(LONGEST)), given.held_out)
    model = train(learnt, given.epochs, given.rate)
    if held:
        check(model, held)
    encoder.export(model, ["scores"], given.out)


if __name__ == "__main__":
    main()
