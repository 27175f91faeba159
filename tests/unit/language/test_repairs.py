"""Verbs that the parser took for participles."""

from __future__ import annotations

import dateline
from dateline import api
from dateline.language import split_sentences
from dateline.model import Block, BlockKind, Parse


def parse(text: str) -> Parse:
    sentences = split_sentences(text, (Block(BlockKind.BODY, 0, len(text)),))
    (found,) = api.resources().parser.parse(text, sentences)
    return found


def root_of(text: str) -> str:
    return next(t.text for t in parse(text).tokens if t.head == t.i)


def test_who_called_for_something_after_a_clause_of_their_own_is_the_subject() -> None:
    text = "Mr. Odell, who has been scolded for filling his rally speeches with insults, called on Mr. Marsh to apologize."
    assert root_of(text) == "called"
    (said,) = dateline.find_statements(text)
    assert said.speaker is not None
    assert "Odell" in said.speaker.name


def test_a_participle_on_a_noun_stays_one() -> None:
    assert root_of("A man arrested in Vale on Monday.") == "man"


def test_a_sentence_with_a_verb_is_left_alone() -> None:
    assert root_of("The man called on Monday by the clerk came at noon.") == "came"


def test_a_participle_behind_a_comma_is_a_clause_and_no_adjective() -> None:
    text = "Odell spoke on Monday, naming shipowner Ana Ruiz as his running mate."
    tokens = {token.text: token for token in parse(text).tokens}
    assert tokens["naming"].dep == "advcl"
    assert tokens["Ruiz"].dep == "dobj"
    (said,) = dateline.find_statements(text)
    assert said.speaker is not None
    assert said.speaker.name == "Odell"
    assert said.content[0].of(text) == "shipowner Ana Ruiz as his running mate"


def test_an_adjective_before_a_noun_stays_one() -> None:
    text = "Odell praised the old, failing harbour as a school of patience."
    assert {token.text: token.dep for token in parse(text).tokens}["failing"] == "amod"
