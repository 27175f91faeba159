"""Questions that cannot have an answer are refused in a line, and no answer is told too."""

from __future__ import annotations

import json

import pytest


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--root", "banana"], "'BANANA' is no root: give one of AGREE"),
        (["--after", "2024-05", "--before", "2024-01"], "no day lies from 2024-05 on and before 2024-01"),
        (["--source", "Atlantis"], "nobody in the collection is 'Atlantis'"),
        (["--between", "RUSS", "Norway"], "nobody in the collection is 'RUSS'"),
        (["--about", "zyxwvuts"], "nothing was found."),
    ],
)
def test_events_in_a_pipe_say_why_there_are_none(run, filled, arguments, told):
    outcome = run("events", "-c", filled, *arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert told in outcome.err


def test_a_search_in_a_pipe_says_that_nothing_was_found(run, filled):
    outcome = run("search", "-c", filled, "zyxwvuts")
    assert (outcome.status, outcome.err) == (2, "nothing was found.\n")


def test_the_name_of_a_state_means_what_its_code_means(run, filled):
    by_code = run("events", "-c", filled, "--actor", "NOR").out
    assert by_code
    assert run("events", "-c", filled, "--actor", "Norway").out == by_code


def test_reports_have_the_name_that_correct_takes_in_every_format(run, filled):
    first = json.loads(run("reports", "-c", filled, "--to", "jsonl").out.splitlines()[0])
    assert first["row"].endswith(f"#{first['id']}")
    assert run("reports", "-c", filled, "--to", "csv").out.startswith("row,article,id,")


def test_doctor_shows_extras_as_they_are_installed(run):
    told = "".join(run("doctor", columns=300).out.split())
    assert "dateline-news[pictures]" in told
    assert "dateline-news[mcp]" in told


def test_a_value_that_is_none_of_a_list_is_told_without_words_of_the_machinery(run):
    outcome = run("picture", "pie")
    assert outcome.status == 2
    assert "Value error" not in outcome.err
    assert "'pie' is not one of" in outcome.err
