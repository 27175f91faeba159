"""`dateline run` and `dateline add --from`: exit status, messages, and what stands in the folder afterwards."""

from __future__ import annotations

import json


def test_pages_are_read_and_a_collection_takes_them_over(run, two_pages, tmp_path):
    made = run("run", two_pages, "--out", tmp_path / "out", "--tier", "fast", "-w", "0")
    assert made.status == 0
    report = json.loads(made.out)
    assert (report["articles"], report["stories"], report["repeated"]) == (2, 1, 0)
    assert report == json.loads((tmp_path / "out" / "run.json").read_text())
    taken = run("add", "--from", tmp_path / "out", "-c", tmp_path / "c")
    assert (taken.status, json.loads(taken.out)["new"]) == (0, 2)
    assert json.loads(run("stories", "-c", tmp_path / "c", "--to", "json").out)["stories"][0]["reports"] == 2


def test_what_cannot_be_read_is_counted_and_told_to_people(run, two_pages, tmp_path):
    (two_pages / "picture.txt").write_bytes(b"%PDF-1.7 ")
    made = run("run", two_pages, "--out", tmp_path / "out", "--tier", "fast", "-w", "0", "--to", "table")
    assert made.status == 1
    assert made.out == "2 pages read, 1 rejected: 1 story.\n"
    none = run("run", two_pages, "--out", tmp_path / "o", "--tier", "fast", "-w", "0", "--language", "nl")
    assert none.status == 2


def test_an_address_is_no_input(run, tmp_path):
    refused = run("run", "https://news.example/rss", "--out", tmp_path / "out")
    assert refused.status == 2
    assert "none of the inputs is a file" in refused.err


def test_a_folder_without_a_finished_run_is_not_taken_over(run, tmp_path):
    refused = run("add", "--from", tmp_path, "-c", tmp_path / "c")
    assert refused.status == 2
    assert "holds no finished run" in refused.err


def test_add_takes_pages_or_a_run(run, two_pages, tmp_path):
    assert run("add", "-c", tmp_path / "c").status == 2
    assert run("add", two_pages, "--from", tmp_path, "-c", tmp_path / "c").status == 2
