"""The sets, one module each: `NAME`, the data files it reads (`FILES`), and `measure(bench) -> SetResult`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from evaluation.bench import Bench
from evaluation.cases import SetResult
from evaluation.sets import (
    actors,
    acts,
    aeb,
    basil,
    cameo_ner,
    confidence,
    contexts,
    copies,
    dumps,
    ecb,
    ecb_events,
    german,
    html,
    long_pairs,
    metadata,
    names,
    organisations,
    pairs,
    petr,
    plv,
    polnear,
    practice,
    seeds,
    stream,
    uw,
)


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """A set by name, with the files that its numbers depend on, relative to the data folder."""

    name: str
    files: tuple[str, ...]
    measure: Callable[[Bench], SetResult]


SETS: dict[str, LabelledSet] = {
    module.NAME: LabelledSet(module.NAME, module.FILES, module.measure)
    for module in (
        seeds,
        dumps,
        aeb,
        html,
        metadata,
        names,
        organisations,
        actors,
        polnear,
        german,
        plv,
        acts,
        confidence,
        contexts,
        uw,
        cameo_ner,
        petr,
        basil,
        ecb,
        ecb_events,
        stream,
        copies,
        pairs,
        practice,
        long_pairs,
    )
}
"""In the order of the table: the page, its statements, its events, its story."""
