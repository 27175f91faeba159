"""Which classes are asked for, as `data/terms.csv` lists them, and whether the server means the same by their numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from dateline.knowledge.refresh.fetch import RefreshError
from dateline.knowledge.refresh.items import Item

_PROPERTY = "property"


@dataclass(frozen=True, slots=True)
class Term:
    """A property, or a class whose items become rows of the table `use`, as offices, or outlets, of the sort `key`.

    `sitelinks` is how many Wikipedias have an article at least, of an actor that is not in the tables.
    """

    id: str
    labels: tuple[str, ...]
    use: str
    key: str
    sitelinks: int


def read_terms() -> list[Term]:
    """All terms, in the order of the table."""
    text = resources.files("dateline.knowledge.refresh").joinpath("data/terms.csv").read_text("utf-8")
    return [
        Term(row["id"], tuple(row["labels"].split("|")), row["use"], row["key"], int(row["sitelinks"] or 0))
        for row in csv.DictReader(io.StringIO(text))
    ]


def confirmed(terms: list[Term], items: Mapping[str, Item]) -> tuple[list[Term], list[str]]:
    """Classes whose number means on the server what the table says, and a line for each of the others.

    Raises:
        RefreshError: a property means something else; then nothing could be read right.
    """
    classes, lines = [], []
    for term in terms:
        item = items.get(term.id)
        names = {name.casefold() for name in item.names} if item else set()
        is_same = not names.isdisjoint(label.casefold() for label in term.labels)
        said = (
            f"{term.id} is {item.label!r} there, not {term.labels[0]!r}"
            if item
            else f"{term.id} is not there"
        )
        if term.use == _PROPERTY and not is_same:
            raise RefreshError(
                f"property {said}: this is not Wikidata, or it changed; nothing was taken from it."
            )
        if term.use != _PROPERTY and is_same:
            classes.append(term)
        elif term.use != _PROPERTY:
            lines.append(f"class {said}; its items are left out")
    return classes, lines
