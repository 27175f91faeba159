"""Reported clauses in German, where there is no parser. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Statement

Find = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Emil Tarn sagte, dass der Damm noch ein Jahr hält.",
            "Emil Tarn",
            "dass der Damm noch ein Jahr hält",
        ),
        ("Emil Tarn sagte, der Damm sei zu alt.", "Emil Tarn", "der Damm sei zu alt"),
        ("Der Damm sei zu alt, sagte Emil Tarn am Montag.", "Emil Tarn", "Der Damm sei zu alt"),
        ("Laut Deichverband ist der Damm zu alt.", "Deichverband", "ist der Damm zu alt"),
        ("Sie teilte mit, dass am 4. Mai gebaut wird.", "Sie", "dass am 4. Mai gebaut wird"),
    ],
)
def test_a_plain_cue_gives_the_clause_and_the_speaker(
    text: str, speaker: str, content: str, find_unparsed: Find
) -> None:
    (statement,) = find_unparsed(text, "de")
    assert statement.type == "indirect"
    assert statement.speaker is not None and statement.speaker.name == speaker
    assert [text[span.start : span.end] for span in statement.content] == [content]


def test_a_clause_takes_in_the_words_that_are_quoted_in_it(find_unparsed: Find) -> None:
    text = "Emil Tarn sagte, der Damm sei „seit vielen Jahren ein Ärgernis“ und müsse weg."
    (statement,) = find_unparsed(text, "de")
    assert (statement.type, len(statement.content)) == ("mixed", 1)


def test_a_clause_that_is_quoted_whole_stays_a_quotation(find_unparsed: Find) -> None:
    (statement,) = find_unparsed("Emil Tarn sagte, dass „der Damm ganz und gar hin ist“.", "de")
    assert statement.type == "direct"


def test_a_quotation_behind_a_colon_is_no_part_of_the_clause(find_unparsed: Find) -> None:
    text = "Emil Tarn sagte, der Damm sei zu alt: „Wir müssen ihn bald ersetzen.“"
    assert [s.type for s in find_unparsed(text, "de")] == ["indirect", "direct"]


@pytest.mark.parametrize(
    "text",
    [
        "Ich hoffe, dass der Damm noch hält.",
        "Ein Sprecher wollte nicht bestätigen, dass der Damm bricht.",
        "Emil Tarn erklärte die Regel, die seit Mai gilt.",
        "Emil Tarn kaufte ein Boot und fuhr nach Bonn.",
        "So kritisierte Emil Tarn den Rat und fuhr nach Bonn.",
    ],
)
def test_what_is_denied_one_s_own_or_no_clause_is_not_reported(text: str, find_unparsed: Find) -> None:
    assert find_unparsed(text, "de") == []


def test_languages_without_words_for_it_have_no_reported_clauses(find_unparsed: Find) -> None:
    assert find_unparsed("Paul Garnier a dit que la digue tiendra.", "fr") == []
