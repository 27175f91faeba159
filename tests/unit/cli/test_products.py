"""Pictures, briefings and citations of a collection, from the command line."""

from __future__ import annotations

import io
import json
from xml.etree import ElementTree

import pytest
from docx import Document

from dateline.products.pictures import can_draw_png

KINDS = (("timeline",), ("network",), ("map",), ("dyad", "--between", "NOR", "TON"))
needs_png = pytest.mark.skipif(not can_draw_png(), reason="resvg_py is not installed")


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def first_story(run, place):
    return next(row["story"] for row in lines(run("articles", "-c", place).out) if row["story"])


@pytest.mark.parametrize("words", KINDS, ids=lambda words: words[0])
def test_a_picture_is_written_with_its_numbers_beside_it(run, filled, tmp_path, words):
    target = tmp_path / "new folder" / "picture.svg"
    outcome = run("picture", *words, "-c", filled, "-o", target, "--table", "--theme", "dark")
    rows = lines(outcome.out)
    assert outcome.status == (0 if rows else 2)
    root = ElementTree.fromstring(target.read_text(encoding="utf-8"))
    assert root.get("role") == "img" and "#171614" in target.read_text(encoding="utf-8")
    assert str(target) in outcome.err


def test_a_picture_has_the_title_that_was_given(run, filled, tmp_path):
    for words in KINDS:
        run("picture", *words, "-c", filled, "-o", tmp_path / "t.svg", "--title", "For the desk")
        assert '<title id="picture-title">For the desk</title>' in (tmp_path / "t.svg").read_text(
            encoding="utf-8"
        )


def test_the_facts_of_a_story_are_a_picture(run, filled, tmp_path):
    story = first_story(run, filled)
    outcome = run("picture", "matrix", "-c", filled, "--story", story, "-o", tmp_path / "m.svg", "--table")
    assert outcome.status == 0
    assert {"fact", "status", "support"} <= set(lines(outcome.out)[0])


@needs_png
def test_a_png_has_the_width_that_was_asked(run, filled, tmp_path):
    target = tmp_path / "n.png"
    assert run("picture", "network", "-c", filled, "-o", target, "--width", "640").status == 0
    assert int.from_bytes(target.read_bytes()[16:20], "big") == 640


def test_filters_narrow_a_picture_and_its_title_names_them(run, filled, tmp_path):
    target = tmp_path / "t.svg"
    outcome = run("picture", "network", "-c", filled, "--actor", "TON", "--table", "-o", target)
    assert {row["from"] for row in lines(outcome.out)} == {"Espen Barth Eide"}
    assert "Who deals with whom: Tonga" in target.read_text(encoding="utf-8")
    assert run("picture", "network", "-c", filled, "--actor", "Nobody", "-o", target).status == 2
    assert "No event here has somebody on both sides." in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("timeline",), "--table"),
        (("timeline", "-o", "x.gif"), ".svg or"),
        (("timeline", "-o", "x.png", "--theme", "auto"), "--theme light"),
        (("map", "-o", "x.svg", "--width", "500"), "for a PNG"),
        (("dyad", "-o", "x.svg"), "--between"),
        (("dyad", "-o", "x.svg", "--between", "NOR", "TON", "--source", "NOR"), "--source"),
        (("map", "-o", "x.svg", "--between", "NOR", "TON"), "for a dyad"),
        (("matrix", "-o", "x.svg"), "--story"),
        (("matrix", "-o", "x.svg", "--story", "a", "--actor", "b"), "no other filter"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_what_to_do(run, filled, words, message):
    outcome = run("picture", *words, "-c", filled)
    assert outcome.status == 2
    assert message in " ".join(outcome.err.replace("│", " ").split())


def test_a_file_that_cannot_be_written_is_named(run, filled, good_page):
    outcome = run("picture", "timeline", "-c", filled, "-o", good_page / "x.svg")
    assert outcome.status == 2 and "cannot be written" in outcome.err


@pytest.mark.parametrize("suffix", [".html", ".md", ".docx", ".json"])
def test_a_briefing_of_a_collection_in_each_format(run, filled, tmp_path, suffix):
    target = tmp_path / f"brief{suffix}"
    outcome = run("brief", "-c", filled, "--about", "TON", "--since", "2024-05", "-o", target)
    assert outcome.status == 0 and "briefing of 1 story" in outcome.err
    data = target.read_bytes()
    if suffix == ".docx":
        data = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs).encode()
    assert b"Foreign minister visits Tonga" in data and b"Minister opens ferry line" not in data


def test_a_briefing_of_stories_by_their_ids(run, filled, tmp_path):
    target = tmp_path / "b.md"
    assert run("brief", "-c", filled, "--story", first_story(run, filled), "-o", target).status == 0


def test_nothing_to_tell_is_status_2_and_no_file(run, filled, tmp_path):
    target = tmp_path / "b.md"
    outcome = run("brief", "-c", filled, "--since", "2030", "-o", target)
    assert outcome.status == 2 and "no story was found" in outcome.err and not target.exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--since", "someday"), "yesterday"),
        (("page.html", "--about", "TON"), "not both"),
        (("-o", "b.pdf"), ".docx"),
        (("-o", "b.md", "--template", "."), "--template is for .html"),
    ],
)
def test_a_briefing_that_makes_no_sense_is_refused(run, words, message):
    outcome = run("brief", *words)
    assert outcome.status == 2
    assert message in " ".join(outcome.err.replace("│", " ").split())


def test_own_templates_shape_the_page(run, filled, tmp_path):
    (tmp_path / "end.html.j2").write_text("<footer>Our desk</footer>", encoding="utf-8")
    target = tmp_path / "b.html"
    assert run("brief", "-c", filled, "-o", target, "--template", tmp_path).status == 0
    assert "<footer>Our desk</footer>" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("to", "sign"),
    [
        ("text", "page kept as sha256:"),
        ("bibtex", "@article{"),
        ("ris", "TY  - NEWS"),
        ("csl-json", "article-newspaper"),
    ],
)
def test_an_event_is_cited_in_each_format(run, filled, to, sign):
    (event, *_) = lines(run("events", "-c", filled).out)
    outcome = run("cite", event["id"], "-c", filled, "--to", to)
    assert outcome.status == 0 and sign in outcome.out


def test_a_reference_that_leads_nowhere_is_named(run, filled):
    outcome = run("cite", "event:nothing", "-c", filled)
    assert outcome.status == 2 and "event:nothing" in outcome.err
