"""The reader of events: which PLOVER root a sentence reports between two actors, which one each of its words bears, and its status.

`python -m training.event_reader` writes the model; `--held-out 5` leaves every fifth example out and prints how well they are read.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Encoding, Tokenizer
from torch import Tensor, nn

from dateline.events import trigger_words
from dateline.ontology import Ontology
from training import encoder
from training.markup import Marked, lines_of, read_markup

FOLDER = Path(__file__).parent / "events"
MODEL = Path(__file__).parents[1] / "src" / "dateline" / "readers" / "data" / "events.onnx"
ROOTS = (
    "NONE AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
STATUSES = ("happened", "planned", "denied", "hypothetical")
OUTPUTS = ["roots", "statuses", "word_roots", "word_statuses"]
LONGEST = 128
_UNKNOWN = -100
_SWAPPED = frozenset(("CONSULT", "AGREE", "COOPERATE"))
_SMOOTHING = 0.1
_WORD = re.compile(r"[^\W\d_]{4,}")
_IDLE = 4
"""Words without an act that a sentence teaches each time it comes."""
_POOL = 64
"""Batches that are cut from sentences sorted by length, so that little is padded."""
_SHARE_MASKED = 0.55
"""Of the sentences in a batch, those whose actors are masked; only they teach what the whole sentence reports."""


@dataclass(frozen=True)
class Row:
    """Pieces, and for some of them (by place) the root that the word bears, that of the trigger first; and words that bear none, since no
    frame has them."""

    ids: list[int]
    words: list[tuple[int, int]]
    idle: list[int]


@dataclass(frozen=True)
class Example:
    """A sentence with "source" and "target" for its actors, and as it stands; its root and status."""

    masked: Row
    plain: Row
    root: int
    status: int
    has_trigger: bool


class Reader(nn.Module):
    """The encoder; the mean of its states and each state, with layers for root and status of either."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = encoder.load()
        self.drop = nn.Dropout(0.1)
        self.heads = nn.ModuleList(nn.Linear(384, size) for size in (len(ROOTS), len(STATUSES)) * 2)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Scores of roots and of statuses: a row for each sentence, then a row for each piece of it."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        shares = mask.unsqueeze(-1).to(states.dtype)
        mean = self.drop((states * shares).sum(1) / shares.sum(1))
        states = self.drop(states)
        root, status, word_root, word_status = self.heads
        return root(mean), status(mean), word_root(states), word_status(states)


def masked(text: str, marks: list[Marked], *, swapped: bool = False) -> tuple[str, int | None]:
    """The sentence with "source" and "target" for its actors, and where its trigger begins there.

    An actor marked twice is replaced twice; a mark inside another one is left to it.
    """
    words = {"s": "target", "t": "source"} if swapped else {"s": "source", "t": "target"}
    made, at, trigger = "", 0, None
    for mark in marks:
        if mark.start < at:
            continue
        made += text[at : mark.start]
        if mark.kind not in words:
            trigger = len(made)
        made += words.get(mark.kind, text[mark.start : mark.end])
        at = mark.end
    return made + text[at:], trigger


def examples(pieces: Tokenizer) -> list[Example]:
    """All annotated sentences; mutual acts once more with their sides changed."""
    found = []
    for line in lines_of(FOLDER):
        code, status, marked_text = line.split("\t")
        root = code.partition("/")[0]
        text, marks = read_markup(marked_text)
        number = ROOTS.index(root)
        plain = _plain_row(text, pieces.encode(text), marks, number)
        for swapped in (False, True) if root in _SWAPPED and "/visit" not in code else (False,):
            hidden, trigger = masked(text, marks, swapped=swapped)
            encoding = pieces.encode(hidden)
            words = [] if trigger is None else [(_piece_at(encoding, trigger), number)]
            found.append(
                Example(
                    Row(encoding.ids, [(at, is_of) for at, is_of in words if at], []),
                    plain,
                    number,
                    STATUSES.index(status) if number else _UNKNOWN,
                    trigger is not None,
                )
            )
    return found


def _plain_row(text: str, encoding: Encoding, marks: list[Marked], root: int) -> Row:
    """The words that are known to bear an act or none: the trigger, the actors, words that no frame has, and all of a sentence in which
    nothing is done."""
    triggers = [m for m in marks if m.kind == "e"]
    words = [(at, root) for m in triggers if (at := _piece_at(encoding, m.start))]
    inner = [m for m in marks if m.kind != "e" and not any(m.start <= e.start < m.end for e in triggers)]
    words += [(at, 0) for m in inner if (at := _piece_at(encoding, m.start))]
    is_empty = not root and not triggers
    known = {at for at, _ in words}
    idle = [
        at
        for match in _WORD.finditer(text)
        if (is_empty or match[0].lower() not in trigger_words(Ontology.packaged()))
        and not any(m.start <= match.start() < m.end for m in triggers)
        and (at := _piece_at(encoding, match.start())) not in known
        and at
    ]
    return Row(encoding.ids, words, idle)


def _piece_at(encoding: Encoding, offset: int) -> int:
    """The number of the piece that covers a place; 0, which is no word, where the sentence was cut off before."""
    return next((i for i, (a, b) in enumerate(encoding.offsets) if a <= offset < b), 0)


def train(found: list[Example], epochs: int, rate: float, rows: int = 16) -> Reader:
    """Fits the reader; each time a sentence comes its actors are masked or not, by chance."""
    model = Reader()
    model.train()
    steps = epochs * -(-len(found) // rows)
    groups = [
        {"params": model.encoder.parameters(), "lr": rate},
        {"params": model.heads.parameters(), "lr": 2e-3},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, [rate, 2e-3], total_steps=steps, pct_start=0.1)
    for epoch in range(epochs):
        told = 0.0
        for batch in batches(found, rows):
            loss = loss_of(model, batch, [random.random() < _SHARE_MASKED for _ in batch])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            told += loss.item() * len(batch)
        print(f"epoch {epoch + 1} of {epochs}: loss {told / len(found):.3f}", flush=True)
    return model


def batches(found: list[Example], rows: int) -> list[list[Example]]:
    """All sentences once, in batches of like length that come in any order."""
    order, made = random.sample(found, len(found)), []
    for at in range(0, len(order), rows * _POOL):
        pool = sorted(order[at : at + rows * _POOL], key=lambda e: len(e.plain.ids))
        made += [pool[i : i + rows] for i in range(0, len(pool), rows)]
    return random.sample(made, len(made))


def loss_of(model: Reader, batch: list[Example], are_masked: list[bool]) -> Tensor:
    """Cross-entropy of roots and statuses: of whole sentences where the actors are masked, of known words in all."""
    rows = [e.masked if hide else e.plain for e, hide in zip(batch, are_masked, strict=True)]
    ids, mask = encoder.padded([r.ids for r in rows]), encoder.padded([[1] * len(r.ids) for r in rows])
    roots, statuses, word_roots, word_statuses = model(ids, mask)
    hidden = torch.tensor([i for i, hide in enumerate(are_masked) if hide], dtype=torch.long)
    root, status = torch.tensor([e.root for e in batch]), torch.tensor([e.status for e in batch])
    words = [(i, at, is_of) for i, row in enumerate(rows) for at, is_of in row.words]
    words += [
        (i, at, 0) for i, row in enumerate(rows) for at in random.sample(row.idle, min(_IDLE, len(row.idle)))
    ]
    triggers = [(i, row.words[0][0]) for i, row in enumerate(rows) if batch[i].has_trigger and row.words]
    loss = _cross_entropy(roots[hidden], root[hidden]) + _cross_entropy(statuses[hidden], status[hidden])
    if words:
        i, at, is_of = (torch.tensor(column) for column in zip(*words, strict=True))
        loss = loss + _cross_entropy(word_roots[i, at], is_of)
    if triggers:
        i, at = (torch.tensor(column) for column in zip(*triggers, strict=True))
        loss = loss + _cross_entropy(word_statuses[i, at], status[i])
    return loss


def _cross_entropy(scores: Tensor, wanted: Tensor) -> Tensor:
    if not (wanted != _UNKNOWN).any():
        return scores.sum() * 0
    return nn.functional.cross_entropy(scores, wanted, ignore_index=_UNKNOWN, label_smoothing=_SMOOTHING)


def check(model: Reader, held: list[Example]) -> None:
    """Prints accuracies on examples that were left out: of masked sentences, and of their triggers where nothing is masked."""
    model.eval()
    sentences, triggers = [], []
    with torch.no_grad():
        for e in held:
            root, status, _, _ = (t[0] for t in _scores(model, e.masked))
            sentences.append(_hits(e, root, status))
            if e.has_trigger and e.plain.words:
                _, _, roots, statuses = (t[0] for t in _scores(model, e.plain))
                at = e.plain.words[0][0]
                triggers.append(_hits(e, roots[at], statuses[at]))
    for name, hits in (("sentences", sentences), ("triggers", triggers)):
        known = [right for _, right in hits if right is not None]
        print(
            f"{name}: root {sum(r for r, _ in hits) / len(hits):.3f}, status {sum(known) / max(1, len(known)):.3f}"
        )


def _scores(model: Reader, row: Row) -> tuple[Tensor, ...]:
    ids = torch.tensor([row.ids])
    found: tuple[Tensor, ...] = model(ids, torch.ones_like(ids))
    return found


def _hits(example: Example, root: Tensor, status: Tensor) -> tuple[bool, bool | None]:
    is_status = int(status.argmax()) == example.status if example.status != _UNKNOWN else None
    return int(root.argmax()) == example.root, is_status


def main() -> None:
    """Trains, checks on what was left out, and writes the model."""
    given = encoder.arguments("python -m training.event_reader", epochs=4, held_out=10, out=MODEL)
    encoder.be_deterministic()
    learnt, held = encoder.parted(examples(encoder.tokenizer(LONGEST)), given.held_out)
    model = train(learnt, given.epochs, given.rate)
    if held:
        check(model, held)
    encoder.export(model, OUTPUTS, given.out)


if __name__ == "__main__":
    main()
