"""Words that say whether an act took place, from two tables."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from dateline.model import Status


@cache
def status_words() -> dict[tuple[str, str], Status]:
    """(lemma, `v` `n` `a` or `r`) -> what it does to an act that hangs on it."""
    return {(row["lemma"], row["pos"]): Status(row["class"]) for row in _rows("status.csv")}


@cache
def verbs_that_deny() -> frozenset[str]:
    """Verbs whose object did not take place: cancel, call off, avert, prevent."""
    return frozenset(
        lemma for (lemma, pos), status in status_words().items() if pos == "v" and status == Status.DENIED
    )


@cache
def verb_set(name: str) -> frozenset[str]:
    """Lemmas of one kind of verb.

    `about_acts`: their object is an act that they tell nothing of ("discussed the raid"). `moving`: what they go for lies ahead.
    `said`: done in words, so at once ("wrote to thank them"). `realised`: an infinitive after them is done ("managed to leave"). `taking_place`: their subject takes place.
    """
    return frozenset(row["lemma"] for row in _rows("status_verbs.csv") if row["set"] == name)


def _rows(table: str) -> list[dict[str, str]]:
    text = files("dateline.events").joinpath(f"data/{table}").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))
