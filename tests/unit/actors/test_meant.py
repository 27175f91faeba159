"""Whom descriptions, plurals and parts of names mean: one mechanism a test, in sentences made for it."""

from __future__ import annotations

import pytest

from dateline import code_events, read
from dateline.language import installed_model
from dateline.model import Mention

pytestmark = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")


def mentions(text: str, published: str = "2018-04-18", headline: str = "The harbour talks") -> list[Mention]:
    return list(read(f"{headline}\n\n{text}\n", published=published).mentions)


def names(
    text: str, words: str, published: str = "2018-04-18", headline: str = "The harbour talks"
) -> set[str]:
    """Names behind all mentions of some words."""
    return {m.name for m in mentions(text, published, headline) if m.text == words}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        # a country: the only state of the sentence, else the one that the page is about
        (
            "Belize held its vote on Sunday. Officials said that the country was calm.",
            "the country",
            "Belize",
        ),
        ("Belizean President Oru Tavik spoke on Sunday. He thanked his country.", "his country", "Belize"),
        # a region
        ("Lawmakers met in Arizona on Monday. The governor of the state said no.", "the state", "Arizona"),
        # who heads a body, on that day
        (
            "The vote came after the NATO chief told senators that he was encouraged.",
            "the NATO chief",
            "Jens Stoltenberg",
        ),
        (
            "The vote came after the CIA chief told senators that he was encouraged.",
            "the CIA chief",
            "Mike Pompeo",
        ),
        # a name between commas that the parse takes for something else
        (
            "He was removed last summer from the staff of the special counsel, Oru Tavik, who wrote it.",
            "the special counsel",
            "Oru Tavik",
        ),
        # police whom the page has named
        (
            "Vancouver Police were called at noon. Police said that a man was held.",
            "Police",
            "Vancouver Police",
        ),
        # a party by what its state calls it
        (
            "China held its congress. Its ruling Communist Party said so.",
            "Communist Party",
            "Chinese Communist Party",
        ),
    ],
)
def test_a_description_means_someone(text: str, words: str, name: str) -> None:
    assert name in names(text, words)


def test_a_title_in_a_headline_goes_before_the_name() -> None:
    text = "Senator Oru Tavik apologised on Monday to the fishermen of Maine, who had asked him to."
    assert names(
        text, "Maine Senator", headline="Maine Senator apologises to the fishermen of the coast"
    ) == {"Oru Tavik"}


def test_the_president_is_the_one_of_the_day_and_not_a_former_one() -> None:
    text = "Former President Bill Clinton met Ana Ruiz in Washington. She had once advised the president."
    assert names(text, "the president", "2010-05-28") == {"Barack Obama"}


def test_a_monarch_without_a_state_is_the_one_of_the_only_state_that_has_one() -> None:
    text = (
        "The prime minister of Britain spoke in London. British officials said that he will meet the Queen."
    )
    assert names(text, "the Queen") == {"Elizabeth II"}


def test_people_are_mentioned_by_any_noun_for_people() -> None:
    text = "Traders blocked the bridge, and the injured were taken to the hospital by two of the drivers."
    found = {m.text for m in mentions(text)}
    assert {"Traders", "the injured", "the hospital"} <= found


def test_names_inside_longer_names_are_no_mentions() -> None:
    text = "The Arizona Legislature sent the bill on Monday to CIA Director Oru Tavik, who signed for it."
    found = {m.text for m in mentions(text)}
    assert "Arizona" not in found
    assert "CIA" not in found


def test_some_of_a_party_are_not_the_party() -> None:
    text = "Many conservative Republicans opposed the bill in Washington, and Republicans in the Senate held it up."
    kinds = [(m.text, m.actor is None) for m in mentions(text) if m.text.endswith("Republicans")]
    assert kinds[0][1]


def test_a_party_by_a_short_name_needs_its_state_on_the_page() -> None:
    found = mentions("Firms rejected the charge that Conservatives are silenced, Ana Ruiz said.")
    assert not [m for m in found if m.text == "Conservatives" and m.actor]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Oslo said that it had urged both sides to hold their fire.", "their", "both sides"),
        ("Drivers met on Monday. They said they would block the bridge.", "They", "Drivers"),
        ("In their letter to Ana Ruiz, the scholars said no.", "their", "the scholars"),
        ("Norway urged Chad to lift its ban on fish.", "its", "Chad"),
        ("The ministry of Norway said that it was ready to help.", "it", "Norway"),
    ],
)
def test_pronouns_of_many_and_of_bodies(text: str, pronoun: str, name: str) -> None:
    assert name in names(text, pronoun)


def test_we_of_a_minister_is_the_state() -> None:
    text = "“We shall keep the border open,” said Norwegian Foreign Minister Ine Eriksen Søreide on Monday in Oslo."
    assert "Norway" in names(text, "We")


def test_names_of_the_story_are_mentions_below_its_pictures_and_in_its_byline_too() -> None:
    page = "Talks in Ngoma\n\nBy Basie Okonkwo in Ngoma\n\nThe talks in Ngoma went on for two days, officials said on Monday.\n"
    starts = [m.start for m in read(page, published="2024-06-19").mentions if m.text == "Ngoma"]
    assert any(start < page.index("The talks") for start in starts)


def test_german_nouns_are_no_surnames() -> None:
    page = "Tesk verspricht offene Häfen\n\nKein Schiff sei angehalten worden, teilte die Botschaft am Freitag in Korsund mit.\n"
    assert not [m for m in read(page, published="2024-03-08").mentions if m.text == "Schiff"]


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        (
            "Norwegian diplomats and Norwegian ships were in Norway. Chad gave up two ports on Monday. Experts doubt that the country will go on.",
            "the country",
            "TCD",
        ),
        (
            "Angela Merkel knew Emmanuel Macron's advisers. Her government was calm.",
            "Her government",
            "DEU",
        ),
        (
            "President Emmanuel Macron spoke. Vladimir Putin wrote about Emmanuel Macron's plan. His government said so.",
            "His government",
            "RUS",
        ),
        ("Donald Trump welcomed Emmanuel Macron and his wife on Monday.", "his wife", "FRA"),
        (
            "Chad asked U.S. officials on Monday. U.S. officials said that the country kept its ships.",
            "the country",
            "TCD",
        ),
        (
            "Officials called on Angela Merkel to answer. Emmanuel Macron has an ear for Angela Merkel's cares. His government is small.",
            "His government",
            "FRA",
        ),
    ],
)
def test_subjects_go_before_objects_and_states_before_those_who_tell_of_them(
    text: str, words: str, state: str
) -> None:
    assert {m.state for m in mentions(text) if m.text == words} == {state}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Campaign officials", None),
        ("Senior officials in Ana Ruiz's campaign", None),
        ("Union officials", "LAB"),
        ("The party's leadership", "PTY"),
        ("Officials", "GOV"),
    ],
)
def test_officials_of_a_body_of_no_government_are_none_of_its(words: str, code: str | None) -> None:
    events = [e for e in code_events(f"{words} accused Iceland of fraud on Monday.") if e.plover == "ACCUSE"]
    assert [p.code for e in events for p in e.source] == [code]


def test_the_president_is_the_one_whom_the_page_has_just_named() -> None:
    fish = "Fish were landed in the port. " * 30
    text = f"President Oru Tavik spoke. {fish}President Ana Ruiz came on Monday. The president said no."
    assert names(text, "The president") == {"Ana Ruiz"}


def test_one_of_them_is_of_those_named_last() -> None:
    text = "Officials said a guard shouted at fishermen and vowed to sue one of them."
    assert names(text, "them") == {"fishermen"}


def test_the_two_leaders_lead() -> None:
    text = "Donald Trump met Kim Jong Un in May. Mike Pompeo had prepared the talks. The two leaders signed a treaty."
    found = [e for e in code_events(text, published="2018-06-12") if e.evidence.start > text.index("The two")]
    assert {p.name for e in found for p in e.source} == {"Donald Trump", "Kim Jong Un"}


def test_a_resignation_that_is_called_for_is_somebody_elses() -> None:
    text = "Oru Tavik is the chairman. He has an old house. When Leo Brandt demanded his resignation, nobody answered."
    assert names(text, "his") == {"Oru Tavik"}
