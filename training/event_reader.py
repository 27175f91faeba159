"""The reader of event clauses: which PLOVER root a sentence reports between two actors, if any, and its status.

`python -m training.event_reader` writes the model; `--held-out 5` leaves every fifth example out and prints how well they are read.
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

FOLDER = Path(__file__).parent / "events"
MODEL = Path(__file__).parents[1] / "src" / "dateline" / "readers" / "data" / "events.onnx"
ROOTS = (
    "NONE AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
STATUSES = ("happened", "planned", "denied", "hypothetical")
LONGEST = 128
_NO_STATUS = -100
_SWAPPED = frozenset(("CONSULT", "AGREE", "COOPERATE"))
_SMOOTHING = 0.1


@dataclass(frozen=True)
class Example:
    """A sentence with the words of its actors replaced, with and without a sign around its trigger."""

    plain: list[int]
    pointed: list[int]
    root: int
    status: int


class Reader(nn.Module):
    """The encoder, the mean of its states, and a layer for each question."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = encoder.load()
        self.drop = nn.Dropout(0.1)
        self.root = nn.Linear(384, len(ROOTS))
        self.status = nn.Linear(384, len(STATUSES))

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of roots and of statuses, a row for each sentence."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        shares = mask.unsqueeze(-1).to(states.dtype)
        mean = self.drop((states * shares).sum(1) / shares.sum(1))
        return self.root(mean), self.status(mean)


def masked(text: str, marks: list[Marked], *, with_trigger: bool, swapped: bool = False) -> str:
    """The sentence with "source" and "target" for its actors, and "*" around its trigger when asked for.

    An actor marked twice is replaced twice; a mark inside another one is left to it.
    """
    words = {"s": "target", "t": "source"} if swapped else {"s": "source", "t": "target"}
    made, at = "", 0
    for mark in marks:
        if mark.start < at:
            continue
        made += text[at : mark.start]
        if mark.kind in words:
            made += words[mark.kind]
        else:
            made += f"* {text[mark.start : mark.end]} *" if with_trigger else text[mark.start : mark.end]
        at = mark.end
    return made + text[at:]


def examples(pieces: Tokenizer) -> list[Example]:
    """All annotated sentences; mutual acts once more with their sides changed."""
    found = []
    for line in lines_of(FOLDER):
        code, status, marked_text = line.split("\t")
        root = code.partition("/")[0]
        text, marks = read_markup(marked_text)
        for swapped in (False, True) if root in _SWAPPED and "/visit" not in code else (False,):
            plain, pointed = (
                pieces.encode(masked(text, marks, with_trigger=with_trigger, swapped=swapped)).ids
                for with_trigger in (False, True)
            )
            is_act = root != "NONE"
            found.append(
                Example(plain, pointed, ROOTS.index(root), STATUSES.index(status) if is_act else _NO_STATUS)
            )
    return found


def train(found: list[Example], epochs: int, rate: float, rows: int = 16) -> Reader:
    """Fits the reader; every sentence stands there with its trigger shown half of the time."""
    model = Reader()
    model.train()
    steps = epochs * -(-len(found) // rows)
    groups = [
        {"params": model.encoder.parameters(), "lr": rate},
        {"params": [*model.root.parameters(), *model.status.parameters()], "lr": 2e-3},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, [rate, 2e-3], total_steps=steps, pct_start=0.1)
    for epoch in range(epochs):
        told, order = 0.0, random.sample(found, len(found))
        for at in range(0, len(order), rows):
            batch = order[at : at + rows]
            loss = loss_of(model, batch, [random.random() < 0.5 for _ in batch])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            told += loss.item() * len(batch)
        print(f"epoch {epoch + 1} of {epochs}: loss {told / len(found):.3f}", flush=True)
    return model


def loss_of(model: Reader, batch: list[Example], pointed: list[bool]) -> Tensor:
    """Cross-entropy of roots and statuses."""
    rows = [e.pointed if show else e.plain for e, show in zip(batch, pointed, strict=True)]
    roots, statuses = model(encoder.padded(rows), encoder.padded([[1] * len(row) for row in rows]))
    wanted, status = torch.tensor([e.root for e in batch]), torch.tensor([e.status for e in batch])
    loss = nn.functional.cross_entropy(roots, wanted, label_smoothing=_SMOOTHING)
    if (status != _NO_STATUS).any():
        loss = loss + nn.functional.cross_entropy(
            statuses, status, ignore_index=_NO_STATUS, label_smoothing=_SMOOTHING
        )
    return loss


def check(model: Reader, held: list[Example]) -> None:
    """Prints accuracies on examples that were left out."""
    model.eval()
    for name in ("plain", "pointed"):
        hits = known = right = 0
        with torch.no_grad():
            for example in held:
                ids = torch.tensor([getattr(example, name)])
                root, status = model(ids, torch.ones_like(ids))
                hits += int(root.argmax()) == example.root
                if example.status != _NO_STATUS:
                    known += 1
                    right += int(status.argmax()) == example.status
        print(f"{name}: root {hits / len(held):.3f}, status {right / max(1, known):.3f}")


def main() -> None:
    """Trains, checks on what was left out, and writes the model."""
    given = encoder.arguments("python -m training.event_reader", epochs=6, held_out=10, out=MODEL)
    encoder.be_deterministic()
    learnt, held = encoder.parted(examples(encoder.tokenizer(LONGEST)), given.held_out)
    model = train(learnt, given.epochs, given.rate)
    if held:
        check(model, held)
    encoder.export(model, ["roots", "statuses"], given.out)


if __name__ == "__main__":
    main()
