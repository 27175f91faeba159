"""Finds words and phrases that show a context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.events.context_tables import ContextWords, WordIndex
from dateline.model import Parse, Span, Token

_BESIDE = 3
"""Words to each side among which one that takes the sense away may stand."""
_PLACES_OF_NOUNS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "pcomp", "compound"})
_TAGS = {"n": ("NN",), "v": ("VB",), "a": ("JJ", "VBN", "NN"), "p": ("NNP", "JJ")}


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word without hyphens, as it stands and as a lemma, of a token."""

    form: str
    lemma: str
    token: Token


@dataclass(frozen=True, slots=True)
class FoundWords:
    """Words of a sentence that show a context; `first` is the number of their first token."""

    context: str
    span: Span
    first: int


def found_words(parse: Parse, index: WordIndex) -> list[FoundWords]:
    """All words of a sentence that show a context, in their order."""
    line = list(_pieces(parse))
    found = []
    for at, piece in enumerate(line):
        for row in _beginning(piece, index):
            if _stands(row, line, at):
                span = Span(piece.token.start, line[at + len(row.words) - 1].token.end)
                found.append(FoundWords(row.context, span, piece.token.i))
    return found


def in_phrase(words: Sequence[str], index: WordIndex) -> Iterator[str]:
    """Contexts that words by themselves show, such as those of an office or of a name."""
    for at, word in enumerate(words):
        for row in index.get(word, ()):
            end = at + len(row.words)
            if (
                row.pos != "v"
                and tuple(words[at:end]) == row.words
                and row.without.isdisjoint((*words[:at], *words[end:]))
            ):
                yield row.context


def _pieces(parse: Parse) -> Iterator[_Piece]:
    for token in parse.tokens:
        if "-" not in token.text:
            yield _Piece(token.lower, token.lemma, token)
            continue
        for form in filter(None, token.lower.split("-")):
            yield _Piece(form, form, token)


def _beginning(piece: _Piece, index: WordIndex) -> Iterator[ContextWords]:
    yield from index.get(piece.form, ())
    if piece.lemma != piece.form:
        yield from index.get(piece.lemma, ())


def _is_of_kind(row: ContextWords, piece: _Piece) -> bool:
    """Whether a word is a noun, verb or the like as a row asks; "fracking" is a noun where one may stand, whatever its tag."""
    if row.pos == "n" and piece.token.tag == "VBG":
        return piece.form == row.words[0] and piece.token.dep in _PLACES_OF_NOUNS
    return piece.token.tag.startswith(_TAGS[row.pos])


def _stands(row: ContextWords, line: Sequence[_Piece], at: int) -> bool:
    """Whether the words of a row stand there, in their sense."""
    end = at + len(row.words)
    here = line[at:end]
    if len(here) < len(row.words) or not all(
        w in (p.form, p.lemma) for w, p in zip(row.words, here, strict=True)
    ):
        return False
    text = here[0].token.text
    if row.pos == "p" and not (text.isupper() if row.is_acronym else text[0].isupper()):
        return False
    if len(here) == 1 and not _is_of_kind(row, here[0]):
        return False
    if not row.without:
        return True
    around = (*line[max(0, at - _BESIDE) : at], *line[end : end + _BESIDE])
    return not any(p.form in row.without or p.lemma in row.without for p in around)
