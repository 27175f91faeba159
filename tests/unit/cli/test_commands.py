"""What the commands print and write."""

from __future__ import annotations

import json
from pathlib import Path

from dateline.model import Reading, Stories


def test_the_demo_ends_with_where_the_briefing_is(run, tmp_path):
    outcome = run("demo", "--out", tmp_path / "demo")
    assert outcome.status == 0
    last = outcome.out.splitlines()[-1]
    assert Path(last.removeprefix("Briefing: ")).read_text(encoding="utf-8").startswith("<!")
    lines = (tmp_path / "demo" / "readings.jsonl").read_text(encoding="utf-8").splitlines()
    stories = Stories.from_json((tmp_path / "demo" / "stories.json").read_text(encoding="utf-8")).stories
    ids = [Reading.from_json(line).article.id for line in lines]
    assert len(ids) == 24
    assert sorted(a for story in stories for a in story.articles) == sorted(ids)


def test_headlines_can_be_read_in_a_terminal_of_80_columns(run, two_pages):
    stories = run("stories", two_pages, "--to", "table", columns=80)
    rows = [line for line in stories.out.splitlines() if line.startswith("│")]
    assert max(len(row.split("│")[1].strip()) for row in rows) >= 15


def test_readings_of_the_command_are_those_of_python(run, good_page):
    import dateline

    (line,) = run("read", good_page, "--to", "jsonl").out.splitlines()
    assert Reading.from_json(line) == dateline.read(good_page)


def test_a_list_of_readings_is_one_json_value(run, two_pages):
    assert len(json.loads(run("read", two_pages, "--to", "json").out)) == 2


def test_workers_give_what_one_process_gives(run, two_pages):
    one = run("read", two_pages, "--to", "jsonl")
    assert run("read", two_pages, "--to", "jsonl", "--workers", "2").out == one.out
    assert run("read", two_pages, "--to", "jsonl", "--workers", "0").out == one.out


def test_what_the_user_says_of_a_page_is_in_the_reading(run, good_page):
    said = ("--outlet", "Kestrel Daily", "--url", "https://kestrel.example/ferry")
    article = json.loads(run("read", good_page, *said, "--to", "jsonl").out)["article"]
    assert article["outlet"]["name"] == "Kestrel Daily"
    assert article["url"] == "https://kestrel.example/ferry"


def test_two_pages_are_compared_even_when_they_share_nothing(run, good_page, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Potato prices fall\n\nPotatoes cost less this week than last week.\n", encoding="utf-8")
    outcome = run("compare", good_page, other, "--to", "json")
    assert outcome.status == 0
    (story,) = json.loads(outcome.out)["stories"]
    assert story["reports"] == 2


def test_a_briefing_comes_in_the_format_of_its_name(run, two_pages, tmp_path):
    for name, begins in (("brief.html", "<!"), ("brief.md", "#"), ("brief.json", "{")):
        assert run("brief", two_pages, "-o", tmp_path / name).status == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    assert run("brief", two_pages, "-o", tmp_path / "brief.pdf").status == 2
    assert not (tmp_path / "brief.pdf").exists()


def test_a_page_in_another_language_is_read_with_a_note(run, tmp_path):
    page = tmp_path / "seite.txt"
    page.write_text(
        "Neue Fähre nach Brask\n\nDer Minister eröffnete am Dienstag die neue Fährlinie. „Wir sind spät dran, aber wir fahren“, "
        "sagte er vor den Gästen im Hafen.\n",
        encoding="utf-8",
    )
    outcome = run("read", page, "--to", "jsonl")
    assert outcome.status == 0
    assert json.loads(outcome.out)["article"]["coded"] is False
    assert "German" in outcome.err


def test_lookup_depends_on_the_day(run):
    def president(day: str) -> str:
        lines = run("lookup", "the French president", "--at", day, "--to", "jsonl").out.splitlines()
        return json.loads(lines[0])["name"]

    assert president("2010-05-01") != president("2020-05-01")


def test_lookup_of_nobody_is_status_2(run):
    assert run("lookup", "Zzyzx Qwrtpl", "--at", "2020-05-01").status == 2


def test_doctor_names_the_model_and_its_hash(run):
    outcome = run("doctor")
    assert outcome.status == 0
    assert "language model" in outcome.out
    assert "sha256" in outcome.out


def test_explain_says_why_a_mention_stands_for_whom(run, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(
        "Talks in Oslo\n\nKassym-Jomart Tokayev met envoys on Tuesday. He left at noon.\n", encoding="utf-8"
    )
    outcome = run("explain", page, "--published", "2022-09-15", "--words", "tokayev", "--to", "jsonl")
    assert outcome.status == 0
    (line,) = outcome.out.splitlines()
    told = json.loads(line)
    assert told["ground"] == "tables"
    assert told["chosen"]["role"] == "president of Kazakhstan"


def test_explain_events_says_why_an_event_is_what_it_is(run, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("Row over reef\n\nNorway expelled two Tongan diplomats on Tuesday.\n", encoding="utf-8")
    outcome = run("explain", page, "--events", "--to", "jsonl")
    assert outcome.status == 0
    first = json.loads(outcome.out.splitlines()[0])
    assert set(first) == {
        "event",
        "sentence",
        "frame",
        "source",
        "target",
        "status_ground",
        "status_words",
        "contexts",
    }


def test_explain_ends_with_nothing_done_where_nobody_is_meant(run, good_page):
    outcome = run("explain", good_page, "--words", "no such words")
    assert outcome.status == 2
    assert "no such words" in outcome.err
