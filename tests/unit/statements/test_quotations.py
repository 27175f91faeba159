"""Quotations are found by their marks alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Span
from dateline.statements import QuotedSpan, find_quotations


def lines(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def quoted(text: str) -> list[str]:
    return [q.span.of(text) for q in find_quotations(text, lines(text))]


def only(text: str) -> QuotedSpan:
    (found,) = find_quotations(text, lines(text))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The well is dry," he said.', '"The well is dry,"'),
        ("“The well is dry,” he said.", "“The well is dry,”"),
        ("«Le puits est sec», dit-il.", "«Le puits est sec»"),
        ("„Der Brunnen ist leer“, sagte er.", "„Der Brunnen ist leer“"),
        ("»Der Brunnen ist leer«, sagte er.", "»Der Brunnen ist leer«"),
        ("‘The well is dry,’ he said.", "‘The well is dry,’"),
        ("'The well is dry,' he said.", "'The well is dry,'"),
        ("''The well is dry,'' he said.", "''The well is dry,''"),
        ("”The well is dry,” he said.", "”The well is dry,”"),
    ],
)
def test_marks_of_many_kinds_are_paired(text: str, expected: str) -> None:
    assert quoted(text) == [expected]


def test_apostrophes_are_no_quotations() -> None:
    assert (
        quoted(
            "The farmers' wells, Oda's hope since the '90s, don't fill; it's the rock 'n' roll of drought."
        )
        == []
    )


def test_a_closing_mark_after_a_blank_opens_nothing_unless_another_follows() -> None:
    assert quoted("The well ”runs dry every year now, he wrote.") == []


def test_single_marks_inside_double_ones_are_nested() -> None:
    text = "“He told us, ‘Leave the pier,’ and we left,” she said."
    assert [(q.span.of(text), q.depth) for q in find_quotations(text, lines(text))] == [
        ("“He told us, ‘Leave the pier,’ and we left,”", 0),
        ("‘Leave the pier,’", 1),
    ]


def test_a_quotation_that_is_reopened_in_the_next_paragraph_goes_on() -> None:
    text = "“The well is dry.\n“And the river too,” she said."
    first, second = find_quotations(text, lines(text))
    assert not first.is_closed and second.continues and second.paragraph == 1


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert quoted("He said: “The well is dry.\nNobody answered.") == ["“The well is dry."]


def test_a_quotation_may_close_in_a_later_line_without_being_reopened() -> None:
    text = '"The well is dry.\nThe river is next.\nWe must dig," she said.'
    assert quoted(text) == ['"The well is dry.', "The river is next.", 'We must dig,"']


def test_marks_with_blanks_on_both_sides_are_paired() -> None:
    assert quoted('" The well is dry , " she said . " Dig . "') == ['" The well is dry , "', '" Dig . "']
    assert quoted("« Le puits est sec », dit-elle.") == ["« Le puits est sec »"]


def test_an_inch_mark_opens_nothing() -> None:
    assert quoted('The 6" pipe burst, said "one of the plumbers there".') == ['"one of the plumbers there"']


@pytest.mark.parametrize(
    "text",
    [
        "The islands launched their “Bright Harbour” scheme.",
        "The so-called “partnership” ended.",
        "It fell under its “clean hands” policy.",
        "They watched “The Harbour at Night” again.",
    ],
)
def test_quoted_names_are_marked(text: str) -> None:
    assert only(text).is_name and only(text).is_scare


def test_a_snatch_without_punctuation_is_a_scare_quotation_but_a_sentence_is_not() -> None:
    assert only("The “harmless” leak killed the eels.").is_scare
    assert not only("“The leak is harmless,” he said.").is_scare


@given(st.text(alphabet="ab '\"“”‘’«»„\n.,", max_size=60))
def test_quotations_lie_inside_their_paragraphs_and_start_with_a_mark(text: str) -> None:
    spans = lines(text)
    for quotation in find_quotations(text, spans):
        assert spans[quotation.paragraph].covers(quotation.span)
        assert quotation.continues or not text[quotation.start].isalnum()
