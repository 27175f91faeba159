"""The manual's labels, in which act and status are one."""

from __future__ import annotations

import pytest

from dateline.ontology import Root, UnknownCodeError, manual_label


@pytest.mark.parametrize("root", list(Root))
def test_what_happened_keeps_its_root(root: Root) -> None:
    assert manual_label(root, "happened") == root


@pytest.mark.parametrize(
    ("roots", "ahead", "denied"),
    [
        ("AGREE CONSULT SUPPORT COOPERATE AID", "AGREE", "REJECT"),
        ("CONCEDE RETREAT", "CONCEDE", "REJECT"),
        ("PROTEST SANCTION MOBILIZE COERCE ASSAULT", "THREATEN", "CONCEDE"),
    ],
)
def test_what_did_not_happen_is_melted(roots: str, ahead: str, denied: str) -> None:
    for root in roots.split():
        assert manual_label(root, "planned") == manual_label(root, "hypothetical") == ahead
        assert manual_label(root, "denied") == denied


@pytest.mark.parametrize("root", ["REQUEST", "ACCUSE", "REJECT", "THREATEN"])
@pytest.mark.parametrize("status", ["planned", "hypothetical", "denied"])
def test_verbal_conflict_is_never_melted(root: str, status: str) -> None:
    assert manual_label(root, status) == root


def test_labels_are_plain_strings() -> None:
    assert type(manual_label("AID", "planned")) is str


def test_unknown_words_are_refused() -> None:
    with pytest.raises(UnknownCodeError, match="FIGHT"):
        manual_label("FIGHT", "happened")
    with pytest.raises(UnknownCodeError, match="rumoured"):
        manual_label("AID", "rumoured")
