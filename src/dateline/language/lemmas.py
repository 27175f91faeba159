"""Lemmas from a word and its tag, by the tables of the language model that is loaded."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Protocol

_TABLE_OF_TAG = {"V": "verb", "N": "noun", "J": "adj", "R": "adv"}


class Table(Protocol):
    """A spaCy look-up table: keys are strings, kept as hashes."""

    def get(self, key: str, default: Any = None, /) -> Any: ...


class Lemmas(Protocol):
    """Gives the dictionary form of a word."""

    def __call__(self, word: str, tag: str) -> str:
        """`word` in lower case, with its Penn Treebank tag."""
        ...


class TableLemmas:
    """Exceptions first, then suffix rules whose result is a known word."""

    def __init__(
        self,
        exceptions: Table,
        rules: Table,
        index: Table,
    ) -> None:
        kinds = _TABLE_OF_TAG.values()
        self._exceptions: dict[str, Table] = {kind: exceptions.get(kind, {}) for kind in kinds}
        self._rules: dict[str, list[list[str]]] = {kind: rules.get(kind, []) for kind in kinds}
        self._index = {kind: frozenset(index.get(kind, ())) for kind in kinds}
        self._cached = lru_cache(maxsize=65536)(self._find)
        self._cached_kinds = lru_cache(maxsize=16384)(self._find_kinds)

    def __call__(self, word: str, tag: str) -> str:
        return self._cached(word, tag)

    def kinds(self, word: str) -> frozenset[str]:
        """As what the dictionary has a lower-case word or its base form: `verb noun adj adv`; empty for an unknown word."""
        return self._cached_kinds(word)

    def base(self, word: str, kind: str) -> str | None:
        """The base form of an inflected word of a kind (`verb noun adj adv`); None where the word is one itself, or unknown."""
        found = self._base(word, kind)
        return found if found != word and found in self._index[kind] else None

    def _find_kinds(self, word: str) -> frozenset[str]:
        return frozenset(kind for kind in self._index if self._base(word, kind) in self._index[kind])

    def _base(self, word: str, kind: str) -> str:
        if word in self._index[kind]:
            return word
        exceptions = self._exceptions[kind].get(word)
        return str(exceptions[0]) if exceptions else self._by_rule(word, kind)

    def _find(self, word: str, tag: str) -> str:
        kind = _TABLE_OF_TAG.get(tag[:1])
        if kind is None or tag in ("VB", "VBP", "NN", "NNP", "NNPS", "JJ", "RB"):
            irregular = self._exceptions["verb"].get(word) if tag == "VBP" else None
            return str(irregular[0]) if irregular else word
        exceptions = self._exceptions[kind].get(word)
        if exceptions:
            return str(exceptions[0])
        return self._by_rule(word, kind)

    def _by_rule(self, word: str, kind: str) -> str:
        known = self._index[kind]
        fallback = ""
        for old, new in self._rules[kind]:
            if word.endswith(old) and len(word) > len(old):
                form = word[: len(word) - len(old)] + new
                if form in known:
                    return form
                fallback = fallback or form
        return word if word in known else fallback or word
