"""`dateline export`: files for other tools, written in one go, with a line that says what was."""

from __future__ import annotations

import json

import pytest

from dateline.products.exports import Format


@pytest.mark.parametrize("to", list(Format))
def test_every_format_is_written_where_it_is_told(run, filled, tmp_path, to):
    out = tmp_path / "deep" / "out"
    outcome = run("export", "-c", filled, "--to", to, "-o", out)
    assert outcome.status == 0 and outcome.out == ""
    assert f"{out} is written: " in outcome.err
    assert out.is_dir() is (to in {Format.CSV, Format.PARQUET, Format.GDELT})


def test_filters_hold(run, filled, tmp_path):
    out = tmp_path / "events.geojson"
    run("export", "-c", filled, "--to", "geojson", "-o", out, "--actor", "NOR", "--status", "happened")
    features = json.loads(out.read_text(encoding="utf-8"))["features"]
    assert features and all(one["properties"]["status"] == "happened" for one in features)
    assert all("NOR" in one["properties"]["source_states"] for one in features)
    assert run("export", "-c", filled, "--to", "geojson", "-o", out, "--actor", "nobody").status == 0
    assert json.loads(out.read_text(encoding="utf-8"))["features"] == []


def test_words_of_pages_stay_at_home_when_asked(run, filled, tmp_path):
    out = tmp_path / "out"
    run("export", "-c", filled, "--to", "webannotation", "-o", out, "--text", "offsets")
    assert "exact" not in out.read_text(encoding="utf-8")
    run("export", "-c", filled, "--to", "webannotation", "-o", out)
    assert "exact" in out.read_text(encoding="utf-8")


def test_what_a_format_has_no_room_for_is_told(run, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("Talks\n\n2 May 2024\n\nNorway will visit Tonga in June.\n", encoding="utf-8")
    run("add", page, "-c", tmp_path / "c", "--workers", "0")
    outcome = run("export", "-c", tmp_path / "c", "--to", "gdelt", "-o", tmp_path / "out")
    assert "left out: events that did not happen: planned, denied or hypothetical (1)." in outcome.err


def test_a_folder_with_something_else_in_it_is_refused(run, filled):
    outcome = run("export", "-c", filled, "--to", "csv", "-o", filled)
    assert outcome.status == 2 and "give a new folder" in outcome.err
    assert (filled / "collection.sqlite").exists()


def test_what_is_no_format_is_refused_with_the_choices(run, filled, tmp_path):
    outcome = run("export", "-c", filled, "--to", "xlsx", "-o", tmp_path / "out")
    assert outcome.status == 2 and "parquet" in outcome.err
