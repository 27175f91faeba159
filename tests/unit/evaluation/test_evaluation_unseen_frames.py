"""Frames that no page has shown to fire."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dateline.api import resources
from dateline.events import read_frames
from dateline.language import installed_model
from evaluation.readings import Document
from evaluation.unseen_frames import UNSEEN, main, unseen_frames


@pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")
def test_a_frame_that_fires_in_a_page_is_not_listed() -> None:
    every = {frame.id for frame in read_frames(resources().ontology)}
    unseen = unseen_frames([Document("p1", "Norway expelled two Tongan diplomats.")], resources())
    fired = every.difference(unseen)
    assert len(fired) == 1 and fired.pop().startswith("frame:expel.v")


def test_the_list_that_is_kept_names_frames_once_and_in_order() -> None:
    with UNSEEN.open(encoding="utf-8") as lines:
        listed = [row["frame"] for row in csv.DictReader(lines)]
    assert listed == sorted(set(listed)) and all(frame.startswith("frame:") for frame in listed)


def test_without_the_sets_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "unseen.csv"
    assert main(["--data", str(tmp_path / "none"), "--out", str(out)]) == 0
    assert not out.exists() and "skipped" in capsys.readouterr().out
