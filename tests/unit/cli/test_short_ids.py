"""Ids as tables show them are ids that commands take."""

from __future__ import annotations

import shutil

import pytest


def first(run, command, filled, heading="id"):
    lines = run(command, "-c", filled, "--to", "table").out.splitlines()
    headings = [cell.strip() for cell in lines[1].strip("┃").split("┃")]
    cells = [cell.strip() for cell in lines[3].strip("│").split("│")]
    return cells[headings.index(heading)]


def test_a_story_is_shown_by_its_short_id(run, filled):
    id = first(run, "stories", filled)
    assert len(id) == 8
    assert run("story", id, "-c", filled, "--to", "table").status == 0
    assert run("story", f"story:{id}", "-c", filled, "--to", "table").status == 0
    assert run("articles", "--story", id, "-c", filled, "--to", "csv").status == 0


@pytest.mark.parametrize(("command", "heading"), [("articles", "id"), ("events", "id"), ("reports", "row")])
def test_what_tables_show_can_be_cited(run, filled, command, heading):
    outcome = run("cite", first(run, command, filled, heading), "-c", filled)
    assert (outcome.status, outcome.err) == (0, "")
    assert "sha256:" in outcome.out


def test_a_fact_is_cited_as_the_story_shows_it(run, filled):
    story = first(run, "stories", filled)
    fact = run("story", story, "-c", filled, "--to", "table").out.splitlines()[4].split()[1]
    assert run("cite", f"{story}#{fact}", "-c", filled).status == 0


def test_a_row_is_corrected_as_the_table_shows_it(run, filled, tmp_path):
    own = shutil.copytree(filled, tmp_path / "own")
    row = first(run, "reports", own, "row")
    outcome = run("correct", row, "--status", "denied", "--why", "it says so", "-c", own, "--to", "table")
    assert outcome.status == 0
    assert first(run, "corrections", own, "row") == row
    assert run("reports", "--event", first(run, "events", own), "-c", own, "--to", "csv").status == 0
