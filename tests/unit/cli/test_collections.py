"""Commands on a collection: pages in, rows out, and the exit status that the documentation promises."""

from __future__ import annotations

import csv
import io
import json
import shutil


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def test_pages_are_added_and_told(run, two_pages, tmp_path):
    place = tmp_path / "collection"
    outcome = run("add", two_pages, "-c", place, "--workers", "0")
    assert outcome.status == 0
    assert json.loads(outcome.out)["new"] == 2
    again = run("add", two_pages, "-c", place, "--workers", "0", "--to", "table")
    assert (again.status, again.out) == (0, "2 pages: 2 known already.\n")


def test_what_is_rejected_is_named_and_the_rest_is_kept(run, good_page, tmp_path):
    outcome = run(
        "add",
        good_page,
        tmp_path / "none.txt",
        "-c",
        tmp_path / "c",
        "--rejections",
        tmp_path / "r.jsonl",
        "-w",
        "0",
    )
    assert outcome.status == 1
    assert json.loads(outcome.out)["rejected"] == 1
    assert "missing" in outcome.err
    assert lines((tmp_path / "r.jsonl").read_text())[0]["code"] == "missing"


def test_nothing_added_is_status_2(run, tmp_path):
    assert run("add", tmp_path / "none.txt", "-c", tmp_path / "c").status == 2


def test_events_come_as_lines_lists_and_tables(run, filled):
    rows = lines(run("events", "-c", filled).out)
    assert rows and all(row["id"].startswith("event:") for row in rows)
    assert json.loads(run("events", "-c", filled, "--to", "json").out) == rows
    table = list(csv.DictReader(io.StringIO(run("events", "-c", filled, "--to", "csv").out)))
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    assert rows[0]["text"].split()[0] in run("events", "-c", filled, "--to", "table").out


def test_the_environment_may_name_the_collection(run, filled, monkeypatch):
    monkeypatch.setenv("DATELINE_COLLECTION", str(filled))
    assert len(lines(run("articles").out)) == 3


def test_filters_narrow_what_is_shown(run, filled):
    said = lines(run("statements", "-c", filled, "--about", "sailing").out)
    assert [row["content"] for row in said] == ['"We are late, but we are sailing,"']
    assert run("statements", "-c", filled, "--about", "giraffes").status == 2
    assert len(lines(run("statements", "-c", filled, "--limit", "1").out)) == 1


def test_stories_of_a_collection_look_like_stories_of_pages(run, filled, two_pages):
    from_pages = json.loads(run("stories", two_pages, "--to", "json", "-w", "0").out)["stories"]
    kept = json.loads(run("stories", "-c", filled, "--to", "json").out)["stories"]
    assert [story["facts"] for story in kept if story["reports"] == 2] == [s["facts"] for s in from_pages]
    one = json.loads(run("story", kept[0]["id"], "-c", filled).out)["stories"]
    assert one == kept[:1]
    assert run("stories", "-c", filled, "--show", "timeline", "--to", "jsonl").status == 0


def test_stories_take_pages_or_a_collection(run, filled, two_pages):
    assert run("stories", two_pages, "-c", filled).status == 2


def test_actors_are_listed(run, filled):
    assert run("actors", "-c", filled).status in (0, 2)


def test_a_collection_that_is_not_there_is_told_in_one_line(run, tmp_path):
    for command in ("events", "statements", "articles", "actors", "stories"):
        outcome = run(command, "-c", tmp_path / "none")
        assert outcome.status == 2
        assert outcome.err.count("\n") == 1 and "holds no collection" in outcome.err


def test_a_day_that_is_none_is_refused(run, filled):
    assert run("events", "-c", filled, "--after", "yesterday").status == 2


def test_a_page_is_taken_back_and_stays_out(run, two_pages, tmp_path):
    place = tmp_path / "c"
    run("add", two_pages, "-c", place, "-w", "0")
    article = lines(run("articles", "-c", place).out)[0]["id"]
    assert run("forget", "-c", place, "--article", article).status == 2
    outcome = run("forget", "-c", place, "--article", article, "--yes")
    assert (outcome.status, json.loads(outcome.out)["articles"]) == (0, 1)
    assert json.loads(run("add", two_pages, "-c", place, "-w", "0").out)["forgotten"] == 1
    assert run("forget", "-c", place, "--yes").status == 2
    assert run("forget", "-c", place, "--article", "sha256:none", "--yes").status == 2


def test_a_collection_is_checked_read_again_and_compared(run, two_pages, tmp_path):
    place = tmp_path / "c"
    run("add", two_pages, "-c", place, "-w", "0")
    assert json.loads(run("verify", "-c", place).out)["findings"] == []
    assert "all is well" in run("verify", "-c", place, "--to", "table").out
    again = json.loads(run("re-read", "-c", place, "-w", "0").out)
    assert (again["changed"], again["unchanged"]) == (0, 2)
    assert run("diff", "1", again["run"], "-c", place).out == ""
    assert run("diff", "1", "9", "-c", place).status == 2
    next((place / "pages").glob("*/*")).unlink()
    assert run("verify", "-c", place).status == 1
    assert run("re-read", "-c", place, "-w", "0").status == 1


def test_a_collection_is_copied_and_made_again_from_its_copy(run, filled, tmp_path):
    assert run("backup", tmp_path / "copy", "-c", filled).status == 0
    assert run("backup", tmp_path / "copy", "-c", filled).status == 2
    outcome = run("restore", tmp_path / "copy", "-c", tmp_path / "new")
    assert outcome.status == 0 and "3 articles" in outcome.err
    assert run("articles", "-c", tmp_path / "new").out == run("articles", "-c", filled).out


def test_a_search_prints_hits_and_says_when_there_are_none(run, filled):
    outcome = run("search", "-c", filled, "lang:en")
    found = json.loads(outcome.out)
    assert outcome.status == 0 and found["matched"] == len(found["hits"]) > 0
    assert lines(run("search", "-c", filled, "lang:en", "--to", "jsonl").out) == found["hits"]
    assert "pages that match" in run("search", "-c", filled, "lang:en", "--to", "table").out
    nothing = run("search", "-c", filled, "zyxwvuts", "--to", "table")
    assert (nothing.status, nothing.err) == (2, "nothing was found.\n")


def test_a_query_that_cannot_be_read_is_told_with_its_place(run, filled):
    outcome = run("search", "-c", filled, '"gas')
    assert outcome.status == 2
    assert "the quotation mark at letter 1 is never closed" in outcome.err


def test_a_search_with_a_name_shows_each_page_once(run, filled, tmp_path):
    own = shutil.copytree(filled, tmp_path / "own")
    assert run("search", "-c", own, "lang:en", "--new", "desk").status == 0
    assert run("search", "-c", own, "lang:en", "--new", "desk").status == 2
