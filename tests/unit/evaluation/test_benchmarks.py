"""Benchmarks: limits, rounds, and what is told of a program that was run."""

import importlib
import json
import os
from pathlib import Path

import pytest

from benchmarks import copies
from benchmarks.child import ChildFailed, run
from benchmarks.contenders import FIRST_PAGE
from benchmarks.contest import Round, coded_text, play, result, rounds_of
from benchmarks.limits import broken, load_limits
from benchmarks.names import speed
from benchmarks.table import ROWS, stations_table
from benchmarks.texts import Page, read_pages, write_pages


def test_limits_are_of_numbers_that_the_table_shows() -> None:
    assert set(load_limits()) <= {number for number, _ in ROWS}


def test_a_limit_breaks_by_name_on_the_wrong_side_or_unmeasured(tmp_path: Path) -> None:
    path = tmp_path / "limits.json"
    rows = {"seconds": {"at_most": 3}, "ratio": {"at_least": 1}, "megabytes": {"at_most": 400}}
    path.write_text(json.dumps(rows), encoding="utf-8")
    lines = broken({"seconds": 3.5, "ratio": 1.0}, load_limits(path))
    assert lines == ["seconds: 3.5, at most 3", "megabytes: not measured, at most 400"]


def test_no_page_comes_twice_in_a_contest() -> None:
    pages = [Page(str(n), "") for n in range(10)]
    rounds = rounds_of(pages, 3)
    assert sorted(page.id for share in rounds for page in share) == sorted(page.id for page in pages)
    assert len(rounds_of(pages[:2], 6)) == 2


def test_both_sides_work_on_the_same_text_and_the_ratio_is_a_median(stand_in: Path) -> None:
    reader = importlib.import_module("stand_in_reader")
    seen: list[str] = []
    done = play([Page("1", "Menu\nAalto met Oduya.\n")], reader.read, seen.append)
    assert done is not None and done.pages == 1 and done.words == 4
    assert seen == ["Menu\nAalto met Oduya.\n", "Aalto met Oduya."]
    assert coded_text(reader.clean("Menu\n")) == ""
    rounds = [Round(1, 100, 1.0, spacy, 1.0) for spacy in (2.0, 9.0, 3.0)]
    assert result(rounds)["ratio_to_spacy"] == 3.0


def test_pages_survive_the_way_through_a_file(tmp_path: Path) -> None:
    pages = [Page("a", "One\u2028two\x85three\r\nfour\u00a0five", seed=True), Page("b", "")]
    write_pages(tmp_path / "p.jsonl", pages)
    assert read_pages(tmp_path / "p.jsonl") == pages
    assert len((tmp_path / "p.jsonl").read_text("utf-8").splitlines()) == 2


def test_a_run_tells_its_output_time_and_memory_and_a_failure_its_last_line() -> None:
    done = run(["-c", "print(sum(range(1000)))"])
    assert done.output.strip() == "499500" and done.wall > 0
    if hasattr(os, "wait4"):
        # The peak of a child begins with that of the process that starts it.
        assert done.cpu is not None and done.peak_mb is not None and done.peak_mb > 1
    with pytest.raises(ChildFailed, match="no such page"):
        run(["-c", "import sys; sys.exit('no such page')"])


def test_names_are_timed_beside_the_bare_scan_of_the_same_pages(tmp_path: Path) -> None:
    write_pages(tmp_path / "p.jsonl", [Page("a", FIRST_PAGE), Page("b", FIRST_PAGE.replace("Lunda", "Oslo"))])
    found = speed(tmp_path / "p.jsonl")
    assert found["scan_pages_per_second"] > found["names_pages_per_second"] > 0
    assert found["names_pages_per_second"] >= found["names_looked_up_pages_per_second"]


def test_copies_are_timed_beside_another_signature_of_the_same_pages(tmp_path: Path) -> None:
    write_pages(tmp_path / "p.jsonl", [Page("a", FIRST_PAGE), Page("b", FIRST_PAGE.replace("Lunda", "Oslo"))])
    found = copies.speed(tmp_path / "p.jsonl")
    assert found["copies_signatures_per_second"] > 0 and found["simhash_signatures_per_second"] > 0


def test_the_stream_of_copies_is_the_same_each_time_and_has_copies() -> None:
    assert [a.text for a in copies.stream(12)] == [b.text for b in copies.stream(12)]
    assert copies.hold(20)["copies_found"] >= 3


def test_tables_and_name_finder_do_without_spacy() -> None:
    program = "import sys, dateline.actors, dateline.knowledge as k; k.Knowledge.load(); print('spacy' in sys.modules)"
    assert run(["-c", f"{program}"]).output.strip() == "False"


def test_stations_share_the_time_of_a_page() -> None:
    table = stations_table(
        {"whole": 4.0, "parse": 3.0, "rest": 1.0}, {"whole": 2.0, "parse": 1.0, "rest": 1.0}
    )
    assert list(table.columns[2].cells) == ["100.0%", "75.0%", "25.0%"]
    assert list(table.columns[4].cells) == ["100.0%", "50.0%", "50.0%"]
