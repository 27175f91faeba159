"""Pages of no text are rejected; errors and walls in place of reports are kept, told in one line and counted, whichever command reads them."""

from __future__ import annotations

import json

import pytest

ERROR = (
    "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><p>nginx</p></body></html>"
)
WALL = (
    "<html><head><title>Before you continue</title></head><body><div id='consent'>"
    "<p>We and our partners store cookies on your device.</p></div></body></html>"
)


@pytest.fixture
def pages(tmp_path, good_page):
    """A report, an error, a wall and a page without text."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a-report.txt").write_bytes(good_page.read_bytes())
    (folder / "b-error.html").write_text(ERROR)
    (folder / "c-wall.html").write_text(WALL)
    (folder / "d-blank.html").write_text("<html></html>")
    return folder


def test_reading_tells_both_and_loses_nothing(run, pages):
    outcome = run("read", pages, "--to", "jsonl")
    assert outcome.status == 1
    kinds = [json.loads(line)["article"]["kind"] for line in outcome.out.splitlines()]
    assert kinds == ["article", "placeholder", "placeholder"]
    told = outcome.err.splitlines()
    assert len(told) == 2
    assert told[0].startswith("no_text: ") and "d-blank.html has no text" in told[0]
    assert told[1].startswith("note: 2 pages with an error or a wall in place of reports: kept")
    assert "b-error.html" in told[1] and "c-wall.html" in told[1]


def test_a_collection_keeps_and_counts_them(run, pages, tmp_path):
    outcome = run("add", pages, "-c", tmp_path / "kept", "--to", "json")
    report = json.loads(outcome.out)
    assert (outcome.status, report["new"], report["rejected"], len(report["placeholders"])) == (1, 3, 1, 2)
    assert "note: 2 pages with an error or a wall" in outcome.err
    again = json.loads(run("add", pages, "-c", tmp_path / "kept", "--to", "json").out)
    assert (again["known"], again["placeholders"]) == (3, [])


def test_errors_of_one_kind_are_no_story(run, tmp_path):
    paths = [tmp_path / "one.html", tmp_path / "two.html"]
    for path in paths:
        path.write_text(ERROR.replace("nginx", path.stem))
    outcome = run("stories", *paths, "--to", "json")
    assert [story["reports"] for story in json.loads(outcome.out)["stories"]] == [1, 1]


def test_a_run_counts_them(run, pages, tmp_path):
    outcome = run("run", pages, "--out", tmp_path / "out", "--to", "json")
    report = json.loads(outcome.out)
    assert (report["articles"], report["rejected"], report["placeholders"]) == (3, 1, 2)
    assert "note: 2 pages with an error or a wall" in outcome.err
