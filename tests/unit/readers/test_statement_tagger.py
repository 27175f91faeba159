"""The tagger of statements: the same text gives the same stretches, and every offset lies in the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.model import ModelError, Span
from dateline.readers import RECORDED, StatementTagger, model_hashes, pieces, word_table

CARD = Path(__file__).parents[3] / "training" / "README.md"

TEXT = "Ana Ruiz, the mayor, said that the reef would be closed by March. The council went home."


def test_what_is_said_is_told_from_what_is_not() -> None:
    (tags,) = StatementTagger().tag(TEXT, [Span(0, len(TEXT))])
    said = [span.of(TEXT) for span, _ in tags.content]
    assert said and "the reef would be closed by March" in said[0]
    assert [span.of(TEXT) for span, _ in tags.cues] == ["said"]
    assert any("Ana Ruiz" in span.of(TEXT) for span, _ in tags.sources)
    assert all("went home" not in words for words in said)


def test_offsets_are_those_of_the_page_and_paragraphs_do_not_change_each_other() -> None:
    page = f"Reef closes\n\n{TEXT}\n\nNothing else happened on that day."
    at = page.index(TEXT)
    tagger = StatementTagger()
    (alone,) = tagger.tag(TEXT, [Span(0, len(TEXT))])
    many = tagger.tag(page, [Span(0, 11), Span(at, at + len(TEXT)), Span(page.index("Nothing"), len(page))])
    for kind in ("content", "sources", "cues"):
        there, here = getattr(many[1], kind), getattr(alone, kind)
        assert [(span.of(page), share) for span, share in there] == [
            (span.of(TEXT), share) for span, share in here
        ]
    assert not many[2].content


def test_long_and_empty_paragraphs_are_no_fault() -> None:
    text = "word " * 2000
    assert len(StatementTagger().tag(text, [Span(0, len(text)), Span(0, 0)])) == 2
    assert StatementTagger().tag("", []) == []


def test_the_packaged_models_are_those_of_the_cards() -> None:
    card = CARD.read_text(encoding="utf-8")
    assert all(digest in card for digest in model_hashes().values())
    assert RECORDED["words.table"] in card
    assert {f"{name}.onnx": digest for name, digest in model_hashes().items()}.items() <= RECORDED.items()


@pytest.mark.parametrize("name", sorted(RECORDED))
def test_a_model_that_is_not_the_recorded_file_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(pieces.RECORDED, name, "0" * 64)
    pieces._tokenizer.cache_clear()
    word_table._table.cache_clear()
    with pytest.raises(ModelError, match="not the recorded file") as told:
        load(name)
    assert "\n" not in str(told.value)


def load(name: str) -> None:
    """Reads a packaged file, as it is read when first used."""
    if name.endswith(".onnx"):
        pieces.PieceModel(name.removesuffix(".onnx"), 8)._session  # noqa: B018
    elif name.endswith(".table"):
        word_table._table()
    else:
        pieces._tokenizer()
