"""Verbs that add little to the noun that they govern: "hold talks", "pay a visit", "file charges"."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from dateline.events.status_words import status_words
from dateline.model import Status

_OF_OTHERS = frozenset(
    "oppose reject forbid prohibit fear worry warn predict forecast require allow demand urge ask await confirm expect suggest".split()
)


@cache
def light_verbs() -> frozenset[tuple[str, str]]:
    """(lemma, `object` or `phrase`): the noun is the verb's object, or stands in a phrase after it."""
    return frozenset((row["lemma"], row["relation"]) for row in _rows())


@cache
def sharing_verbs() -> frozenset[str]:
    """Lemmas of light verbs whose status is the noun's: talks that will be held lie ahead, talks that will end do not."""
    return frozenset(row["lemma"] for row in _rows() if row["status"] == "shared")


@cache
def lending_verbs() -> frozenset[str]:
    """Verbs of planning, weighing and putting off, whose subject is the noun's too: "delays tariffs", "weighs sanctions"."""
    ahead = (Status.PLANNED, Status.HYPOTHETICAL)
    found = {lemma for (lemma, pos), status in status_words().items() if pos == "v" and status in ahead}
    return frozenset(found - _OF_OTHERS)


def _rows() -> list[dict[str, str]]:
    table = files("dateline.events").joinpath("data/light_verbs.csv").read_text("utf-8")
    return list(csv.DictReader(table.splitlines()))
