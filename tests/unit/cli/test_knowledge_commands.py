"""A user's own tables on the command line: used, shown, checked, decided about and refreshed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.knowledge import VARIABLE

WATCHED = "name,kind,aliases,state,role,start,note\nTilda Quorvex,person,T. Quorvex,NOR,harbour master,2023-01,seen at the quay\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "watchlist.csv").write_text(WATCHED, encoding="utf-8")
    return folder


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text("Quay news\n\nTilda Quorvex met envoys on Tuesday.\n", encoding="utf-8")
    return path


def _lookup(run, *arguments) -> list[dict]:
    outcome = run("lookup", *arguments, "--at", "2024-03-08", "--to", "jsonl")
    return [json.loads(line) for line in outcome.out.splitlines()]


def test_lookup_and_explain_say_from_which_file_somebody_is_known(run, own, page):
    (found,) = _lookup(run, "T. Quorvex", "--knowledge", own)
    assert found["role"] == "harbour master of Norway"
    assert "own/watchlist.csv line 2" in found["why"] and "seen at the quay" in found["why"]
    arguments = ("explain", page, "--published", "2024-03-08", "--words", "quorvex", "--to", "jsonl")
    told = json.loads(run(*arguments, "--knowledge", own).out)
    assert told["mention"]["actor"] == found["actor"] and "own/watchlist.csv line 2" in told["why"]


@pytest.mark.parametrize("command", ["read", "stories"])
def test_pages_are_read_with_the_folder_and_without_it_as_ever(run, own, page, command):
    plain = run(command, page, "--to", "jsonl").out
    assert run(command, page, "--to", "jsonl", "--knowledge", own).status == 0
    assert run(command, page, "--to", "jsonl").out == plain


def test_workers_have_the_folder_too(run, own, page):
    arguments = ("read", page, page, "--published", "2024-03-08", "--to", "jsonl", "--knowledge", own)
    one, two = run(*arguments), run(*arguments, "--workers", "2")
    assert one.out == two.out and "Tilda Quorvex" in one.out
    mentions = json.loads(one.out.splitlines()[0])["mentions"]
    assert any(m["actor"].startswith("dl-person-") for m in mentions if m["name"] == "Tilda Quorvex")


def test_the_environment_names_folders_as_well(run, own, monkeypatch):
    import dateline

    monkeypatch.setenv(VARIABLE, str(own))
    assert dateline.lookup("Tilda Quorvex", at="2024-03-08")[0].role == "harbour master of Norway"


def test_a_bad_row_is_one_line_and_the_rest_is_used(run, own):
    with (own / "watchlist.csv").open("a", encoding="utf-8") as table:
        table.write("Nobody,wizard,,,,,\n")
    outcome = run("lookup", "Tilda Quorvex", "--knowledge", own)
    assert outcome.status == 0
    (line,) = outcome.err.splitlines()
    assert "own/watchlist.csv line 3" in line and "write one of person, state" in line


def test_a_folder_that_is_not_there_is_status_2(run, tmp_path):
    outcome = run("lookup", "Xi Jinping", "--knowledge", tmp_path / "nowhere")
    assert outcome.status == 2
    assert "nowhere: no such knowledge folder" in outcome.err


def test_decisions_are_made_shown_and_undone(run, own):
    (person,) = _lookup(run, "Tilda Quorvex", "--knowledge", own)
    where = ("--knowledge", own)
    split = ("knowledge", "split", person["actor"], "T. Quorvex", "--why", "her brother", "--who", "desk")
    assert run(*split, *where).status == 0
    assert _lookup(run, "T. Quorvex", *where) == []
    (told,) = [json.loads(line) for line in run("knowledge", "log", "--to", "jsonl", *where).out.splitlines()]
    assert (told["what"], told["who"], told["why"], told["name"]) == (
        "split",
        "desk",
        "her brother",
        "T. Quorvex",
    )
    assert run("knowledge", "undo", "1", "--why", "it was she", *where).status == 0
    assert _lookup(run, "T. Quorvex", *where)
    shown = run("knowledge", "log", "--to", "table", *where).out
    assert "undo 1" in shown and "it was she" in shown


def test_two_ids_become_one(run, own):
    where = ("--knowledge", own)
    (person,) = _lookup(run, "Tilda Quorvex", *where)
    other = _lookup(run, "Espen Barth Eide", *where)[0]
    assert run("knowledge", "merge", other["actor"], person["actor"], "--why", "pen name", *where).status == 0
    assert _lookup(run, "Tilda Quorvex", *where)[0]["actor"] == other["actor"]


def test_a_decision_that_makes_no_sense_is_not_written(run, own):
    outcome = run("knowledge", "merge", "Q1", "Q2", "--why", "x", "--knowledge", own)
    assert outcome.status == 2 and "no actor of the tables has this id" in outcome.err
    assert not (own / "decisions.jsonl").exists()
    assert run("knowledge", "undo", "7", "--why", "x", "--knowledge", own).status == 2


def test_a_decision_needs_a_folder(run):
    outcome = run("knowledge", "merge", "Q1", "Q2", "--why", "x")
    assert outcome.status == 2 and "give --knowledge FOLDER" in outcome.err
    assert run("knowledge", "log").status == 2


def test_check_finds_a_seat_held_twice(run, own):
    assert run("knowledge", "check").status == 0
    assert run("knowledge", "check", own).status == 0
    rows = "of,office,title,person,start,end\nNOR,speaker,,A Quay,2024-01-01,2025-01-01\nNOR,speaker,,B Pier,2024-06-01,2025-03-01\n"
    (own / "offices.csv").write_text(rows, encoding="utf-8")
    outcome = run("knowledge", "check", own)
    assert outcome.status == 1 and "NOR speaker" in outcome.out


def test_check_notes_names_that_others_have(run, own):
    (own / "parties.csv").write_text("name,kind,state,aliases\nQuay Party,party,NOR,UN\n", encoding="utf-8")
    outcome = run("knowledge", "check", own)
    assert outcome.status == 0 and "note: UN: Quay Party, United Nations" in outcome.out


def test_show_counts_rows_by_layer(run, own):
    lines = [
        json.loads(line)
        for line in run("knowledge", "show", "--to", "jsonl", "--knowledge", own).out.splitlines()
    ]
    stock = {line["table"]: line for line in lines if "table" in line}
    assert (stock["watchlist"]["own"], stock["offices"]["own"]) == (1, 0)
    assert 0 < stock["offices"]["from_memory"] < stock["offices"]["packaged"]
    assert lines[-1] == {"overlay": str(own), "decisions": 0}
    assert "watchlist" in run("knowledge", "show", "--to", "table", "--knowledge", own).out


def test_a_snapshot_can_be_tried_before_it_is_accepted(run, own, tmp_path):
    snapshot = tmp_path / "snapshot"
    snapshot.mkdir()
    manifest = {"schema": "dateline.snapshot/1", "date": "2026-11-22", "sha256": {}}
    (snapshot / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (snapshot / "people.csv").write_text(
        "name,state,sector,surname,aliases,source,as_of\nPia Pier,NOR,GOV,,,wikidata Q5 7,2026-11-22\n",
        encoding="utf-8",
    )
    assert _lookup(run, "Pia Pier", "--knowledge", snapshot)
    assert _lookup(run, "Pia Pier", "--knowledge", own) == []
    assert run("knowledge", "accept", snapshot, "--knowledge", own).status == 0
    (found,) = _lookup(run, "Pia Pier", "--knowledge", own)
    assert found["why"].endswith("(wikidata Q5 7, refreshed/people.csv line 2)")


def test_what_is_no_snapshot_is_not_accepted(run, own, tmp_path):
    outcome = run("knowledge", "accept", tmp_path, "--knowledge", own)
    assert outcome.status == 2 and "no snapshot" in outcome.err
    assert not (own / "refreshed").exists()


def test_a_refresh_that_reaches_nobody_says_so_and_what_to_do(run, own, tmp_path):
    arguments = (
        "knowledge",
        "refresh",
        "--since",
        "2026-06",
        "--out",
        tmp_path / "s",
        "--cache",
        tmp_path / "c",
    )
    outcome = run(*arguments, "--api", "http://127.0.0.1:9/api", "--tries", "1")
    assert outcome.status == 2
    assert "gave up after 1 try" in outcome.err and "run the same command again" in outcome.err
