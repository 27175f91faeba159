"""The layers of a small reader, plain enough for a short graph: one row at a time needs no mask, and one product gives queries, keys and values."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn

WIDTH, HEADS, INNER = 384, 12, 1536
_DEPTH = WIDTH // HEADS

Weights = dict[str, NDArray[np.float32]]


class Layer(nn.Module):
    """Attention, then two products with a bend between them; each is added to what came in."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = nn.Linear(WIDTH, 3 * WIDTH)
        self.joined = nn.Linear(WIDTH, WIDTH)
        self.wide, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))

    def forward(self, states: Tensor, hidden: Tensor | None, rows: int) -> Tensor:
        """States (rows, pieces, width); `hidden` is added to the likeness of pieces, to leave out what fills a row up."""
        parts = self.asked(states).reshape(rows, -1, 3 * HEADS, _DEPTH).transpose(1, 2)
        query, key, value = parts[:, :HEADS], parts[:, HEADS : 2 * HEADS], parts[:, 2 * HEADS :]
        alike = query @ key.transpose(2, 3)
        looks = (alike if hidden is None else alike + hidden).softmax(-1)
        seen = (looks @ value).transpose(1, 2).reshape(rows, -1, WIDTH)
        states = self.norms[0](states + self.joined(seen))
        bent = nn.functional.gelu(self.wide(states))
        result: Tensor = self.norms[1](states + self.narrow(bent))
        return result


class Encoder(nn.Module):
    """Word pieces and their places, and some layers over them."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Parameter(torch.zeros(512, WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def forward(self, ids: Tensor, mask: Tensor | None = None) -> Tensor:
        """States (rows, pieces, width); without a mask, of a single row."""
        rows = 1 if mask is None else len(ids)
        hidden = None if mask is None else (1.0 - mask[:, None, None, :].float()) * -1e4
        states = self.norm(self.words(ids) + self.places[: ids.shape[1]])
        for layer in self.layers:
            states = layer(states, hidden, rows)
        return states


def weights_of(path: Path) -> Weights:
    """The weights of a reader with six layers, by their names in its program; numbers of eight bits as what they stand for."""
    graph = onnx.load(str(path)).graph
    kept = {part.name: numpy_helper.to_array(part) for part in graph.initializer}
    found = {name: part.astype(np.float32) for name, part in kept.items() if part.dtype == np.float32}
    for name in [name for name in kept if name.endswith("_quantized")]:
        stem = name.removesuffix("_quantized")
        scale, zero = kept[f"{stem}_scale"], kept[f"{stem}_zero_point"]
        found[stem] = (kept[name].astype(np.float32) - zero.astype(np.float32)) * scale
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            found[_name_of(node.name)] = found[node.input[1].removesuffix("_quantized")].T
    return found


def _name_of(product: str) -> str:
    """The weight that a matrix product belongs to: `/heads.2/MatMul_quant` is that of `heads.2`."""
    place = product.strip("/").rsplit("/", 1)[0].replace("encoder/encoder/", "encoder.encoder.")
    return place.replace("/", ".") + ".weight"


def taken_over(weights: Weights, chosen: list[int]) -> Encoder:
    """An encoder of some of the layers of another one."""
    made = Encoder(len(chosen))
    with torch.no_grad():
        put(made.words.weight, weights["encoder.embeddings.word_embeddings.weight"])
        kind = weights["encoder.embeddings.token_type_embeddings.weight"][0]
        put(made.places, weights["encoder.embeddings.position_embeddings.weight"] + kind)
        _put_layer(made.norm, weights, "encoder.embeddings.LayerNorm")
        for layer, number in zip(made.layers, chosen, strict=True):
            at = f"encoder.encoder.layer.{number}"
            for kind in ("weight", "bias"):
                asked = [weights[f"{at}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                asked[0] = asked[0] / math.sqrt(_DEPTH)
                put(getattr(layer.asked, kind), np.concatenate(asked))
            _put_layer(layer.joined, weights, f"{at}.attention.output.dense")
            _put_layer(layer.wide, weights, f"{at}.intermediate.dense")
            _put_layer(layer.narrow, weights, f"{at}.output.dense")
            _put_layer(layer.norms[0], weights, f"{at}.attention.output.LayerNorm")
            _put_layer(layer.norms[1], weights, f"{at}.output.LayerNorm")
    return made


def _put_layer(part: nn.Module, weights: Weights, name: str) -> None:
    for kind in ("weight", "bias"):
        put(getattr(part, kind), weights[f"{name}.{kind}"])


def put(into: Tensor, numbers: NDArray[np.float32]) -> None:
    """Overwrites a weight."""
    into.copy_(torch.tensor(np.ascontiguousarray(numbers)))
