"""A small model over word pieces (ONNX, int8): texts in, scores out."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from dateline.model import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    Scores = NDArray[np.float32]
    """Numbers of a model, as it gives them."""

_DATA = "dateline.readers"
RECORDED = {
    "events.onnx": "1510204011fea4cf12a4611b7ad1879a66b3d9017880fb3878f70dc72672ec0e",
    "pieces.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    "scout.onnx": "ec504aee336160a20f7b43e77f596644b559ee84758a378429a5fd5a0fd38528",
    "statements.onnx": "335f1509eb0718c42106077a1bbc413216d024cfefe1bef9d99d13fc81740625",
    "words.table": "63f7e3994b451b863b7b81a6527ea1a050684e346f1aa6101f981a719c066eaf",
    "wordings.onnx": "a0dc3db626b1018bcf6ffbd1f55534ff1d093b0444c85d942ffedd3c5febd425",
}
"""SHA-256 of the packaged models and of the list of word pieces; `training/README.md` says what each is made from."""


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
        # Else it makes up a number for this machine when it is imported, and tells its makers how it is used.
        os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        model = packaged(f"{self._name}.onnx")
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def pieces(self, text: str) -> Pieces:
        """The pieces of a text."""
        ids, places = _encoded(text)
        return Pieces(ids[: self._longest], places[: self._longest])

    def scores(self, rows: Sequence[Pieces]) -> list[list[Scores]]:
        """For each output of the model an array a row.

        One row at a time: what a row gets must not depend on its neighbours, and in a batch it would, by their share in the scale of the int8 numbers.
        """
        import numpy as np

        inputs = [given.name for given in self._session.get_inputs()]
        found: list[list[Any]] = [[] for _ in self._session.get_outputs()]
        for row in rows:
            ids = np.array([row.ids], dtype=np.int64)
            given = {"ids": ids, "mask": np.ones_like(ids)} if "mask" in inputs else {"ids": ids}
            for into, scores in zip(found, self.outputs(given), strict=True):
                into.append(scores[0])
        return found

    def outputs(self, given: Mapping[str, Any]) -> list[Any]:
        """The arrays of all outputs, for arrays that are given by the names of the inputs."""
        found: list[Any] = self._session.run(
            [output.name for output in self._session.get_outputs()], dict(given)
        )
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


def packaged(name: str) -> bytes:
    """A file of a model.

    Raises:
        ModelError: it is missing, or not the one that was recorded.
    """
    try:
        content = files(_DATA).joinpath(f"data/{name}").read_bytes()
    except OSError as error:
        raise ModelError(
            f"model {name} cannot be read ({error.strerror}): reinstall dateline-news."
        ) from error
    sha256 = hashlib.sha256(content).hexdigest()
    if sha256 != RECORDED[name]:
        what = f"model {name}: it is not the recorded file (sha256 {sha256}): reinstall dateline-news."
        raise ModelError(what)
    return content


@lru_cache(maxsize=256)
def _encoded(text: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Pieces and their places; of a sentence that several models read they are asked for several times."""
    made = _tokenizer().encode(text)
    return made.ids, made.offsets


@cache
def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer

    made: Tokenizer = Tokenizer.from_str(packaged("pieces.json").decode("utf-8"))
    made.no_padding()
    made.no_truncation()
    return made
