"""The words of what somebody said, with the breaks between phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import Span, Statement
from dateline.stories.stems import stem
from dateline.stories.terms import WORD, usual_frequencies
from dateline.stories.wordlists import word_list

_FUNCTION_SHARE = 0.3
_STRONG_BREAK = re.compile(r"[;:.!?()\[\]“”\"«»—]|\s[–-]\s|\n")
_OPENERS = word_list("opens a phrase")
_JOINERS = word_list("joins phrases")
_QUOTE = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)")


@dataclass(frozen=True, slots=True)
class SaidWord:
    """A word of an utterance: folded form, stem, place, the number of its phrase, and whether it is quoted."""

    form: str
    stem: str
    start: int
    end: int
    phrase: int
    is_quoted: bool

    @property
    def is_content(self) -> bool:
        """True for a word that carries meaning, by how rare its stem is in news pages."""
        return usual_frequencies().get(self.stem, 0.0) < _FUNCTION_SHARE and self.form not in _OPENERS


def said_words(text: str, statement: Statement) -> list[SaidWord]:
    """The words of a statement's content, in order."""
    return words_in(text, statement.content)


def words_in(text: str, spans: Iterable[Span]) -> list[SaidWord]:
    """The words of some stretches; a phrase ends at strong punctuation, and at a comma before a word that opens one."""
    found: list[SaidWord] = []
    phrase = 0
    for span in spans:
        content = span.of(text)
        quoted = [match.span() for match in _QUOTE.finditer(content)]
        matches = list(WORD.finditer(content))
        last = 0
        for i, match in enumerate(matches):
            gap = content[last : match.start()]
            following = [m[0].lower() for m in matches[i : i + 2]]
            phrase += i == 0 or _breaks(gap, following)
            last = match.end()
            form = match[0].lower().replace("’", "'")
            inside = any(start <= match.start() < end for start, end in quoted)
            place = span.start + match.start(), span.start + match.end()
            found.append(SaidWord(form, stem(form), *place, phrase, inside))
    return found


def _breaks(gap: str, following: list[str]) -> bool:
    if _STRONG_BREAK.search(gap):
        return True
    word = following[-1] if following[0] in _JOINERS and len(following) > 1 else following[0]
    opens = word in _OPENERS or (word.endswith("ly") and len(word) > 4)
    joined = following[0] in _JOINERS and word.endswith("ly") and len(word) > 4
    return opens if "," in gap else joined
