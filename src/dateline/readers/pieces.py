"""A small model over word pieces (ONNX, int8): texts in, scores out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    Scores = NDArray[np.float32]
    """Numbers of a model, as it gives them."""

_DATA = "dateline.readers"


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text's pieces: their numbers, and where they stand in it (empty for signs that are not of the text)."""

    ids: list[int]
    places: list[tuple[int, int]]


class PieceModel:
    """A packaged model, on one thread: the same text gives the same scores whatever else is read."""

    def __init__(self, name: str, longest: int) -> None:
        """`name` is the file in `data/` without its ending; a text is cut off after `longest` pieces. Loaded when first used."""
        self._name, self._longest = name, longest

    @cached_property
    def _session(self) -> InferenceSession:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        with as_file(files(_DATA).joinpath(f"data/{self._name}.onnx")) as path:
            return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def pieces(self, text: str) -> Pieces:
        """The pieces of a text."""
        made = _tokenizer().encode(text)
        return Pieces(made.ids[: self._longest], [(a, b) for a, b in made.offsets[: self._longest]])

    def scores(self, rows: Sequence[Pieces]) -> list[list[Scores]]:
        """For each output of the model an array a row.

        One row at a time: what a row gets must not depend on its neighbours, and in a batch it would, by their share in the scale of the int8 numbers.
        """
        import numpy as np

        outputs = [output.name for output in self._session.get_outputs()]
        found: list[list[Any]] = [[] for _ in outputs]
        for row in rows:
            ids = np.array([row.ids], dtype=np.int64)
            for into, scores in zip(
                found, self._session.run(outputs, {"ids": ids, "mask": np.ones_like(ids)}), strict=True
            ):
                into.append(scores[0])
        return found


def model_hashes() -> dict[str, str]:
    """SHA-256 of each packaged model, by the name of what it reads."""
    models = (part for part in files(_DATA).joinpath("data").iterdir() if part.name.endswith(".onnx"))
    return {
        part.name.removesuffix(".onnx"): hashlib.sha256(part.read_bytes()).hexdigest()
        for part in sorted(models, key=lambda part: part.name)
    }


def shares(scores: Scores) -> Scores:
    """Scores of the last axis as shares of one."""
    import numpy as np

    raised = np.exp(scores - scores.max(-1, keepdims=True))
    result: Scores = raised / raised.sum(-1, keepdims=True)
    return result


@cache
def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer

    made: Tokenizer = Tokenizer.from_str(files(_DATA).joinpath("data/pieces.json").read_text("utf-8"))
    made.no_padding()
    made.no_truncation()
    return made
