"""Texts to statements, as a reading does it, but without pages, gate or resolver."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.language import SpacyParser, load_parser, split_sentences
from dateline.model import Block, BlockKind, Span, Statement
from dateline.readers import StatementTagger
from dateline.statements import find_quotations, find_statements

Find = Callable[..., list[Statement]]


def paragraphs_of(text: str) -> list[Span]:
    """Lines as paragraphs."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def blocks_of(text: str, kind: BlockKind = BlockKind.BODY) -> list[Block]:
    return [Block(kind, span.start, span.end) for span in paragraphs_of(text)]


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    found = load_parser()
    if not isinstance(found, SpacyParser):
        pytest.skip("no language model is installed")
    return found


@pytest.fixture(scope="session")
def find(parser: SpacyParser) -> Find:
    """Statements of a text; `kind` is the block kind of all its lines, `unparsed` a sentence that is not parsed, `tagger` reads beside the rules."""

    def run(
        text: str,
        kind: BlockKind = BlockKind.BODY,
        unparsed: str = "",
        tagger: StatementTagger | None = None,
    ) -> list[Statement]:
        sentences = split_sentences(text, blocks_of(text, kind))
        parsed = [sentence for sentence in sentences if sentence.span.of(text) != unparsed]
        parses = {parse.sentence.index: parse for parse in parser.parse(text, parsed)}
        quotations = find_quotations(text, paragraphs_of(text))
        return find_statements(text, sentences, quotations, parses, tagger=tagger)

    return run


@pytest.fixture(scope="session")
def find_unparsed() -> Find:
    """Statements of a text for which there is no parser; `language` is that of the text."""

    def run(text: str, language: str = "en") -> list[Statement]:
        sentences = split_sentences(text, blocks_of(text))
        quotations = find_quotations(text, paragraphs_of(text))
        return find_statements(text, sentences, quotations, {}, language=language)

    return run
