"""The parse: offsets into the page, lemmas, and what happens to damaged models."""

import pytest

from dateline.language import SpacyParser, installed_model, load_parser, spacy_parser, split_sentences
from dateline.model import Block, BlockKind, ModelError

needs_model = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")


@needs_model
def test_tokens_are_the_words_of_the_text() -> None:
    text = "Belize’s minister met her Icelandic counterpart.\nThey “agreed” to talk."
    sentences = split_sentences(text, [Block(BlockKind.BODY, 0, len(text))])
    parses = load_parser().parse(text, sentences)
    assert [p.sentence for p in parses] == sentences
    for token in (t for p in parses for t in p.tokens):
        assert text[token.start : token.end] == token.text


@needs_model
def test_lemmas_follow_the_tag() -> None:
    text = "The ministers were urging Bhutan and met envoys who had fled."
    sentences = split_sentences(text, [Block(BlockKind.BODY, 0, len(text))])
    lemmas = {t.text: t.lemma for t in load_parser().parse(text, sentences)[0].tokens}
    assert (lemmas["urging"], lemmas["met"], lemmas["fled"], lemmas["envoys"]) == (
        "urge",
        "meet",
        "flee",
        "envoy",
    )


@needs_model
def test_the_top_of_a_stretch_hangs_on_a_word_outside() -> None:
    text = "The old envoy of Belize left the port."
    (parse,) = load_parser().parse(text, split_sentences(text, [Block(BlockKind.BODY, 0, len(text))]))
    tops = [parse.top_of((0, text.index(" left"))), parse.top_of((0, len(text))), parse.top_of((0, 0))]
    assert [top.text if top else None for top in tops] == ["envoy", "left", None]


@needs_model
def test_a_model_with_other_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    if installed_model() != spacy_parser.PACKAGED:
        pytest.skip("an official model is installed, which is not pinned")
    monkeypatch.setattr(spacy_parser, "PACKAGED_SHA256", "0" * 64)
    with pytest.raises(ModelError, match="not the recorded ones"):
        SpacyParser.load(spacy_parser.PACKAGED)


def test_without_a_model_nothing_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.language.installed_model", lambda: None)
    parser = load_parser()
    assert parser.parse("Tallinn objected.", []) == []
    assert parser.model.sha256 is None
