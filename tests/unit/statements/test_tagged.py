"""Statements that only the tagger finds: with a cue, a speaker and the form of the clause; the fast tier goes without."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import pytest

import dateline
from dateline.language import installed_model
from dateline.model import Span, Statement
from dateline.readers import StatementTagger, Tags

pytestmark = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")


def found(text: str, tier: str = "accurate") -> list[Statement]:
    return dateline.find_statements(text, tier=tier)


class Thorough(StatementTagger):
    """A tagger that reads every sentence, however little its scout thinks of it."""

    def likely_cues(
        self, text: str, sentences: Sequence[Span], taken: Sequence[Span]
    ) -> list[dict[int, float]]:
        return [dict.fromkeys(range(*sentence), 1.0) for sentence in sentences]


def test_a_verb_that_no_table_has_may_be_a_cue() -> None:
    text = "The harbour master groused that the new crane had been put in the wrong place."
    assert not found(text, "fast")
    (statement,) = found(text)
    assert (
        statement.content[0].of(text).removeprefix("that ") == "the new crane had been put in the wrong place"
    )
    assert statement.cue is not None and statement.cue.of(text) == "groused"
    assert statement.speaker is not None and statement.speaker.name == "The harbour master"


@pytest.mark.parametrize(
    "text",
    [
        "Her words looked like a warning to the owners not to sell the boats before spring.",
        "The mayor has not condemned the raid on the harbour in which two boats were lost.",
        "Eleven boats were lost in the storm that hit the coast on Monday night.",
    ],
)
def test_interpretation_negation_and_events_are_no_statements(text: str) -> None:
    assert not found(text)


def test_nothing_is_found_twice() -> None:
    text = "“We shall not sell the reef,” Ana Ruiz said on Monday, adding that the boats would stay."
    spans = sorted(span for statement in found(text) for span in statement.content)
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))


def test_a_name_before_a_colon_speaks() -> None:
    text = "Marsden: Harbour owners are selling the reef to the highest bidder"
    (statement,) = found(text)
    assert statement.speaker is not None and statement.speaker.name == "Marsden"
    assert statement.content[0].of(text) == "Harbour owners are selling the reef to the highest bidder"


def test_a_cue_before_that_is_read_though_the_scout_is_unsure() -> None:
    text = (
        "Vladimir Putin had sent his foreign minister, Sergei Lavrov, who heard Volodymyr Zelenskyy of Ukraine demand, by video, that "
        "Russia withdraw all its forces."
    )
    (statement,) = found(text)
    assert statement.content[0].of(text) == "that Russia withdraw all its forces"
    assert statement.speaker is not None and statement.speaker.name == "Volodymyr Zelensky"


def contents(text: str) -> list[str]:
    return [span.of(text) for statement in found(text) for span in statement.content]


def test_the_tagger_does_not_bring_back_the_remark_that_a_rule_has_cut() -> None:
    text = "The ministry announced that it was closing two ports, part of a wave of cuts before the vote."
    assert contents(text) == ["that it was closing two ports"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The growers are hopeful about the new market in the old harbour of the town.", "hope"),
        ("The owners were aware of the cracks in the wall of the dam before it burst.", "know"),
        ("Nurses are concerned with how the old ward was closed before the winter came.", "worry"),
    ],
)
def test_an_adjective_of_the_table_that_the_tagger_finds_is_an_attitude(text: str, act: str) -> None:
    assert not found(text, "fast")
    (statement,) = found(text)
    assert statement.type == "attitude" and statement.act == act


def test_an_adjective_that_the_table_does_not_have_is_a_plain_cue() -> None:
    (statement,) = found("The farmers were bitter that the canal had been closed before the harvest.")
    assert statement.type == "indirect" and statement.act == "say"


@pytest.mark.parametrize(
    "text",
    [
        "The owners were so stunned by the loss that many wept on the quay.",
        "The owners were so angry that the mayor left the hall through the back door.",
        "Soldiers remain there in a training and advising role.",
        "The premier faced criticism that the levy was unfair to the owners of small boats.",
        "The council has come under criticism over claims that it sold the reef to the highest bidder.",
        "The premier has pushed back on the claim that the levy is unfair to the owners of small boats.",
    ],
)
def test_results_roles_and_the_words_of_critics_are_no_statements(text: str) -> None:
    assert not found(text)


def test_a_question_that_somebody_else_asked_is_not_said_by_the_one_who_answers() -> None:
    text = "When asked why the dam had burst, Mara Ruiz said that she did not know."
    assert contents(text) == ["that she did not know"]


def test_the_occasion_beside_what_a_rule_finds_is_no_statement_of_its_own() -> None:
    text = "The abbot rejected that plea in a letter released on Thursday to the farmers of the valley."
    assert contents(text) == ["that plea"]


def test_words_that_go_on_beside_the_cue_are_not_said_again() -> None:
    text = "These crews, Ruiz explained earlier in the council hearing, were “well-paid,” making between 30 and 60 pounds a day."
    assert len(found(text)) == 1
    assert not found(
        "Farmers called the levy order and the demand for Ruiz's public appearance a transparent trick aimed at shaming Brandt."
    )


def test_content_does_not_break_off_inside_a_phrase(find: Callable[..., list[Statement]]) -> None:
    text = "Ruiz groused about the state of the seat in the U.S. Senate now held by the mayor's favourite farmer."
    (statement,) = find(text, tagger=Thorough())
    assert [span.of(text) for span in statement.content] == ["about the state of the seat in the U.S. Senate"]


def test_wider_words_of_the_tagger_take_the_place_of_a_piece(find: Callable[..., list[Statement]]) -> None:
    text = "The mayor wants to triple the size of the harbour fund, grow the choir and create a new ferry programme."
    wider = "to triple the size of the harbour fund, grow the choir and create a new ferry programme"
    (statement,) = find(text, tagger=Thorough())
    assert [span.of(text) for span in statement.content] == [wider]


def test_the_tagger_reads_only_sentences_in_which_its_scout_sees_a_cue(
    find: Callable[..., list[Statement]],
) -> None:
    plain = "The boats of the valley sailed past the harbour and the two old cranes on Monday."
    told = "The harbour master groused that the new crane had been put in the wrong place."
    tagger = Noting()
    find(f"{plain} {told}", tagger=tagger)
    assert tagger.noted == [told]


class Noting(StatementTagger):
    """A tagger that notes which paragraphs it reads."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[str] = []

    def tag(self, text: str, paragraphs: Sequence[Span]) -> list[Tags]:
        self.noted += [span.of(text) for span in paragraphs]
        return super().tag(text, paragraphs)


def test_the_tagger_reads_only_paragraphs_that_were_parsed_and_have_words_left(
    find: Callable[..., list[Statement]],
) -> None:
    unparsed, quoted, open_one = lines = (
        "The boats of the valley are blue and older than the harbour.",
        "“The well is dry, and the river is next,” Mara Ruiz said.",
        "The harbour master groused that the new crane had been put in the wrong place.",
    )
    tagger = Noting()
    assert len(find("\n".join(lines), unparsed=unparsed, tagger=tagger)) == 2
    assert quoted not in tagger.noted and tagger.noted == [open_one]
