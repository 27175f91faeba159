"""The sample for human judgement: the same every time, and without words unless they go elsewhere."""

import importlib
import json
from pathlib import Path

import pytest

from dateline.model import Reading
from evaluation.bench import ROOT
from evaluation.readings import Document
from evaluation.sample import draw_pages, draw_records, inside_repository, main
from evaluation.verdicts import precision, read_verdicts


@pytest.fixture
def readings(stand_in: Path) -> dict[str, Reading]:
    read = importlib.import_module("stand_in_reader").read
    return {f"p{n}": read(f"Page {n} opens.\nAalto met Oduya.\nThey parted at {n}.") for n in range(20)}


def test_the_same_pages_are_drawn_in_any_order_of_the_input() -> None:
    pages = [Document(f"p{n}", "") for n in range(100)]
    drawn = [page.id for page in draw_pages(pages)]
    assert len(drawn) == 30 and drawn == [page.id for page in draw_pages(reversed(pages))]


def test_the_same_records_are_drawn_in_any_order_of_the_pages(readings: dict[str, Reading]) -> None:
    drawn = draw_records(readings)
    assert [row.kind for row in drawn] == ["event"] * 50 + ["statement"] * 50
    assert draw_records(dict(reversed(readings.items()))) == drawn


def test_words_are_in_the_sample_only_when_asked_for(readings: dict[str, Reading]) -> None:
    plain = [json.loads(row.to_json()) for row in draw_records(readings, 5)]
    assert all("text" not in row and "context" not in row and "Aalto" not in json.dumps(row) for row in plain)
    worded = draw_records(readings, 5, with_text=True)
    for row in worded:
        text = readings[row.page].article.text
        assert row.text == text[row.span[0] : row.span[1]] and row.text in (row.context or "")


def test_words_are_refused_inside_the_repository(tmp_path: Path) -> None:
    assert inside_repository(ROOT / "evaluation" / "sample.jsonl")
    assert not inside_repository(tmp_path / "sample.jsonl")
    with pytest.raises(SystemExit):
        main(["--out", str(ROOT / "sample.jsonl"), "--with-text"])


def verdict_line(**changes: object) -> str:
    row = {"article": "sha256:1", "record": "e1", "kind": "event", "span": [0, 9], "verdict": "right"}
    return json.dumps({**row, **changes})


def test_precision_counts_the_last_verdict_on_each_record(tmp_path: Path) -> None:
    path = tmp_path / "v.jsonl"
    lines = [
        verdict_line(),
        verdict_line(record="e2", verdict="wrong", reason="target"),
        verdict_line(record="e2"),
        verdict_line(record="e3", verdict="wrong", reason="status"),
        verdict_line(record="s1", kind="statement"),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = precision(read_verdicts([path]))
    assert (found["event"].right, found["event"].judged) == (2, 3)
    assert found["event"].reasons == (("status", 1),)
    low, high = found["statement"].interval
    assert 0 < low < 1 and high == 1.0
    assert str(found["event"]).startswith("2 of 3 right, 0.67 (")


@pytest.mark.parametrize(
    "wrong",
    [
        verdict_line(text="words of a page"),
        verdict_line(verdict="wrong"),
        verdict_line(reason="target"),
        verdict_line(verdict="perhaps"),
        verdict_line(verdict="wrong", reason="no idea"),
    ],
)
def test_a_line_that_is_no_verdict_is_refused_with_its_place(wrong: str, tmp_path: Path) -> None:
    path = tmp_path / "v.jsonl"
    path.write_text(verdict_line() + "\n" + wrong, encoding="utf-8")
    with pytest.raises(ValueError, match=r"v\.jsonl, line 2"):
        read_verdicts([path])
