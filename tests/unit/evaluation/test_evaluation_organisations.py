"""The set of organisations: names as they are found without the tables, and what becomes of them."""

from __future__ import annotations

import pytest

from dateline.knowledge import Knowledge
from evaluation.organisation_names import ORGANISATION, key_of, names_in, trimmed
from evaluation.sets.organisations import Occurrences, Verdict, read_labels, share, verdict_of


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("the Harbour Board's", "Harbour Board"),
        ("“Harbour Board", "Harbour Board"),
        ("Its Harbour Board,", "Harbour Board"),
    ],
)
def test_names_lose_article_possessive_and_marks(written: str, expected: str) -> None:
    assert trimmed(written) == expected


def test_spellings_of_one_name_have_one_key() -> None:
    assert key_of("U.N.") == key_of("UN")
    assert key_of("Reed & Sons") == key_of("REED and Sons")


def test_runs_of_capitals_with_a_word_of_institutions_are_found_without_the_tagger() -> None:
    names = names_in("She told the Harbour Board of Anser Bay that it rained.", [])
    assert [name.surface for name in names] == ["Harbour Board of Anser Bay"]


def test_a_part_of_a_longer_name_of_the_page_is_that_name() -> None:
    tagged = [
        ("Harbour Courier", ORGANISATION),
        ("Courier", ORGANISATION),
        ("Ruiz", ORGANISATION),
        ("Ana Ruiz", "PERSON"),
    ]
    assert [name.surface for name in names_in("", tagged)] == ["Harbour Courier", "Ana Ruiz"]


def test_a_name_is_known_where_half_of_its_days_give_an_organisation() -> None:
    tables = Knowledge.load()
    days = ("2022-09-15", None, None)
    assert verdict_of(Occurrences("NATO", days), tables, {}) is Verdict.KNOWN
    assert verdict_of(Occurrences("Anser Bay Chess Circle", days), tables, {}) is Verdict.MISSING
    labels = {"anser bay chess circle": Verdict.LOCAL}
    assert verdict_of(Occurrences("Anser Bay Chess Circle", days), tables, labels) is Verdict.LOCAL


def test_states_and_persons_are_no_organisations_but_seats_and_agents_of_a_state_are() -> None:
    tables = Knowledge.load()
    verdicts = {
        name: verdict_of(Occurrences(name, ("2022-09-15",)), tables, {})
        for name in ("Kazakhstan", "Xi Jinping", "Kremlin", "Kazakh police")
    }
    assert verdicts["Kazakhstan"] is verdicts["Xi Jinping"] is Verdict.MISSING
    assert verdicts["Kremlin"] is verdicts["Kazakh police"] is Verdict.KNOWN


def test_shares_count_names_or_the_documents_they_are_in() -> None:
    judged = [
        (Occurrences("One", ("2022-09-15",) * 9), Verdict.KNOWN),
        (Occurrences("Two", ("2022-09-15",) * 3), Verdict.MISSING),
    ]
    assert share(judged) == 0.5
    assert share(judged, by_documents=True) == 0.75
    assert share([]) == 0


def test_every_label_has_a_verdict_of_the_hand() -> None:
    assert set(read_labels().values()) == {Verdict.LOCAL, Verdict.NONE}
