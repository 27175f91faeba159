"""The confidence of an event from its signs: the share of judged events with such signs that were right."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from dateline.events.confidence import EventSigns
from dateline.model import ModelError

FILE = "confidence.json"
RECORDED = "c745dd679efa657011e6a50c1b3248a03567cd103d54c61fd8fdf6d86be42189"
"""SHA-256 of the packaged weights; `training/confidence.py` makes them."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic curve over signs."""

    intercept: float
    signs: Mapping[str, float]

    def share(self, values: Mapping[str, float]) -> float:
        """The share of right events with these signs; one that is not there counts as nought."""
        total = self.intercept + sum(weight * values.get(name, 0.0) for name, weight in self.signs.items())
        return 1 / (1 + exp(-total))


def calibrated(signs: EventSigns) -> float:
    """The share of events with such signs that were right, to two places.

    Raises:
        ModelError: the packaged weights are not those that were recorded.
    """
    return round(_weights()["read" if signs.is_read else "rules"].share(signs.values), 2)


@cache
def _weights() -> Mapping[str, Weights]:
    content = files("dateline.events").joinpath("data", FILE).read_bytes()
    if hashlib.sha256(content).hexdigest() != RECORDED:
        raise ModelError(f"{FILE} is not the file that Dateline was released with; install Dateline again.")
    return {name: Weights(row["intercept"], row["signs"]) for name, row in json.loads(content).items()}
