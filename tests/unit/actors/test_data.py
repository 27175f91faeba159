"""The tables of words beside the code."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

TABLES = {
    "roles.csv": ("words", {"title", "body", "people", "person", "property", "honorific"}, "scope"),
    "given_names.csv": ("name", {"female", "male"}, "gender"),
    "gender_words.csv": ("word", {"female", "male"}, "gender"),
    "kind_words.csv": (
        "word",
        {"initiative", "organisation", "company", "place", "outlet", "party", "person"},
        "kind",
    ),
    "spelled_out.csv": ("short", None, "long"),
}


@pytest.mark.parametrize("file", TABLES)
def test_keys_are_unique_and_values_known(file: str) -> None:
    key, allowed, column = TABLES[file]
    rows = list(
        csv.DictReader(files("dateline.actors").joinpath(f"data/{file}").read_text("utf-8").splitlines())
    )
    keys = [row[key] for row in rows]
    assert len(keys) == len(set(keys)), sorted(k for k in keys if keys.count(k) > 1)
    assert all(row[column] for row in rows)
    assert allowed is None or {row[column] for row in rows} <= allowed


def test_name_words_are_unique_in_their_sort() -> None:
    table = files("dateline.actors").joinpath("data/name_words.csv").read_text("utf-8").splitlines()
    rows = [(row["word"], row["sort"]) for row in csv.DictReader(table)]
    assert len(rows) == len(set(rows))
    assert all(word == word.lower() for word, _ in rows)
