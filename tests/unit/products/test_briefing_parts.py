"""Dates in words, words that differ, marks on the timeline."""

from __future__ import annotations

import pytest

from dateline.model import BlockKind, Span, Status
from dateline.products.briefing.marking import mark_cited, mark_value
from dateline.products.briefing.rows import Paragraph, Run, TimelineEntry
from dateline.products.briefing.words import mark_differences
from dateline.products.dates import bounds, in_words, spread
from dateline.products.pictures.timeline_layout import LANE, RIGHT, draw_timeline


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024", "2024"),
        ("2024-03", "Mar 2024"),
        ("2024-03-08", "8 Mar 2024"),
        ("2024-03-08T07:15:00Z", "8 Mar 2024, 07:15 UTC"),
        ("2024-03-08T07:15:00+06:00", "8 Mar 2024, 07:15 +06:00"),
        ("2024-03-08/2024-03-11", "8–11 Mar 2024"),
        ("2024-03-28/2024-04-02", "28 Mar – 2 Apr 2024"),
        ("2023-12-28/2024-01-02", "28 Dec 2023 – 2 Jan 2024"),
        ("2024-99-08", "2024-99-08"),
        ("next week", "next week"),
    ],
)
def test_dates_in_words(value: str, words: str) -> None:
    assert in_words(value) == words


def test_a_month_covers_its_days() -> None:
    days = bounds("2024-02")
    assert days and (days[0].isoformat(), days[1].isoformat()) == ("2024-02-01", "2024-02-29")
    assert bounds("2024-02-31") is None and bounds("2024-03-09/2024-03-08") is None
    assert spread(["2024-02-03", "2024-02-01"]) == "1–3 Feb 2024"


def test_differing_words_are_runs() -> None:
    left, right = mark_differences("in the defence of its borders;", "“in protecting its borders")
    assert left == (Run("in ", False), Run("the defence of", True), Run(" its borders;", False))
    assert [run.text for run in right if run.differs] == ["protecting"]


def test_case_and_punctuation_make_no_difference() -> None:
    left, right = mark_differences("“We Will”, she", "we will she")
    assert not any(run.differs for run in (*left, *right))


def test_runs_join_to_the_words() -> None:
    one, other = "a quick-witted reply: no!", "the slow, slow reply"
    left, right = mark_differences(one, other)
    assert ("".join(r.text for r in left), "".join(r.text for r in right)) == (one, other)


def test_a_value_is_marked_only_as_a_whole_word() -> None:
    assert str(mark_value("4 of 41 boats", "41")) == '4 of <mark class="val">41</mark> boats'
    assert "<mark" not in mark_value("411 boats", "41")


def test_crossing_stretches_nest_and_keep_the_text() -> None:
    spans = (Span(10, 16), Span(13, 20))
    line = Paragraph(BlockKind.BODY, 1, 10, 22, "abcdef<ijkl>", spans)
    placed: set[str] = set()
    marked = mark_cited(line, "a1", {}, placed)
    assert placed == {"a1-10", "a1-13"}
    assert marked.striptags() == "abcdef<ijkl>"
    assert marked.count("<span") == marked.count("</span>") == 3


def _entry(date: str, status: Status | None = Status.HAPPENED) -> TimelineEntry:
    return TimelineEntry(date, date, "Something", status, "s1-f1", (), ())


def test_long_gaps_are_shortened_and_marked() -> None:
    chart = draw_timeline([_entry("2020-01-01"), _entry("2024-03-08"), _entry("2024-03-09")])
    assert len(chart.breaks) == 1
    xs = [row.x for row in chart.rows]
    assert xs == sorted(xs) and xs[0] >= LANE and xs[-1] <= RIGHT


def test_too_many_entries_keep_publications() -> None:
    entries = [_entry(f"2024-03-{day:02}") for day in range(1, 29)] + [_entry("2024-03-30", None)]
    chart = draw_timeline(entries)
    assert chart.left_out == len(entries) - len(chart.rows) > 0
    assert any(row.entry.status is None for row in chart.rows)
