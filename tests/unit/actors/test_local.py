"""Names that only the page knows, descriptions that go back to a name, and datelines."""

from __future__ import annotations

import pytest

from dateline import read
from dateline.language import installed_model
from dateline.model import Mention

pytestmark = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")


def mentions(text: str, published: str = "2022-09-15") -> dict[str, Mention]:
    page = "The harbour talks\n\n" + text + "\n"
    return {m.text: m for m in read(page, published=published).mentions}


def test_a_state_that_only_the_page_knows_is_one_actor() -> None:
    found = mentions(
        "Quorland's foreign minister spoke on Monday. Quorland's army left, and Quorland rejected the claim. "
        "The Quorlandian parliament met."
    )
    for words in ("Quorland", "Quorland's army", "The Quorlandian parliament"):
        assert (found[words].kind, found[words].actor) == ("state", "local:quorland")
    assert found["Quorland's foreign minister"].name == "foreign minister of Quorland"


def test_a_scene_that_only_the_page_knows_is_a_place() -> None:
    found = mentions(
        "Ships wait in Tamsund. The harbour of Tamsund was closed on Monday, and in Tamsund trade stopped."
    )
    assert found["Tamsund"].kind == "place"


def test_a_city_at_the_head_of_a_report_is_a_place() -> None:
    found = mentions("PORT ORVAND, Iceland — The council met on Monday and agreed that it would speak again.")
    assert found["PORT ORVAND"].kind == "place"


def test_a_title_goes_back_to_the_one_who_bears_it() -> None:
    found = mentions("Senator Ana Ruiz spoke on Monday. The senator said that the Senate would vote in May.")
    assert found["The senator"].name == "Ana Ruiz"
    two = mentions(
        "Senator Ana Ruiz met Senator Carl Dray on Monday. The senator said that the vote would be in May."
    )
    assert two["The senator"].actor is None


def test_the_president_of_a_firm_is_not_the_president() -> None:
    found = mentions(
        "President Emmanuel Macron spoke on Monday. The president of Reef Steel said that the plant would close.",
        "2019-05-05",
    )
    assert found["The president of Reef Steel"].actor is None


def test_an_apposition_is_the_person_whom_it_names() -> None:
    found = mentions("The mayor of the town, Ana Ruiz, opened the harbour on Monday.")
    assert found["The mayor"].name == "Ana Ruiz"


def test_the_company_goes_back_to_the_only_one() -> None:
    found = mentions(
        "Reef Steel fired two hundred workers on Monday. The company said that the plant would close."
    )
    assert found["The company"].name == "Reef Steel"


def test_names_with_initials_and_articles_are_one_person() -> None:
    found = mentions(
        "Donald R. Quarrington met Omran al-Taweel on Monday. Quarrington praised al-Taweel for the plan."
    )
    assert found["al-Taweel"].name == "Omran al-Taweel"
    assert found["Quarrington"].actor == found["Donald R. Quarrington"].actor


def test_american_party_and_home_tell_the_state() -> None:
    found = mentions("Sen. Orla Tennick (R-Ohio) said on Monday that the vote would be in May.")
    assert (found["Sen. Orla Tennick"].state, found["Sen. Orla Tennick"].role) == ("USA", "senator")


def test_people_of_a_state_are_not_its_government() -> None:
    found = mentions(
        "The storm frightened many Icelanders on Monday, and the schools of the town were closed."
    )
    mention = found["Icelanders"]
    assert (mention.kind, mention.state, mention.actor) == ("group", "ISL", None)
