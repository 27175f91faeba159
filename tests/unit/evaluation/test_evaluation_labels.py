"""Labels count only for the text that was labelled."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from evaluation.labels_of_pages import unchanged
from evaluation.readings import Document
from evaluation.sets import acts

TEXT = "The envoy left the port. The mayor thanked the crew."


def labels(folder: Path, page: str, text: str) -> Path:
    """A file with one labelled sentence of a page."""
    row = {
        "page": page,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "start": 0,
        "end": 24,
        "unread": False,
        "events": [],
    }
    path = folder / "labels.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def test_a_page_with_its_labelled_text_is_scored(tmp_path: Path) -> None:
    path = labels(tmp_path, "p1", TEXT)
    ((row, text),) = unchanged(path, {"p1": TEXT}, lambda row: row["page"])
    assert (row["end"], text) == (24, TEXT)
    (sentence,) = acts.labelled(path, {"p1": Document("p1", TEXT)})
    assert (sentence.page, sentence.end) == ("p1", 24)


def test_a_page_whose_text_has_changed_since_is_left_out(tmp_path: Path) -> None:
    path = labels(tmp_path, "p1", TEXT)
    assert list(acts.labelled(path, {"p1": Document("p1", f" {TEXT}")})) == []


def test_a_page_that_is_not_here_is_left_out(tmp_path: Path) -> None:
    path = labels(tmp_path, "p1", TEXT)
    assert list(acts.labelled(path, {})) == []
