"""The command: what it does without data, with unfinished parts, and with options that do not fit."""

import json
from pathlib import Path

import pytest

from evaluation.bench import Bench, PartMissing, first_by_hash
from evaluation.command import main, measure_all
from evaluation.options import parse
from evaluation.readings import Document, code_hash, file_hash, read_documents
from evaluation.sets.bodies import body_flags, body_text
from evaluation.sets.grouping import document_cases
from evaluation.summary import Entry, write_summary


def test_without_labelled_sets_it_says_so_in_one_line_and_succeeds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = str(tmp_path / "nothing")
    assert main(["--fast", "--floors", "--data", absent, "--tools", absent]) == 0
    said = capsys.readouterr().out.strip().splitlines()
    assert len(said) == 1 and said[0].startswith("evaluation skipped: no labelled sets here")


def test_a_part_that_is_not_written_yet_is_one_clear_line_and_stops_no_other_set(tmp_path: Path) -> None:
    (tmp_path / "datasets.py").write_text("def plv(root): return iter(())\n", encoding="utf-8")
    (tmp_path / "metrics.py").write_text("", encoding="utf-8")
    bench = Bench(tmp_path, tmp_path, package="json")
    results, missing = measure_all(bench, ["plv", "polnear"])
    assert results == []
    assert missing["plv"].startswith("json.code_relation is not available")
    assert missing["polnear"].startswith("json.find_statements is not available")


@pytest.mark.parametrize("wrong", [["--allow-lower"], ["--floors", "--pin"], ["--only", "unknown"]])
def test_options_that_do_not_fit_end_with_a_message(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(wrong)
    assert ended.value.code == 2


def test_sets_are_measured_in_the_order_of_the_table() -> None:
    assert parse(["--only", "ecb", "dumps"]).only == ("dumps", "ecb")


def test_a_fast_subset_depends_on_ids_alone() -> None:
    names = [f"page {n}" for n in range(100)]
    chosen = first_by_hash(names, str, 10)
    assert set(first_by_hash(reversed(names), str, 10)) == set(chosen)
    assert chosen == sorted(chosen, key=names.index)
    assert set(first_by_hash(names, str, 5)) < set(chosen)
    assert first_by_hash(names, str, 10, "other seed") != chosen


def test_readings_are_kept_until_the_text_changes(tmp_path: Path, stand_in: Path) -> None:
    bench = Bench(tmp_path, tmp_path, cache=tmp_path / "cache", package="stand_in_reader")
    documents = [Document("a", "Aalto met Oduya.\n"), Document("b", "Ships sailed.\n", "2021-03-03")]
    first, errors = read_documents(bench, "set", documents)
    again, _ = read_documents(bench, "set", documents)
    assert first == again and not errors and len(stand_in.read_text()) == 2
    read_documents(bench, "set", [documents[0], Document("b", "Ships sailed.\n", "2021-03-04")])
    assert len(stand_in.read_text()) == 3
    assert (tmp_path / "cache" / ".gitignore").read_text() == "*\n"


def test_a_document_that_cannot_be_read_is_named_and_the_others_are_read(
    tmp_path: Path, stand_in: Path
) -> None:
    bench = Bench(tmp_path, tmp_path, cache=tmp_path / "cache", package="stand_in_reader")
    readings, errors = read_documents(bench, "set", [Document("a", "BROKEN"), Document("b", "Ships sailed.")])
    assert list(readings) == ["b"] and "cannot be read" in errors["a"]
    with pytest.raises(PartMissing):
        read_documents(bench, "other", [Document("a", "BROKEN")])


def test_a_cut_off_last_line_of_the_cache_is_read_anew(tmp_path: Path, stand_in: Path) -> None:
    bench = Bench(tmp_path, tmp_path, cache=tmp_path / "cache", package="stand_in_reader")
    documents = [Document("a", "Aalto met Oduya.\n")]
    read_documents(bench, "set", documents)
    kept = tmp_path / "cache" / code_hash() / "set.jsonl"
    kept.write_bytes(kept.read_bytes()[:-20] + b"\n")
    readings, _ = read_documents(bench, "set", documents)
    assert list(readings) == ["a"] and len(stand_in.read_text()) == 2


def test_hashes_of_files_see_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    (tmp_path / "b").write_text("2")
    before = file_hash([tmp_path], tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "x.pyc").write_text("3")
    assert file_hash([tmp_path], tmp_path) == before
    (tmp_path / "b").rename(tmp_path / "c")
    assert file_hash([tmp_path], tmp_path) != before


def test_body_blocks_become_one_text_and_flags_by_line() -> None:
    from dateline.model import Article, Block, BlockKind

    text = "Menu\nFirst line here.\nSecond line.\n"
    blocks = (Block(BlockKind.NAVIGATION, 0, 4), Block(BlockKind.BODY, 5, 21), Block(BlockKind.BODY, 22, 34))
    article = Article("a", "b", None, None, None, (), None, None, None, "en", True, text, blocks, ())
    assert body_text(article) == "First line here.\n\nSecond line."
    assert body_flags(article, [(0, 4), (5, 21), (22, 34)]) == [False, True, True]
    assert body_text(None) == "" and body_flags(None, [(0, 4)]) == [False]


def test_a_document_names_those_it_was_joined_to_or_kept_from() -> None:
    cases = document_cases(["a", "b", "c"], ["one", "one", "two"], ["x", "y", "y"])
    assert cases[1].details == {"gold": "one", "joined": ["c"], "parted": ["a"]}
    assert cases[0].score == pytest.approx(2 / 3)


def test_the_summary_keeps_what_did_not_run(tmp_path: Path) -> None:
    path = tmp_path / "summary.json"
    made = Entry("2026-03-04", 1, 0, "d", "r", "c", "m", {}, {"plv.root": 0.5})
    write_summary(path, "full", {"plv": made})
    write_summary(path, "fast", {"ecb": made})
    write_summary(path, "full", {"aeb": made})
    held = json.loads(path.read_text("utf-8"))
    assert list(held["full"]) == ["aeb", "plv"] and list(held["fast"]) == ["ecb"]
