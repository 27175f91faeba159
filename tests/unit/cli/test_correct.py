"""Corrections on the command line: made, listed, undone, taken from a sample."""

from __future__ import annotations

import json
import shutil

import pytest

import dateline
from dateline.model import RawPage
from dateline.store import auditing
from dateline.store.auditing import AuditKind, Fault, Label, Verdict
from dateline.store.queries.filters import Filters
from tests.unit.cli.conftest import VISIT_PAGE


@pytest.fixture
def place(filled, tmp_path):
    """A collection that a test may change."""
    copy = tmp_path / "collection"
    shutil.copytree(filled, copy)
    return copy


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def met(place):
    """The report of the minister's visit to the king."""
    with dateline.open(place) as collection:
        (row,) = [row for row in collection.reports(root="consult") if row.mode is None]
    return f"{row.article}#{row.id}"


def test_a_row_is_corrected_listed_and_undone(run, place):
    row = met(place)
    done = run("correct", row, "-c", place, "--status", "planned", "--why", "next week", "--who", "Ana")
    (told,) = lines(done.out)
    assert done.status == 0 and (told["by"], told["after"]) == ("Ana", ["planned"])
    (listed,) = lines(run("corrections", "-c", place).out)
    assert listed.pop("row").split("#")[0] in row and listed == told
    assert [
        e["status"] for e in lines(run("events", "-c", place, "--root", "consult").out) if e["corrected"]
    ] == ["planned"]
    undone = run("undo", "1", "-c", place, "--why", "it took place", "--to", "table")
    assert undone.status == 0 and "decision 1 (undone)" in undone.out and "happened -> planned" in undone.out
    assert not any(e["corrected"] for e in lines(run("events", "-c", place).out))


def test_a_row_is_accepted_without_a_reason(run, place):
    done = run("correct", met(place), "-c", place, "--accept", "--who", "Ana", "--to", "table")
    assert done.status == 0 and done.out.endswith(": right as it is\n")
    assert [r["root"] for r in lines(run("reports", "-c", place).out) if r["checked"]] == ["CONSULT"]
    refused = run("correct", met(place), "-c", place, "--status", "denied", "--who", "Ana")
    assert refused.status == 2 and "say why" in refused.err


def test_a_row_of_a_person_is_written_as_one_line(run, place):
    done = run("correct", met(place), "-c", place, "--nothing", "--why", "a caption", "--to", "table")
    assert done.out.startswith("decision 1: ") and done.out.endswith("no event\n")
    assert "nothing" in run("corrections", "-c", place, "--to", "table").out


def test_a_row_is_known_by_the_name_that_lists_show(run, place):
    listed = run("reports", "-c", place, "--root", "consult", "--to", "table").out
    full = met(place)
    short = full.removeprefix("sha256:")[:8] + "#" + full.partition("#")[2]
    assert short in listed
    assert run("correct", short, "-c", place, "--note", "see", "--why", "x").status == 0
    (told,) = lines(run("corrections", "-c", place).out)
    assert f"{told['article']}#{told['id']}" == full
    assert run("correct", short[1:], "-c", place, "--note", "see", "--why", "x").status == 2


def test_what_cannot_be_is_refused_in_one_line(run, place):
    wrong = run("correct", met(place), "-c", place, "--status", "maybe", "--why", "x")
    assert wrong.status == 2 and wrong.err.count("\n") == 1 and "is no status" in wrong.err
    assert run("corrections", "-c", place).status == 2
    assert run("undo", "7", "-c", place, "--why", "x").status == 2


def test_reading_again_tells_of_corrections_whose_words_are_gone(run, tmp_path):
    place, address = tmp_path / "collection", "https://post.example/visit"
    with dateline.open(place) as collection:
        collection.add([RawPage(VISIT_PAGE, "visit", address, None, None)], workers=0)
    assert run("correct", met(place), "-c", place, "--status", "planned", "--why", "x").status == 0
    newer = VISIT_PAGE.replace("met the king of Tonga", "flew home from Tonga")
    with dateline.open(place) as collection:
        assert collection.add([RawPage(newer, "visit", address, None, None)], workers=0).new_versions == 1
    again = run("re-read", "-c", place, "--workers", "0")
    assert (
        again.status == 0 and "decisions whose words or row are gone, or say something else: 1;" in again.err
    )
    assert [told["standing"] for told in lines(run("corrections", "-c", place).out)] == ["orphan"]


@pytest.fixture
def labelled(place):
    """A sample of all events, of which Ana finds one wrong and one none; Ben leaves open what would be right."""
    with dateline.open(place) as collection:
        auditing.draw(collection.holdings, "spring", AuditKind.EVENTS, Filters())
        rows = auditing.rows_of(collection.holdings.database, "spring")
        consult, *others = sorted(rows, key=lambda row: row.coded["type"] != "CONSULT")
        labels = {
            consult.number: Label(
                Verdict.WRONG, (Fault("status", "planned"), Fault("source", "Estonia (EST); Tonga"))
            ),
            others[0].number: Label(Verdict.NOTHING),
        }
        for number, label in labels.items():
            auditing.keep_label(collection.holdings.database, "spring", number, "Ana", label)
        unsure = Label(Verdict.WRONG, (Fault("date"),))
        auditing.keep_label(collection.holdings.database, "spring", consult.number, "Ben", unsure)
    return place


def test_answers_of_a_sample_become_corrections(run, labelled):
    with dateline.open(labelled) as collection:
        before = collection.reports().count()
    done = run("audit", "apply", "spring", "-c", labelled, "--by", "Ana")
    assert done.status == 0 and len(done.out.splitlines()) == 2 and "2 rows corrected." in done.err
    with dateline.open(labelled) as collection:
        assert collection.reports().count() == before - 1
        (row,) = collection.reports(root="consult", source="EST")
        assert (row.status, row.source, row.corrected) == ("planned", ("Estonia", "Tonga"), True)
        assert {(c.by, c.why.partition(",")[0]) for c in collection.corrections()} == {
            ("Ana", "audit spring")
        }
        assert collection.verify().findings == ()
    left = run("audit", "apply", "spring", "-c", labelled, "--by", "Ben")
    assert left.status == 2 and "nobody said what would be right" in left.err
    again = run("audit", "apply", "spring", "-c", labelled, "--by", "Ana")
    assert again.status == 2 and "nothing to correct" in again.err and "corrected away" in again.err


def test_two_actors_are_one_and_parted_again(run, place):
    merged = run("merge", "Q678", "Q20", "-c", place, "--why", "one", "--who", "Ana", "--to", "table")
    assert merged.status == 0 and merged.out == "decision 1: Tonga (Q678) is Norway (Q20)\n"
    assert not any("Q678" in row["actor"] for row in lines(run("actors", "-c", place).out))
    assert "merge" in run("corrections", "-c", place, "--to", "table").out
    undone = run("undo", "1", "-c", place, "--why", "two", "--to", "table")
    assert undone.out == "decision 1 (undone): Tonga (Q678) is Norway (Q20)\n"
    assert run("merge", "Q20", "nobody", "-c", place, "--why", "x").status == 2
