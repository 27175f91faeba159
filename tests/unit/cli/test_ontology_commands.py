"""A user's own event types on the command line: checked, listed, and coded with."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import dateline
from dateline.language import installed_model
from dateline.ontology import FRAME_COLUMNS, VARIABLE, Ontology

needs_model = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")
HEADER = ",".join(FRAME_COLUMNS) + "\n"
TRAWL = "trawl,v,,FISHERY,,,subj,deep:of,,[Norway] *trawled* in the waters of {Iceland}.\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    (folder / "frames").mkdir(parents=True)
    types = "root,quad,score,cameo,gloss\nFISHERY,4,-3,,fish in the waters of others\n"
    (folder / "roots.csv").write_text(types, encoding="utf-8")
    (folder / "frames" / "fishery.csv").write_text(HEADER + TRAWL, encoding="utf-8")
    return folder


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    text = "Harbour news\n\nNorway trawled in the waters of Iceland on Tuesday. Norway expelled two Tongan diplomats.\n"
    path.write_text(text, encoding="utf-8")
    return path


def _events(outcome) -> list[dict]:
    return json.loads(outcome.out.splitlines()[0])["events"]


@needs_model
def test_check_of_a_sound_folder_counts_and_is_status_0(run, own):
    outcome = run("ontology", "check", own)
    assert (outcome.status, outcome.out) == (0, "")
    assert outcome.err == "1 type, 1 frame, 1 example hold.\n"


@needs_model
def test_check_tells_each_fault_as_a_line_for_programs_or_in_a_table(run, own):
    with (own / "frames" / "fishery.csv").open("a", encoding="utf-8") as table:
        table.write(TRAWL.replace("trawl,v", "dredge,v").replace("trawled", "dredges [up]"))
    outcome = run("ontology", "check", own, "--to", "json")
    (fault,) = map(json.loads, outcome.out.splitlines())
    assert outcome.status == 1 and outcome.err.startswith("faults: 1; 1 type, 2 frames, 1 example")
    assert (fault["file"], fault["line"]) == ("frames/fishery.csv", 3)
    shown = run("ontology", "check", own, "--to", "table").out
    assert "frames/fishery.csv" in shown and re.search(r"missing: up", shown)


def test_check_of_nothing_is_status_2(run, tmp_path):
    outcome = run("ontology", "check", tmp_path / "nowhere")
    assert outcome.status == 2 and "no such ontology folder" in outcome.err
    outcome = run("ontology", "check", tmp_path, "--to", "json")
    assert outcome.status == 2 and "no table in it" in outcome.out


def test_list_shows_types_modes_and_frames_own_ones_too(run, own):
    listed = [json.loads(line) for line in run("ontology", "list", "--ontology", own).out.splitlines()]
    last = listed[-1]
    assert (last["root"], last["frames"], last["own"], last["cameo"]) == ("FISHERY", 1, True, None)
    types = [each["root"] for each in listed if each["mode"] is None]
    assert types == [*Ontology.packaged().roots, "FISHERY"]
    one = run("ontology", "list", "--root", "CONSULT", "--to", "table").out
    assert "third-party" in one and "ASSAULT" not in one


def test_list_of_an_unknown_type_is_status_2(run):
    outcome = run("ontology", "list", "--root", "FISHERY")
    assert outcome.status == 2 and "'FISHERY' is no root: use one of AGREE" in outcome.err


@needs_model
@pytest.mark.parametrize("tier", ["fast", "accurate"])
def test_pages_are_coded_with_the_folder_and_without_it_as_ever(run, own, page, tier):
    arguments = ("read", page, "--to", "jsonl", "--tier", tier)
    plain = run(*arguments)
    with_own = run(*arguments, "--ontology", own)
    added = [event for event in _events(with_own) if event["plover"] == "FISHERY"]
    assert [(e["rule"], e["quad"], e["score"], e["cameo"]) for e in added] == [("own:trawl.v", 4, -3.0, None)]
    assert {"SANCTION"} < {event["plover"] for event in _events(with_own)}
    assert "FISHERY" not in plain.out
    assert run(*arguments).out == plain.out


@needs_model
def test_the_provenance_names_the_folder_by_what_it_holds(run, own, page):
    arguments = ("read", page, "--to", "jsonl", "--tier", "fast")
    plain, with_own = (
        json.loads(run(*arguments, *more).out)["provenance"] for more in ((), ("--ontology", own))
    )
    assert plain["dateline"] == dateline.__version__
    assert with_own == plain | {"dateline": f"{dateline.__version__}+ontology.{Ontology.load(own).version}"}


@needs_model
def test_workers_have_the_folder_too(run, own, page):
    arguments = ("read", page, page, "--to", "jsonl", "--tier", "fast", "--ontology", own)
    one = run(*arguments)
    assert one.out == run(*arguments, "--workers", "2").out and "FISHERY" in one.out


@needs_model
@pytest.mark.parametrize("command", ["stories", "compare", "brief", "explain"])
def test_other_commands_code_with_it(run, own, page, command, tmp_path):
    pages = [page, page] if command == "compare" else [page]
    given = {
        "brief": ["--output", tmp_path / "brief.json"],
        "explain": ["--events", "--to", "json"],
    }.get(command, ["--to", "json"])
    outcome = run(command, *pages, *given, "--published", "2024-03-08", "--ontology", own)
    written = (tmp_path / "brief.json").read_text("utf-8") if command == "brief" else outcome.out
    assert outcome.status == 0 and "trawl" in written


@needs_model
def test_a_fact_of_an_own_type_names_the_type_where_its_own_words_do_not_fit(run, own, page):
    arguments = ("compare", page, page, "--to", "json", "--published", "2024-03-08", "--ontology", own)
    (story,) = json.loads(run(*arguments).out)["stories"]
    assert "Norway acts (fishery) towards Iceland" in {fact["text"] for fact in story["facts"]}


@needs_model
def test_the_environment_names_the_folder_for_the_python_functions(own, monkeypatch):
    text = "Norway trawled in the waters of Iceland on Tuesday."
    assert "FISHERY" not in {event.plover for event in dateline.code_events(text)}
    monkeypatch.setenv(VARIABLE, str(own))
    assert [event.plover for event in dateline.code_events(text)] == ["FISHERY"]
    relation = dateline.code_relation(text, "Norway", "Iceland")
    assert relation is not None and (relation.plover, relation.status) == ("FISHERY", "happened")


def test_a_faulty_folder_stops_the_run_in_one_line(run, own, page):
    with (own / "frames" / "fishery.csv").open("a", encoding="utf-8") as table:
        table.write("Net,v,,FISHERY,,,subj,off,,[Norway] *netted* cod.\n")
    outcome = run("read", page, "--ontology", own)
    assert outcome.status == 2 and outcome.out == ""
    (line,) = outcome.err.splitlines()
    assert "frames/fishery.csv line 3" in line and "dateline ontology check" in line


def test_contexts_of_ones_own_are_checked_and_counted(run, tmp_path):
    (tmp_path / "contexts.csv").write_text("context,gloss\ndeep_sea,the sea bed\n", encoding="utf-8")
    words = tmp_path / "context_words.csv"
    words.write_text("context,words,pos,without\ndeep_sea,sea bed,n,\neconomic,anchorage fee,n,\n", "utf-8")
    sound = run("ontology", "check", tmp_path)
    assert sound.status == 0 and "1 context, 2 words of contexts" in sound.err
    words.write_text("context,words,pos,without\ndeep_see,sea bed,n,\n", "utf-8")
    faulty = run("ontology", "check", tmp_path)
    assert faulty.status == 1 and "unknown context 'deep_see'" in faulty.out
