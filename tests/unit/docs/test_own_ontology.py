"""What docs/how-to/ontology.md shows holds, and docs/ontology.md explains whatever a row of frames may hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import dateline
from dateline.api import resources
from dateline.events.conditions import CLASSES
from dateline.events.frame_rows import ROLES, SLOTS, SLOTS_OF_PREPOSITIONS
from dateline.language import installed_model
from dateline.ontology import VARIABLE
from dateline.products.ontology_check import check_folder

DOCS = Path(__file__).resolve().parents[3] / "docs"
PAGE = (DOCS / "how-to" / "ontology.md").read_text(encoding="utf-8")
needs_model = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the page, as a reader would write it."""
    (tmp_path / "frames").mkdir()
    for name, text in re.findall(r"`my-ontology/(\S+)`:\n\n```csv\n(.*?)```", PAGE, re.DOTALL):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@needs_model
def test_the_worked_example_holds_as_the_page_says(folder):
    made = resources()
    found = check_folder(folder, made.parser, made.knowledge, "0")
    assert found.faults == ()
    types = f"{found.types} type, {found.modes} mode, {found.contexts} context, {found.context_words} words of contexts"
    counts = f"{types}, {found.frames} frames, {found.examples} examples hold."
    assert f"\n{counts}\n```" in PAGE


@needs_model
def test_the_sentence_of_the_page_is_coded_as_it_says(folder, monkeypatch):
    text = "Norway trawled in the waters of Iceland on Tuesday."
    assert f'"{text}"' in PAGE
    monkeypatch.setenv(VARIABLE, str(folder))
    (event,) = dateline.code_events(text)
    assert (event.plover, event.quad, event.score, event.cameo, event.rule) == (
        "FISHERY",
        4,
        -3,
        None,
        "own:trawl.v",
    )


@needs_model
def test_the_context_of_the_page_is_shown_by_its_words(folder, monkeypatch):
    text = "Norway accused Malta of ruining the sea bed."
    assert f'"{text}"' in PAGE
    monkeypatch.setenv(VARIABLE, str(folder))
    assert [event.contexts for event in dateline.code_events(text)] == [("deep_sea",)]


@needs_model
@pytest.mark.parametrize(
    ("text", "roots"),
    [
        ("Norway agreed to trawl in the waters of Iceland.", ["AGREE"]),
        ("Brask Ferry Lines trawled on Tuesday.", []),
        ("Brask Ferry Lines trawled in the waters of Iceland on Tuesday.", ["FISHERY"]),
    ],
)
def test_what_to_keep_in_mind_is_so(folder, monkeypatch, text, roots):
    monkeypatch.setenv(VARIABLE, str(folder))
    assert [event.plover for event in dateline.code_events(text)] == roots


@pytest.mark.parametrize("word", sorted({*ROLES, *SLOTS, *SLOTS_OF_PREPOSITIONS, *CLASSES}))
def test_every_role_slot_and_class_is_explained(word):
    code = " ".join(re.findall(r"`([^`]*)`", (DOCS / "ontology.md").read_text(encoding="utf-8")))
    assert re.search(rf"(?<![\w@]){word}(?!\w)", code)
