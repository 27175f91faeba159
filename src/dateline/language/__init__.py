"""Sentences first; a parse only of the sentences that are asked for."""

from __future__ import annotations

from dateline.language.gate import Gate
from dateline.language.identify import identify_language
from dateline.language.plain_parser import PlainParser
from dateline.language.sentences import split_sentences
from dateline.language.spacy_parser import SpacyParser, installed_model, model_folder, model_sha256

__all__ = [
    "Gate",
    "PlainParser",
    "SpacyParser",
    "identify_language",
    "installed_model",
    "load_parser",
    "model_folder",
    "model_sha256",
    "split_sentences",
]


def load_parser() -> SpacyParser | PlainParser:
    """The parser of the best model that is installed, or one that parses nothing."""
    package = installed_model()
    return SpacyParser.load(package) if package else PlainParser()
