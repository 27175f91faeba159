"""A run reads every page once, also when it is killed and made again, and a collection takes it over without reading."""

from __future__ import annotations

import shutil
from collections import Counter

import pytest

import dateline
from dateline.engine.adapters.local import LocalEngine
from dateline.engine.runs.faults import RunError
from dateline.engine.runs.files import Files
from dateline.engine.runs.loading import finished_run, pages_of_run
from dateline.engine.runs.manifest import Options
from dateline.model import Reading, Rejection
from dateline.sources import load_pages
from tests.unit.engine.runs.conftest import Nobody
from tests.unit.engine.runs.run_rows import rows_of


@pytest.fixture(scope="module")
def alone(crawl):
    """What one process reads, in the order of the inputs."""
    pages = list(load_pages(crawl))
    read = iter(
        list(dateline.read_many((p for p in pages if not isinstance(p, Rejection)), workers=0, tier="fast"))
    )
    return [page if isinstance(page, Rejection) else next(read) for page in pages]


def test_a_run_reads_what_one_process_reads_in_the_order_of_the_inputs(whole, alone):
    files, report = finished_run(str(whole))
    read = [one if isinstance(one, Rejection) else one[1] for one in pages_of_run(files, report)]
    assert [one.to_json() for one in read] == [one.to_json() for one in alone]
    assert report.rejected == sum(isinstance(one, Rejection) for one in alone) > 0
    assert len(report.units) > 6


def test_workers_change_nothing(made, crawl, tmp_path, whole):
    made(crawl, tmp_path / "two", LocalEngine(2))
    assert rows_of(tmp_path / "two") == rows_of(whole)


def test_a_unit_that_is_done_is_not_read_again(made, crawl, tmp_path, whole):
    shutil.copytree(whole, tmp_path / "out")
    before = stamps(tmp_path / "out")
    Files.at(str(tmp_path / "out")).remove_file("run.json")
    missing = units(tmp_path / "out")[2]
    (tmp_path / "out" / missing).unlink()
    made(crawl, tmp_path / "out")
    after = stamps(tmp_path / "out")
    assert {name for name in before if before[name] != after[name]} == {missing}


def test_other_options_read_again_and_leave_nothing_of_before(made, crawl, tmp_path):
    made(crawl[:1], tmp_path / "out")
    before = units(tmp_path / "out")
    report = made(crawl[:1], tmp_path / "out", options=Options("fast", ("de",)))
    assert not set(before) & set(units(tmp_path / "out"))
    assert report.other_languages > report.articles


def test_pages_in_other_languages_are_counted_and_left_out(made, crawl, tmp_path, alone):
    languages = Counter(one.article.language for one in alone if isinstance(one, Reading))
    report = made(crawl, tmp_path / "out", options=Options("fast", ("en",)))
    assert report.other_languages == languages.total() - languages["en"] > 0


def test_a_file_that_changes_while_the_run_goes_on_ends_it(made, tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("The ferry sails. " * 500)

    class Changing(Nobody):
        def unit(self, manifest):
            (tmp_path / "2.txt").write_text("The ferry sailed.")

    with pytest.raises(RunError) as error:
        made([tmp_path / f"{number}.txt" for number in range(3)], tmp_path / "out", told=Changing())
    assert "2.txt was changed" in error.value.message


def test_nothing_to_read_is_said(made, tmp_path):
    with pytest.raises(RunError) as error:
        made(["https://news.example/1"], tmp_path / "out")
    assert error.value.code == "no_input"


def test_a_collection_takes_a_run_over_as_it_would_have_read_the_pages(crawl, tmp_path, whole):
    files, report = finished_run(str(whole))
    with dateline.open(tmp_path / "taken") as taken, dateline.open(tmp_path / "read") as read:
        told = taken.add_read(pages_of_run(files, report), tier="fast")
        assert told == read.add(crawl, workers=0, tier="fast")
        assert taken.verify().findings == ()
        assert [row.id for row in taken.stories()] == [row.id for row in read.stories()]
        again = taken.add_read(pages_of_run(files, report), tier="fast")
        assert again.read == 0


def test_a_run_without_pages_cannot_be_taken_over(made, crawl, tmp_path):
    made(crawl[:1], tmp_path / "out", options=Options("fast", keep_pages=False))
    with pytest.raises(RunError) as error:
        finished_run(str(tmp_path / "out"))
    assert error.value.code == "no_pages"
    with pytest.raises(RunError) as error:
        finished_run(str(tmp_path))
    assert error.value.code == "not_a_run"


def units(out):
    return Files.at(str(out)).names("units")


def stamps(out):
    return {name: (out / name).stat().st_mtime_ns for name in units(out)}
