"""Which sentences are let through to the parser."""

from __future__ import annotations

from dateline.language import Gate, split_sentences
from dateline.model import Block, BlockKind, Span

GATE = Gate({"said"}, {"minister", "she"}, {"met"})
LINES = (
    "The minister said that it rained.",
    "It said so on the tin of the paint.",
    "The minister met Mara Ruiz in the harbour.",
    "The boats met the current in the bay.",
    "The well is deep and cold.",
    "“It is deep,” and nobody knew why.",
)
TEXT = "\n".join(LINES)


def chosen(named: list[Span] | None = None) -> list[int]:
    sentences = split_sentences(TEXT, [Block(BlockKind.BODY, 0, len(TEXT))])
    quoted = Span(TEXT.index("“"), TEXT.index("”") + 1)
    return [sentence.index for sentence in GATE.select(TEXT, sentences, [quoted], named)]


def test_a_word_of_speech_or_of_an_act_or_a_quotation_lets_a_sentence_through() -> None:
    assert chosen() == [0, 1, 2, 3, 5]


def test_where_names_are_given_an_act_must_say_who() -> None:
    at = TEXT.index("Mara Ruiz")
    assert chosen([Span(at, at + len("Mara Ruiz"))]) == [0, 1, 2, 5]
