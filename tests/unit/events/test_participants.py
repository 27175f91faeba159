"""Who does it to whom: one mechanism a test, in sentences made for it."""

from __future__ import annotations

import pytest

from tests.unit.events.dyads import dyads, needs_model

pytestmark = needs_model


@pytest.mark.parametrize(
    ("sentence", "root", "source", "target"),
    [
        (
            "Sen. Ana Ruiz (R-Maine), Senate Majority Leader Leo Brandt (R-Ohio) and 12 members of the Reef Committee met the Maltese premier.",
            "CONSULT",
            ["Ana Ruiz", "Leo Brandt", "12 members of the Reef Committee"],
            None,
        ),
        (
            "Malta's president, Oru Tavik, and Iceland met Belize on Friday.",
            "CONSULT",
            ["Oru Tavik", "Iceland"],
            ["Belize"],
        ),
        (
            "Malta sued the Icelandic government, President Ana Ruiz's campaign and Norway on Friday.",
            "ACCUSE",
            ["Malta"],
            ["Iceland", "President Ana Ruiz's campaign", "Norway"],
        ),
        (
            "Ana Ruiz met with the Belizean envoy and with members of the Maltese parliament.",
            "CONSULT",
            ["Ana Ruiz"],
            ["envoy of Belize", "members of the Maltese parliament"],
        ),
        (
            "With the host, Ana Ruiz, opening the debate with a question about a strike, which happened a month ago, Leo Brandt criticized Iceland.",
            "ACCUSE",
            ["Leo Brandt"],
            ["Iceland"],
        ),
        (
            "Leo Brandt criticized Ana Ruiz’s and Oru Tavik’s tax plan.",
            "ACCUSE",
            ["Leo Brandt"],
            ["Ana Ruiz", "Oru Tavik"],
        ),
        ("Iceland's envoy, a lawyer and banker, met Belize.", "CONSULT", ["envoy of Iceland"], ["Belize"]),
        ("Leo Brandt, Duke of Kent, met Belize.", "CONSULT", ["Leo Brandt"], ["Belize"]),
    ],
)
def test_nobody_in_a_list_is_lost(
    sentence: str, root: str, source: list[str], target: list[str] | None
) -> None:
    assert any(s == source and target in (None, t) for s, t in dyads(sentence, root))


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("Iceland called for Malta to withdraw its troops.", ["Malta"]),
        ("Icelandic opposition leaders issued a call for President Ana Ruiz to resign.", ["Ana Ruiz"]),
        ("Iceland called for a prosecutor to look into the loan.", []),
        ("Iceland called for an inquiry to establish the facts.", []),
    ],
)
def test_a_call_for_somebody_to_act_has_him_as_target(sentence: str, target: list[str]) -> None:
    assert [t for _, t in dyads(sentence, "REQUEST")] == [target]


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("Prosecutors in Malta are investigating Belize's role in the theft.", ["Belize"]),
        ("Malta opened an investigation of Belizean meddling in its vote.", ["Belize"]),
        ("Malta investigated the Belizean envoy's murder.", []),
        ("Malta opened an inquiry into the murder of the Belizean envoy.", []),
    ],
)
def test_an_inquiry_is_into_whose_conduct_it_looks(sentence: str, target: list[str]) -> None:
    assert [t for _, t in dyads(sentence, "ACCUSE")] == [target]


@pytest.mark.parametrize(
    ("sentence", "root", "source", "target"),
    [
        ("North and South Korea met Malta on Friday.", "CONSULT", ["North Korea", "South Korea"], ["Malta"]),
        (
            "On Fox News, Ana Ruiz of Malta called on Belize to leave the pact.",
            "REQUEST",
            ["Ana Ruiz"],
            ["Belize"],
        ),
        (
            "Ana Ruiz's complaint was that President Donald Trump had lost sight of it.",
            "ACCUSE",
            ["Ana Ruiz"],
            ["Donald Trump"],
        ),
        (
            "President Ana Ruiz, who has been criticized by Norway for lacing her speeches with profanity, called on Malta to apologize for using foul language when talking about the wall.",
            "REQUEST",
            ["Ana Ruiz"],
            ["Malta"],
        ),
        ("Malta accused the lawmakers of betrayal.", "ACCUSE", ["Malta"], ["the lawmakers"]),
        (
            "Malta's premier accepted an invitation to visit Iceland.",
            "AGREE",
            ["premier of Malta"],
            ["Iceland"],
        ),
        ("Malta brought its troops home from Iceland.", "RETREAT", ["Malta"], ["Iceland"]),
        ("Malta threatened that it would attack Iceland.", "THREATEN", ["Malta"], ["Iceland"]),
        (
            "Icelandic senators kept up pressure on Ana Ruiz Sunday to step down.",
            "REQUEST",
            ["Icelandic senators"],
            ["Ana Ruiz"],
        ),
        ("Malta reached a deal to exempt Iceland from the tariffs.", "AGREE", ["Malta"], ["Iceland"]),
        (
            "Prosecutors led an inquiry into whether Malta knew of the loan.",
            "ACCUSE",
            ["Prosecutors"],
            ["Malta"],
        ),
        (
            "Malta accused Ana Ruiz, the party leader, and Icelandic senators of betrayal.",
            "ACCUSE",
            ["Malta"],
            ["Ana Ruiz", "Icelandic senators"],
        ),
        (
            "According to the Washington Post, Malta expressed gratitude toward Iceland.",
            "SUPPORT",
            ["Malta"],
            ["Iceland"],
        ),
        (
            "Iceland's mayor said that Ana Ruiz's physical assault on a student goes too far.",
            "ASSAULT",
            ["Ana Ruiz"],
            ["a student"],
        ),
        ("Malta nixed a February visit to Iceland.", "REJECT", ["Malta"], ["Iceland"]),
        ("Malta refused to give the ferry to Iceland.", "REJECT", ["Malta"], ["Iceland"]),
        ("Malta denied any cooperation with Iceland.", "COOPERATE", ["Malta"], ["Iceland"]),
        (
            "The committee is investigating contacts between Malta and Belize.",
            "ACCUSE",
            ["The committee"],
            ["Malta", "Belize"],
        ),
    ],
)
def test_sides_where_the_words_put_them(
    sentence: str, root: str, source: list[str], target: list[str]
) -> None:
    assert (source, target) in dyads(sentence, root)


def test_a_clause_behind_and_keeps_its_own_subject() -> None:
    sentence = (
        "Leo Brandt gave no details, and the mayor of Oskel for three months had refused to meet Iceland."
    )
    assert dyads(sentence, "REJECT") == [(["the mayor of Oskel"], ["Iceland"])]
    sentence = "Ana Ruiz of Malta wants to run for party chairman and several members have withdrawn their support for Leo Brandt."
    assert ["Ana Ruiz"] not in [s for s, _ in dyads(sentence, "SANCTION")]


def test_who_is_hard_to_expel_expels_nobody() -> None:
    assert dyads("Maltese envoys are hard to expel.", "COERCE") == []


def test_papers_are_asked_from_whose_campaign_it_is() -> None:
    sentence = "Malta subpoenaed letters from the campaign of President Ana Ruiz of Iceland."
    assert [s for s, _ in dyads(sentence, "ACCUSE")] == [["Malta"]]
    assert all(t for _, t in dyads(sentence, "ACCUSE"))


def test_of_two_subjects_with_a_clause_between_them_the_nearer_one_acts() -> None:
    sentence = "Minister Ana Ruiz of Malta left last week, and Leo Brandt stepped aside as premier of Belize."
    assert [s for s, _ in dyads(sentence, "RETREAT")][-1:] == [["Leo Brandt"]]


def test_who_is_criticised_is_meant_by_what_is_said_of_him() -> None:
    sentence = "Ana Ruiz criticized President Leo Brandt of Malta, saying that he should step down."
    assert [s for s, _ in dyads(sentence, "RETREAT")] == [["Leo Brandt"]]


@pytest.mark.parametrize(
    ("sentence", "source", "target"),
    [
        ("Malta faced loud sabre-rattling from Belize.", ["Belize"], ["Malta"]),
        ("Bhutan has kept up its saber-rattling against Norway.", ["Bhutan"], ["Norway"]),
    ],
)
def test_who_rattles_a_sabre_threatens_who_faces_it(
    sentence: str, source: list[str], target: list[str]
) -> None:
    assert dyads(sentence, "THREATEN") == [(source, target)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The king of Norway was in Iceland on Friday.", [(["Harald V"], ["Iceland"])]),
        ("The king of Norway was in Oslo on Friday.", []),
        ("The king of Norway was in trouble on Friday.", []),
        ("A banker was in Iceland on Friday.", []),
    ],
)
def test_who_holds_an_office_and_is_abroad_visits(
    sentence: str, found: list[tuple[list[str], list[str]]]
) -> None:
    assert dyads(sentence, "CONSULT") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "President Emmanuel Macron began his first foreign tour since the storm with a stop in Iceland.",
            (["Emmanuel Macron"], ["Iceland"]),
        ),
        (
            "President Emmanuel Macron ended his trip with talks with Iceland.",
            (["Emmanuel Macron"], ["Iceland"]),
        ),
    ],
)
def test_what_a_journey_begins_or_ends_with_is_done_by_who_makes_it(
    sentence: str, found: tuple[list[str], list[str]]
) -> None:
    assert found in dyads(sentence, "CONSULT")


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        (
            "Ana Ruiz was near the lake on the same day as Leo Brandt, but there was no hint that they would meet.",
            ["Ana Ruiz", "Leo Brandt"],
        ),
        (
            "Ana Ruiz, Oru Tavik and Leo Brandt saw the lake, and there was no hint that they would meet.",
            None,
        ),
    ],
)
def test_they_who_meet_are_the_only_two_named(sentence: str, source: list[str] | None) -> None:
    found = [s for s, _ in dyads(sentence, "CONSULT")]
    assert (source in found) if source else (not found or len(found[0]) != 2)


def test_a_complaint_about_it_is_about_whose_matter_was_told() -> None:
    sentence = "Bhutan has given few details, but Icelandic officials complain it echoes old demands."
    assert dyads(sentence, "ACCUSE") == [(["Icelandic officials"], ["Bhutan"])]


@pytest.mark.parametrize(
    ("sentence", "root", "source", "target"),
    [
        (
            "Emmanuel Macron and first lady Brigitte Macron met the Icelandic premier.",
            "CONSULT",
            ["Emmanuel Macron", "Brigitte Macron"],
            None,
        ),
        (
            "The king met South Korean President Moon Jae - in on Friday.",
            "CONSULT",
            None,
            ["Moon Jae"],
        ),
        (
            "The talks between the White House and Congressional Republicans failed on Friday.",
            "CONSULT",
            ["United States", "Republican Party"],
            None,
        ),
    ],
)
def test_names_that_are_joined_or_divided(
    sentence: str, root: str, source: list[str] | None, target: list[str] | None
) -> None:
    assert any(source in (None, s) and target in (None, t) for s, t in dyads(sentence, root))


def test_who_receives_criticism_does_not_utter_it() -> None:
    sentence = "Minister Ana Ruiz of Malta kept silent on the criticism that she received from Iceland."
    assert ["Ana Ruiz"] not in [s for s, _ in dyads(sentence, "ACCUSE")]


def test_whom_others_call_on_to_do_something_has_not_done_it() -> None:
    sentence = "Ana Ruiz joined Malta in calling for a Maltese judge to investigate Leo Brandt."
    assert dyads(sentence, "ACCUSE") == []


@pytest.mark.parametrize(
    ("sentence", "root", "source", "target"),
    [
        (
            "Malta began conducting airstrikes on Islamic State targets in 2014.",
            "ASSAULT",
            ["Malta"],
            ["Islamic State"],
        ),
        (
            "The matter was a priority of both French President Emmanuel Macron and German Chancellor Angela Merkel in their White House visits.",
            "CONSULT",
            ["Emmanuel Macron", "Angela Merkel"],
            ["United States"],
        ),
        (
            "Ana Ruiz has not been shy about criticizing President Leo Brandt of Malta, saying that he should step down.",
            "RETREAT",
            ["Leo Brandt"],
            [],
        ),
    ],
)
def test_whose_it_is_and_who_is_meant(sentence: str, root: str, source: list[str], target: list[str]) -> None:
    assert (source, target) in dyads(sentence, root)


def test_no_pronoun_goes_before_somebody_new() -> None:
    sentence = "President Leo Brandt of Malta was asked for an answer, and if he declined to enter the pact, a source said, Iceland would leave."
    assert ["a source"] not in [s for s, _ in dyads(sentence, "REJECT")]


def test_he_is_nobody_whom_his_own_clause_names() -> None:
    text = "President Donald Trump spoke of the wall. This led to a response from President Leo Brandt of Malta, as he called on Trump to apologize."
    assert dyads(text, "REQUEST") == [(["Leo Brandt"], ["Donald Trump"])]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Maltese premier's visit with the Icelandic envoy was short.", ["envoy of Iceland"]),
        ("The Maltese premier has met the goal with the help of Iceland.", None),
    ],
)
def test_whom_a_visit_is_with(sentence: str, found: list[str] | None) -> None:
    assert [t for _, t in dyads(sentence, "CONSULT")] == ([found] if found is not None else [])


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        (
            "The complaint, which was filed by Malta's trade minister, Ana Ruiz, and Belize's trade minister, Oru Tavik, accused Iceland.",
            ["Ana Ruiz", "Oru Tavik"],
        ),
        (
            "Two senators (Mitch McConnell and Chuck Schumer) accused Iceland.",
            ["Mitch McConnell", "Chuck Schumer"],
        ),
        ("Two senators (Ana Ruiz and Oru Tavik) accused Iceland.", ["Two senators"]),
    ],
)
def test_all_of_a_list_are_kept_behind_titles_and_in_brackets(sentence: str, source: list[str]) -> None:
    assert [s for s, _ in dyads(sentence, "ACCUSE")] == [source]
