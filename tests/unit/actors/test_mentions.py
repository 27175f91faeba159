"""Who is named, at the page's date."""

from __future__ import annotations

import pytest

from dateline import read
from dateline.language import installed_model
from dateline.model import Mention

pytestmark = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")


def mentions(text: str, published: str = "2022-09-15") -> dict[str, Mention]:
    page = "The harbour talks\n\n" + text + "\n"
    return {m.text: m for m in read(page, published=published).mentions}


def test_a_person_with_title_and_state_is_one_mention() -> None:
    found = mentions(
        "Belizean Fisheries Minister Ana Ruiz said on Monday that the talks with the union would go on."
    )
    ruiz = found["Belizean Fisheries Minister Ana Ruiz"]
    assert (ruiz.kind, ruiz.name, ruiz.state, ruiz.actor) == ("person", "Ana Ruiz", "BLZ", "local:ana-ruiz")


def test_later_mentions_by_surname_are_the_same_actor() -> None:
    found = mentions(
        "Mayor Ana Ruiz opened the harbour on Monday. Workers cheered when Ruiz said that it was done."
    )
    assert found["Ruiz"].actor == found["Mayor Ana Ruiz"].actor


def test_an_office_is_its_holder_on_that_day() -> None:
    text = "The Kazakh president said on Monday that the talks with the union would go on for weeks."
    assert mentions(text)["The Kazakh president"].name == "Kassym-Jomart Tokayev"
    assert mentions(text, "2015-09-15")["The Kazakh president"].name == "Nursultan Nazarbayev"


def test_a_capital_that_acts_is_its_government_and_one_that_is_a_scene_a_place() -> None:
    found = mentions(
        "Tallinn objected to the plan on Monday, and the envoys met in Lisbon for a second day of talks."
    )
    assert (found["Tallinn"].kind, found["Tallinn"].state) == ("state", "EST")
    assert found["Lisbon"].kind == "place"


def test_pronouns_and_descriptions_point_to_someone() -> None:
    found = mentions(
        "Mayor Ana Ruiz opened the harbour on Monday. She said that the workers of the port had earned it."
    )
    assert found["She"].name == "Ana Ruiz"


def test_forces_and_officials_have_their_state() -> None:
    found = mentions(
        "Icelandic officials said on Monday that the Belizean army had left the harbour in good order."
    )
    assert (found["Icelandic officials"].kind, found["Icelandic officials"].state) == ("group", "ISL")
    assert found["the Belizean army"].state == "BLZ"


def test_an_unknown_first_name_keeps_a_known_surname_apart() -> None:
    found = mentions(
        "Professor Dora Putin said on Monday that the harbour of the town had silted up in the last years."
    )
    assert found["Professor Dora Putin"].actor == "local:dora-putin"


def test_an_honorific_rules_out_the_other_of_one_surname() -> None:
    text = "Bill Clinton spoke to Hillary Clinton about the port on Monday, and Mr. Clinton left the harbour first."
    assert mentions(text)["Mr. Clinton"].name == "Bill Clinton"


def test_nobody_is_guessed() -> None:
    assert not [
        m
        for m in mentions("He said on Monday that it was late, and that they would go home.").values()
        if m.actor
    ]


def test_a_title_inside_a_run_of_capitals_opens_a_person() -> None:
    found = mentions(
        "Harbour Committee Chairman Ana Ruiz spoke on Monday. The crews heard that Ruiz would go."
    )
    assert found["Ruiz"].name == "Ana Ruiz"


def test_of_two_with_one_surname_the_one_named_so_far_is_meant() -> None:
    found = mentions(
        "Ana Ruiz opened the harbour on Monday. Workers said that Ruiz was late. Leo Ruiz had left in May."
    )
    assert found["Ruiz"].name == "Ana Ruiz"


def test_what_stands_beside_a_name_bears_it() -> None:
    found = mentions(
        "The town wrote to the Reef Council, an advocacy group that had sued the harbour in May."
    )
    assert found["an advocacy group"].name == "Reef Council"
    assert found["that"].name == "Reef Council"


def test_who_is_said_to_be_something_did_what_the_relative_clause_says() -> None:
    found = mentions("Mayor Ana Ruiz is a miner and a bully who had pledged on Monday to close the harbour.")
    assert found["who"].name == "Ana Ruiz"


def test_the_spokesperson_of_a_firm_speaks_for_no_state() -> None:
    found = mentions("A Google spokesperson said on Monday that the harbour would be shown on the map.")
    assert found["A Google spokesperson"].state is None


def test_the_state_that_is_said_once_of_somebody_unknown_is_his_on_the_whole_page() -> None:
    found = mentions(
        "Senator Oru Brandt of Texas spoke on Monday. Mr. Brandt left early. Senator Brandt had met the mayor."
    )
    assert {found[words].state for words in ("Senator Oru Brandt", "Mr. Brandt", "Senator Brandt")} == {"USA"}
    assert found["Senator Brandt"].actor == found["Senator Oru Brandt"].actor


def test_of_two_known_people_of_one_surname_the_one_named_in_full_more_often_is_meant() -> None:
    text = "Bill Clinton met the mayor on Monday. Workers liked Hillary Clinton. Bill Clinton smiled, and Clinton left."
    assert mentions(text, "2010-05-28")["Clinton"].name == "Bill Clinton"


def test_the_office_of_somebody_of_a_state_is_of_that_state() -> None:
    text = "The U.S. Attorney’s office in Oskel said on Monday that the talks with the union would go on."
    assert mentions(text)["The U.S. Attorney’s office"].state == "USA"


def test_a_rival_or_neighbour_of_a_state_is_not_of_it() -> None:
    found = mentions(
        "Malta said on Monday that it would not sell ships to its arch-rival or to Belize's ally."
    )
    assert found["its arch-rival"].state is None
    assert found["Belize's ally"].state is None


def test_a_man_with_the_name_of_an_outlet_is_a_man() -> None:
    found = mentions("Former mayor Michael Bloomberg spoke on Monday. Mr. Bloomberg said that it was done.")
    assert found["Mr. Bloomberg"].actor == found["Former mayor Michael Bloomberg"].actor
    assert (
        mentions("The bond fell on Monday, Bloomberg reported, and then rose.")["Bloomberg"].kind == "outlet"
    )


def test_whose_ministers_are_of_the_state_before() -> None:
    found = mentions("Malta, whose ministers condemned the plan on Monday, met the envoys of Belize.")
    assert found["whose ministers"].state == "MLT"
