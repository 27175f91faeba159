"""`docs/evaluation.md`: what is kept, for people, and nothing else."""

import json
from pathlib import Path

from evaluation.capabilities import load_capabilities
from evaluation.floors import Floors
from evaluation.headlines import README
from evaluation.page import PAGE, page, page_of_kept, readme_of_kept
from evaluation.peers import Part, Peer
from evaluation.sets import SETS
from evaluation.summary import Entry, write_summary

PEERS = {"plv.root": [Peer("plv.root", 0.5, "Another", Part.OTHER)]}
FLOORS = Floors(fast={"plv.root": 0.6}, full={"plv.root": 0.7})


def made(date: str, value: float) -> Entry:
    peer = Peer("plv.root", 0.6, "One of this run", Part.SAME)
    return Entry(
        date,
        1200,
        0,
        "d" * 16,
        "r" * 16,
        "c" * 16,
        "model 1",
        {"spacy": "3.8"},
        {"plv.root": value},
        {},
        (peer,),
    )


def written(path: Path) -> str:
    return page(json.loads(path.read_text("utf-8")), PEERS, FLOORS, load_capabilities())


def test_the_page_that_is_kept_is_that_of_the_kept_numbers() -> None:
    assert PAGE.read_text("utf-8") == page_of_kept(), "make evaluate writes docs/evaluation.md"


def test_the_numbers_of_the_readme_are_the_kept_ones() -> None:
    text = README.read_text("utf-8")
    assert text == readme_of_kept(), "make evaluate writes the numbers of the README"
    assert text.count("--only acts") == 1 and "unread" not in text.partition("<!-- numbers")[0]


def test_every_set_has_its_words() -> None:
    assert list(load_capabilities()) == list(SETS)


def test_a_number_stands_beside_its_floor_and_the_best_peers(tmp_path: Path) -> None:
    write_summary(tmp_path / "kept.json", "full", {"plv": made("2026-03-01", 0.75)})
    text = written(tmp_path / "kept.json")
    assert "| root | .750 | .700 | .600 One of this run; .500\\* Another |" in text
    assert "1,200 cases, 2026-03-01." in text and f"`{'c' * 16}`" in text and "model 1" in text


def test_a_run_of_one_set_leaves_the_rows_of_the_others_with_their_dates(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    write_summary(path, "full", {"plv": made("2026-03-01", 0.75), "uw": made("2026-03-01", 0.75)})
    before = written(path)
    write_summary(path, "full", {"uw": made("2026-04-01", 0.8)})
    after = written(path)
    assert before.split("## ")[1] == after.split("## ")[1]
    assert "2026-03-01" in after and "2026-04-01" in after and ".800" in after
