"""Statements: what is one, whose it is, how far it reaches, and what is none (codebook section 4)."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from dateline.model import BlockKind, Statement

Find = Callable[..., list[Statement]]


def shown(text: str, statement: Statement) -> tuple[str, str | None, list[str]]:
    """Type, words of the speaker, contents."""
    speaker = statement.speaker
    return (
        statement.type.value,
        speaker.name if speaker else None,
        [span.of(text) for span in statement.content],
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The well is dry,” Mara Ruiz said.", ("direct", "Mara Ruiz", ["“The well is dry,”"])),
        ("“The well is dry,” said Mayor Mara Ruiz.", ("direct", "Mayor Mara Ruiz", ["“The well is dry,”"])),
        ("The mayor said: “The well is dry.”", ("direct", "The mayor", ["“The well is dry.”"])),
        ("The mayor said that the well was dry.", ("indirect", "The mayor", ["that the well was dry"])),
        ("The dam may burst, engineers warned.", ("indirect", "engineers", ["The dam may burst"])),
        ("The dam, she said on Monday, would burst.", ("indirect", "she", ["The dam", "would burst"])),
        (
            "The envoy called the budget “a boat without oars”.",
            ("mixed", "The envoy", ["the budget “a boat without oars”"]),
        ),
        ("Oda regards the strait as a private lake.", ("attitude", "Oda", ["the strait as a private lake"])),
        ("Tallinn has blamed Oslo for the delay.", ("indirect", "Tallinn", ["Oslo for the delay"])),
        (
            "According to Ines Pruul, the mill will close.",
            ("indirect", "Ines Pruul", ["the mill will close"]),
        ),
        (
            "The mill will close, according to Ines Pruul.",
            ("indirect", "Ines Pruul", ["The mill will close"]),
        ),
        (
            "“We want the reef back,” he said, according to excerpts of his speech.",
            ("direct", "he", ["“We want the reef back,”"]),
        ),
        (
            "“Lives with mother,” a handwritten note on the petition said.",
            ("direct", "a handwritten note on the petition", ["“Lives with mother,”"]),
        ),
        (
            "Asked why the dam had burst, Mara Ruiz said that she did not know.",
            ("indirect", "Mara Ruiz", ["that she did not know"]),
        ),
        (
            "Mara Ruiz, who believes that the river is cursed, moved away.",
            ("attitude", "Mara Ruiz", ["that the river is cursed"]),
        ),
        (
            "Her warning that the dam would burst was ignored.",
            ("indirect", "Her", ["that the dam would burst"]),
        ),
        (
            "A common refrain is that the dam will burst.",
            ("indirect", None, ["that the dam will burst"]),
        ),
        (
            "It is common for pundits to describe the mayor as a miser.",
            ("indirect", "pundits", ["the mayor as a miser"]),
        ),
        (
            "When the shrine was sold, the elders were outraged.",
            ("attitude", "the elders", ["When the shrine was sold"]),
        ),
        (
            "The premier made it clear that Tallinn would not sell the port.",
            ("indirect", "The premier", ["that Tallinn would not sell the port"]),
        ),
        (
            "The president promised to defend the valley “whatever the price” and to rebuild the mill.",
            ("mixed", "The president", ["to defend the valley “whatever the price” and to rebuild the mill"]),
        ),
    ],
)
def test_one_statement_with_speaker_type_and_content(
    text: str, expected: tuple[str, str, list[str]], find: Find
) -> None:
    assert [shown(text, statement) for statement in find(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Tallinn has not condemned the raid.",
        "He declined to comment.",
        "She was asked whether the dam would hold.",
        "The speech sounded like a warning to Oslo.",
        "The trip suggests that the queen is confident of victory.",
        "The islands opened their “Bright Harbour” scheme.",
        "The so-called “partnership” ended in May.",
        "The envoy could say that the talks had failed.",
        "He plans to announce that the mill is closing.",
        "Nobody said that the well was dry.",
        "The crew called off the search.",
        "The bank met the union at noon.",
        "The premier has been pushing back against criticism that the levy is unfair.",
        "The council has come under criticism for how it handled the flood at the mill last winter.",
        "The owners were so stunned by the loss that many wept on the quay.",
        "Members who oppose the levy left the hall.",
        "Farmers who believe that the river is cursed moved away.",
        "He found a handwritten note, “Lives with mother,” on the door.",
        "Asked whether the mill would close, the owner shrugged.",
    ],
)
def test_these_are_no_statements(text: str, find: Find) -> None:
    assert find(text) == []


def test_a_divided_quotation_is_one_statement_with_two_contents(find: Find) -> None:
    text = "“The well is dry,” said Mara Ruiz on Monday. “The river is next.”"
    (statement,) = find(text)
    assert shown(text, statement) == ("direct", "Mara Ruiz", ["“The well is dry,”", "“The river is next.”"])


def test_a_floating_quotation_goes_on_with_the_last_speaker(find: Find) -> None:
    text = "“The well is dry,” she said in a statement.\n“However long it takes, we shall dig another one.”"
    first, second = find(text)
    assert second.continues == first.id and second.cue is None
    assert second.speaker is not None and second.speaker.name == "she" and second.speaker.spans == ()
    assert second.channel is not None and second.channel.kind == "written_statement"


def test_a_quotation_over_two_paragraphs_is_one_statement(find: Find) -> None:
    text = "The abbot said: “The bell is cracked.\n“It will not ring again this year.”"
    (statement,) = find(text)
    assert [s.of(text) for s in statement.content] == [
        "“The bell is cracked.",
        "“It will not ring again this year.”",
    ]


def test_lines_of_one_quotation_belong_to_the_cue_at_its_end(find: Find) -> None:
    text = '"The well is dry.\nWe must dig," Mara Ruiz said.'
    (statement,) = find(text)
    assert shown(text, statement) == ("direct", "Mara Ruiz", ['"The well is dry.', 'We must dig,"'])


def test_a_cue_at_the_end_of_a_paragraph_announces_the_next(find: Find) -> None:
    text = "Mara Ruiz continued:\n“The well is dry, and the river is next.”"
    (statement,) = find(text)
    assert shown(text, statement) == ("direct", "Mara Ruiz", ["“The well is dry, and the river is next.”"])
    assert statement.cue is not None and statement.cue.of(text) == "continued"


@pytest.mark.parametrize("place", ["ODA, May 4 (Agency) - ", "Osthaven (AP) – ", "OSTHAVEN (AP) – "])
def test_a_dateline_is_no_content(place: str, find: Find) -> None:
    text = f"{place}The well is dry, the mayor said on Monday."
    (statement,) = find(text)
    assert shown(text, statement) == ("indirect", "the mayor", ["The well is dry"])


def test_a_dateline_is_no_part_of_the_speaker(find: Find) -> None:
    (statement,) = find("Osthaven (AP) – The mayor promises to sell the mill.")
    assert statement.speaker is not None and statement.speaker.name == "The mayor"


def test_a_speaker_without_a_parse_begins_at_the_beginning_of_a_word(find_unparsed: Find) -> None:
    (statement,) = find_unparsed("With Lena the old miller said: “The well is dry.”")
    assert statement.speaker is not None and statement.speaker.name == "the old miller"


def test_a_quotation_inside_a_quotation_has_its_own_speaker(find: Find) -> None:
    text = "“The captain told us, ‘Leave the pier at once,’ and we left,” Mara Ruiz said."
    outer, inner = find(text)
    assert outer.speaker is not None and outer.speaker.name == "Mara Ruiz"
    assert inner.speaker is not None and inner.speaker.name == "The captain"
    assert inner.content[0].of(text) == "‘Leave the pier at once,’"


def test_a_which_clause_is_the_content_of_the_one_who_says_it(find: Find) -> None:
    text = (
        "Ruiz thanked the crew for the visit, which she said was of “great weight” and came at a good time."
    )
    thanks, verdict = find(text)
    assert thanks.content[0].of(text) == "the crew for the visit" and thanks.act == "thank"
    assert verdict.content[0].of(text) == "was of “great weight” and came at a good time"
    assert verdict.speaker is not None and verdict.speaker.name == "she"


def test_a_reason_behind_whom_it_was_told_is_said_too(find: Find) -> None:
    text = "The dam had failed twice, she told reporters in the capital, because nobody had paid for it."
    (statement,) = find(text)
    assert [span.of(text) for span in statement.content] == [
        "The dam had failed twice",
        "because nobody had paid for it",
    ]


def test_what_else_went_on_behind_a_cue_is_not_said(find: Find) -> None:
    text = "The dam had failed twice, the minister said on Monday, as crews searched the valley."
    (statement,) = find(text)
    assert [span.of(text) for span in statement.content] == ["The dam had failed twice"]


def test_joint_speakers_have_all_their_words(find: Find) -> None:
    text = "Belize and Nauru warned that the reef was dying."
    (statement,) = find(text)
    assert statement.speaker is not None
    assert [s.of(text) for s in statement.speaker.spans] == ["Belize and Nauru"]


def test_two_cues_of_one_speaker_are_two_statements(find: Find) -> None:
    text = "Ruiz said the well was dry, adding that the river would be next."
    first, second = find(text)
    assert first.content[0].of(text) == "the well was dry"
    assert second.speaker is not None and second.speaker.name == "Ruiz"


def test_an_apposition_belongs_to_the_speaker(find: Find) -> None:
    text = "“The well is dry,” Mara Ruiz, a geologist at Oda University, told reporters."
    (statement,) = find(text)
    assert statement.speaker is not None
    assert statement.speaker.spans[0].of(text) == "Mara Ruiz, a geologist at Oda University"


def test_a_quoted_name_does_not_make_reported_speech_mixed(find: Find) -> None:
    (statement,) = find("The queen is urging farmers to save water under her “clean hands” policy.")
    assert statement.type == "indirect" and statement.addressee is not None


@pytest.mark.parametrize("dash", ["―", "—", " – "])
def test_a_dash_and_a_name_behind_a_quotation_sign_it(dash: str, find_unparsed: Find) -> None:
    text = f"“The well is dry. We carry every drop from the river.”{dash}Ana Ruiz, teacher"
    (statement,) = find_unparsed(text)
    assert statement.speaker is not None and statement.speaker.name == "Ana Ruiz"


def test_a_dash_with_a_sentence_behind_it_signs_nothing(find_unparsed: Find) -> None:
    (statement,) = find_unparsed("“The well is dry. We carry every drop.” — Ana Ruiz wept at the pump")
    assert statement.speaker is None


def test_a_headline_may_name_its_speaker_by_a_colon(find: Find) -> None:
    text = "Ruiz: the well is dry"
    (statement,) = find(text, BlockKind.HEADLINE)
    assert shown(text, statement) == ("indirect", "Ruiz", ["the well is dry"]) and statement.cue is None


def test_furniture_says_nothing(find: Find) -> None:
    assert find("“The well is dry,” Mara Ruiz said.", BlockKind.TEASER) == []


def test_direct_quotations_are_found_without_a_parser(find_unparsed: Find) -> None:
    text = "“The well is dry,” Mara Ruiz said.\nThe abbot added: “So is the river.”\n“We must dig,” said the mayor."
    found = find_unparsed(text)
    assert [s.speaker.name for s in found if s.speaker] == ["Mara Ruiz", "The abbot", "the mayor"]
    assert {s.type.value for s in found} == {"direct"}


def test_ids_follow_the_text(find: Find) -> None:
    found = find(
        "Ruiz said the well was dry. “It is not,” the abbot replied. Oda fears that the river is next."
    )
    assert [s.id for s in found] == ["s1", "s2", "s3"]
    assert [s.content[0].start for s in found] == sorted(s.content[0].start for s in found)


@pytest.mark.parametrize("paragraph", ["“The well is dry, and it is a disgrace.”\n", "“The well was dry.\n"])
def test_time_grows_with_the_paragraphs_and_not_with_their_square(
    find_unparsed: Find, paragraph: str
) -> None:
    began = time.process_time()
    assert find_unparsed("Mara Ruiz said: “No.”\n" + paragraph * 16_000)
    assert time.process_time() - began < 15  # where each went through the quotations of all it took 35
