"""What reads a page when no language model is installed: nothing is parsed."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import LanguageModel, Parse, Sentence


class PlainParser:
    """Parses nothing: names, metadata and direct quotations are still read by pattern."""

    model = LanguageModel("none", None)

    def kinds_of_word(self, word: str) -> frozenset[str]:
        """Without a model there is no dictionary."""
        return frozenset()

    def base_of_word(self, word: str, kind: str) -> str | None:
        """Without a model there is no dictionary."""
        return None

    def parse(self, text: str, sentences: Sequence[Sentence]) -> list[Parse]:
        """No parse at all."""
        return []
