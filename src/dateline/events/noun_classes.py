"""Classes of nouns that conditions of frames may name: `@money`, `@relief`, `@troops`."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def noun_classes() -> Mapping[str, frozenset[str]]:
    """The lemmas of each class, by its name with `@`."""
    text = files("dateline.events").joinpath("data/noun_classes.csv").read_text("utf-8")
    return {f"@{row['class']}": frozenset(row["lemmas"].split()) for row in csv.DictReader(text.splitlines())}


def spelled_out(value: str) -> frozenset[str]:
    """What a value of a condition stands for: the lemmas of a class of nouns, else itself."""
    return noun_classes().get(value, frozenset([value]))
