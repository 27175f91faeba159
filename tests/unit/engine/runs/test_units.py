"""Inputs are cut into units that meet: every page is in one of them."""

from __future__ import annotations

from pathlib import Path

from dateline.engine.runs.unit import split
from dateline.engine.runs.unit_reading import pages_of
from dateline.model import RawPage
from dateline.sources import files_of, load_pages


def nothing(_count: int) -> None:
    pass


def places(found):
    return [(page.place, page.url) for page in found if isinstance(page, RawPage)]


def test_units_of_any_size_give_the_pages_of_the_whole_in_their_order(crawl):
    whole = places(page for page in load_pages(crawl))
    for size in (700, 5_000, 12_000, 10_000_000):
        units, refused = split(files_of(crawl), size)
        assert refused == []
        assert places(page for unit in units for page in pages_of(unit, nothing)) == whole


def test_small_files_go_together_and_keep_their_order(tmp_path):
    for number in range(7):
        (tmp_path / f"{number}.txt").write_text(f"Page {number}\n\nThe ferry sails.\n")
    units, _ = split(files_of([tmp_path]), 100)
    names = [[Path(part.path).name for part in unit.parts] for unit in units]
    assert [name for unit in names for name in unit] == [f"{number}.txt" for number in range(7)]
    assert 1 < len(units) < 7


def test_a_list_of_files_stands_for_them(tmp_path, crawl):
    listed = tmp_path / "crawls.txt"
    listed.write_text("".join(f"{path}\n" for path in crawl))
    assert list(files_of([listed])) == crawl


def test_what_is_no_file_is_refused_and_a_missing_file_is_left_to_its_unit(tmp_path):
    units, refused = split(files_of(["https://news.example/1", tmp_path / "none.warc.gz"]), 100)
    assert [one.code for one in refused] == ["not_a_file"]
    (found,) = pages_of(units[0], nothing)
    assert found.code == "missing"


def test_the_same_bytes_at_the_same_place_are_the_same_unit_and_others_are_not(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("The ferry sails.")
    first, again = (split(files_of([page]), 100)[0][0].id for _ in range(2))
    page.write_text("The ferry sailed.")
    assert first == again != split(files_of([page]), 100)[0][0].id
