"""The pairs of reports: every line can be learnt from, and one in four of each file is left out of what is learnt."""

from __future__ import annotations

import pytest

from training.report_lines import HELD_OUT, ReportPair, fault_of, report_pairs

FACT = {
    "kind": "quantity",
    "about": "boats lost",
    "relation": "conflict",
    "a": "Nine boats",
    "b": "twelve boats",
}
LINE = {
    "a": {"outlet": "Tarvo News", "published": "2026-05-12T17:40:00Z", "text": "Nine boats sank in May."},
    "b": {"outlet": "Lake Post", "published": "2026-05-12T18:10:00Z", "text": "The storm sank twelve boats."},
    "facts": [FACT],
    "near": [],
}


@pytest.fixture(scope="module")
def pairs() -> list[ReportPair]:
    return list(report_pairs())


def test_every_line_is_sound_and_every_fourth_pair_is_held(pairs: list[ReportPair]) -> None:
    assert len(pairs) > 200
    held = sum(pair.is_held for pair in pairs)
    assert abs(held - len(pairs) / HELD_OUT) <= 3


def test_no_report_stands_twice(pairs: list[ReportPair]) -> None:
    texts = [report.text for pair in pairs for report in (pair.a, pair.b)]
    assert len(set(texts)) == len(texts)


def test_the_answers_are_words_of_the_reports(pairs: list[ReportPair]) -> None:
    for pair in pairs:
        for fact in pair.facts:
            assert fact.a.of(pair.a.text).strip() and fact.b.of(pair.b.text).strip()


@pytest.mark.parametrize(
    "fault",
    [
        {"facts": []},
        {"facts": [FACT | {"kind": "colour"}]},
        {"facts": [FACT | {"relation": "unlike"}]},
        {"facts": [FACT | {"a": "Ten boats"}]},
        {"near": [{"kind": "quantity", "a": "boats", "b": "six boats"}]},
        {"note": "seen"},
    ],
)
def test_a_line_that_is_not_as_it_should_be_is_refused(fault: dict[str, object]) -> None:
    assert fault_of(LINE) is None
    assert fault_of(LINE | fault)
