"""Why a mention stands for whom it stands for."""

from __future__ import annotations

import pytest

import dateline
from dateline.model import Reading
from dateline.products.explanation import Explanation, Ground, explain_mentions

TEXT = """Kazakh president meets envoy

Kassym-Jomart Tokayev met Ilda Marsh, a harbour engineer, in Almaty on Tuesday. He thanked her. The Kazakh president said that
two officials would follow. Beijing welcomed the meeting.
"""


@pytest.fixture(scope="module")
def explained() -> dict[str, Explanation]:
    reading: Reading = dateline.read(TEXT, published="2022-09-15")
    found = explain_mentions(reading, lambda surface, at: dateline.lookup(surface, at=at))
    return {each.mention.text: each for each in found}


def test_a_name_of_the_tables_tells_its_row_and_source(explained: dict[str, Explanation]) -> None:
    tokayev = explained["Kassym-Jomart Tokayev"]
    assert tokayev.ground is Ground.TABLES
    assert tokayev.chosen is not None
    assert tokayev.chosen.role == "president of Kazakhstan"
    assert "president of Kazakhstan since 2019-03" in tokayev.why
    assert "on 2022-09-15" in tokayev.why


def test_a_pronoun_tells_the_mention_that_it_goes_back_to(explained: dict[str, Explanation]) -> None:
    he = explained["He"]
    assert he.ground is Ground.MENTION
    assert he.antecedent == explained["Kassym-Jomart Tokayev"].mention.id
    assert "the page goes on with" in he.why


def test_who_is_in_no_table_is_known_from_the_page(explained: dict[str, Explanation]) -> None:
    marsh = explained["Ilda Marsh"]
    assert marsh.ground is Ground.PAGE
    assert "this page only" in marsh.why


def test_every_candidate_that_was_not_taken_has_a_reason(explained: dict[str, Explanation]) -> None:
    assert all(rejected.against for each in explained.values() for rejected in each.rejected)
    beijing = explained["Beijing"]
    assert beijing.mention.name == "China"
    assert any("town" in rejected.against for rejected in beijing.rejected)


def test_explanations_are_written_and_read(explained: dict[str, Explanation]) -> None:
    for each in explained.values():
        assert Explanation.from_json(each.to_json()) == each
