"""Roots, modes, scores and the CAMEO crosswalk."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dateline.ontology import Coding, Ontology, Root, UnknownCodeError, check

SCORES = Path(__file__).parents[4] / "shared" / "data" / "formats" / "plover_scores.csv"


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return Ontology.load()


def test_tables_are_sound() -> None:
    assert check() == []


def test_quads_follow_the_roots(ontology: Ontology) -> None:
    assert [ontology.quad(root) for root in ("AGREE", "AID", "ACCUSE", "ASSAULT")] == [1, 2, 3, 4]


def test_scores_with_and_without_mode(ontology: Ontology) -> None:
    assert ontology.score("CONSULT") == 2.5
    assert ontology.score("CONSULT", "visit") == 4
    assert ontology.score("ACCUSE") == -3
    assert ontology.score("PROTEST", "vandalize") == -5


def test_conflict_is_negative_and_cooperation_positive(ontology: Ontology) -> None:
    for root in ontology.roots:
        assert ontology.score(root) >= 0 if ontology.quad(root) < 3 else ontology.score(root) <= 0


@pytest.mark.skipif(not SCORES.exists(), reason="the shared data folder is not beside the checkout")
def test_scores_are_those_of_the_scale(ontology: Ontology) -> None:
    with SCORES.open(encoding="utf-8") as table:
        for row in csv.DictReader(table):
            assert ontology.score(row["event_type"], row["mode"] or None) == float(row["score"])


@pytest.mark.parametrize(
    ("cameo", "root", "mode"),
    [
        ("163", "SANCTION", "discontinue"),
        ("116", "SANCTION", "convict"),
        ("055", "CONCEDE", None),
        ("056", "CONCEDE", None),
        ("195", "ASSAULT", "aerial"),
        ("186", "ASSAULT", "targeted"),
        ("202", "ASSAULT", None),
        ("1722", "COERCE", "restrict"),
        ("1712", "ASSAULT", "destroy"),
        ("020", "REQUEST", None),
        ("010", None, None),
    ],
)
def test_crosswalk_follows_the_recorded_decisions(
    ontology: Ontology, cameo: str, root: str | None, mode: str | None
) -> None:
    coding = ontology.crosswalk(cameo)
    assert (coding.root, coding.mode) == (root, mode)


def test_crosswalk_gives_contexts(ontology: Ontology) -> None:
    assert ontology.crosswalk("091") == Coding(Root.ACCUSE, "investigate", ("crime", "corruption"))


def test_cameo_roots_end_in_zero(ontology: Ontology) -> None:
    assert ontology.cameo_root("CONSULT") == "040"
    assert ontology.cameo_root("ACCUSE", "investigate") == "090"
    assert ontology.cameo_root("SANCTION", "convict") == "110"
    for root in ontology.roots:
        for mode in (None, *(m.name for m in ontology.modes(root))):
            assert ontology.crosswalk(ontology.cameo_root(root, mode)).root is not None


def test_modes_belong_to_their_root(ontology: Ontology) -> None:
    assert {m.name for m in ontology.modes("CONSULT")} == {"visit", "third-party", "multilateral", "phone"}
    assert ontology.modes("AGREE") == ()
    assert len(ontology.contexts) == 37


def test_unknown_codes_say_what_is_known(ontology: Ontology) -> None:
    with pytest.raises(UnknownCodeError, match="AGREE, CONSULT"):
        ontology.quad("FIGHT")
    with pytest.raises(UnknownCodeError, match="multilateral, phone"):
        ontology.score("CONSULT", "drone")
    with pytest.raises(UnknownCodeError, match="999"):
        ontology.crosswalk("999")
