"""Quotations of a paragraph without a parser: the sentence around each, and whether its words can be an utterance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Sentence, Span
from dateline.statements.foreign.phrases import CAPITAL
from dateline.statements.foreign.speakers import Clause
from dateline.statements.foreign.table import any_word
from dateline.statements.quotations import QuotedSpan

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_ENDS = re.compile(r"[.!?…]\W*$")
_SET_OFF = re.compile(r"[.,!?…;—–-]\W*$")
_ORDINAL = re.compile(r"(?:\b\d{1,2}|\b[A-Z]|\b(?:Dr|Prof|St|Nr|ca|bzw|Sr|Sra|M|Mme))\.\s*$")
_CAPITALS_END = re.compile(rf"\b[{CAPITAL}]{{2,}}\.\s+(?=[{CAPITAL}])")
_LONG_ENOUGH = 6
_SNATCH = 4


@dataclass(slots=True)
class ForeignMarks:
    """A paragraph with its sentences and the quotations in it that lie in no other."""

    text: str
    language: str
    span: Span
    sentences: Sequence[Sentence]
    quotations: Sequence[QuotedSpan]

    def clause(self, quotation: QuotedSpan) -> Clause:
        """The sentence around a quotation, up to the next ones that may be said."""
        start = self.sentence_start(quotation.start)
        end = next((s.end for s in self.sentences if s.start <= quotation.end < s.end), quotation.end)
        spoken = [q for q in self.quotations if not q.is_scare]
        start = max([start, *(q.end for q in spoken if q.end <= quotation.start)])
        end = min([end, *(q.start for q in spoken if q.start >= quotation.end)])
        lead = self.text[start : quotation.start]
        start += len(lead) - len(lead.lstrip())
        return Clause(self.text, self.language, start, quotation.start, quotation.end, end)

    def clause_before(self, quotation: QuotedSpan) -> Clause | None:
        """The sentence right before a quotation that opens one, if nothing is quoted in it."""
        ends = [s for s in self.sentences if s.end <= quotation.start]
        if not ends or self.text[ends[-1].end : quotation.start].strip():
            return None
        start, end = self.sentence_start(ends[-1].start), ends[-1].end
        if any(q.span.touches(Span(start, end)) and not q.is_scare for q in self.quotations):
            return None
        return Clause(self.text, self.language, start, end, end, end)

    def whole_sentences(self) -> list[Span]:
        """Sentences, put together again where an ordinal or a short form has parted them."""
        found: list[Span] = []
        for sentence in self.sentences:
            is_parted = found and _ORDINAL.search(self.text[found[-1].start : sentence.start])
            start = found.pop().start if is_parted else sentence.start
            found.append(Span(start, sentence.end))
        return found

    def sentence_start(self, at: int) -> int:
        """Where a sentence begins; an ordinal or a short form does not end one, capitals do ("USA. Sie")."""
        starts = [s.start for s in self.sentences if s.start <= at]
        while len(starts) > 1 and _ORDINAL.search(self.text[starts[-2] : starts[-1]]):
            starts.pop()
        start = starts[-1] if starts else self.span.start
        return max([start, *(m.end() for m in _CAPITALS_END.finditer(self.text, start, at))])

    def is_speech(self, quotation: QuotedSpan) -> bool:
        """More than a snatch: four words, or a mark of their own at the end."""
        if quotation.is_scare:
            return False
        return self.words(quotation) >= _SNATCH or bool(_SET_OFF.search(self.inner(quotation)))

    def stands_alone(self, quotation: QuotedSpan) -> bool:
        """Enough words for an utterance that needs no cue, and no name or title in the middle of a sentence."""
        if not quotation.is_closed:
            return True
        if not self.is_speech(quotation) or self.words(quotation) < _LONG_ENOUGH:
            return False
        inner = self.inner(quotation)
        opens = self.sentence_start(quotation.start) == quotation.start
        return opens or inner[:1].islower() or bool(_ENDS.search(inner))

    def is_set_off(self, quotation: QuotedSpan) -> bool:
        """A comma behind the marks: „Wohl kaum“, sagte X."""
        return not quotation.is_name and self.text[quotation.end : quotation.end + 1] == ","

    def is_closed_off(self, quotation: QuotedSpan) -> bool:
        """The marks end a sentence: what follows belongs to something else, unless it goes on in lower case."""
        rest = self.text[quotation.end : self.span.end].lstrip()
        return bool(re.search(r"\.\W*$", self.inner(quotation))) and not rest[:1].islower()

    def is_name(self, quotation: QuotedSpan) -> bool:
        """„Bild“-Zeitung, Organisation „Klare Luft“: part of a word, or behind the noun that it is the name of."""
        if quotation.is_name or self.text[quotation.end : quotation.end + 1] == "-":
            return True
        inner, small = self.inner(quotation), any_word(self.language, "front", "determiner", "opener")
        noun = re.compile(rf"(?<!\w)(?!{small}\b)[{CAPITAL}][\w-]+\s+$")
        is_titled = inner[:1].isupper() and bool(noun.search(self.text[self.span.start : quotation.start]))
        return is_titled and not _SET_OFF.search(inner) and self.words(quotation) < _LONG_ENOUGH

    def is_first(self, quotation: QuotedSpan) -> bool:
        """Whether nothing stands before it in the paragraph."""
        return not self.text[self.span.start : quotation.start].strip()

    def words(self, quotation: QuotedSpan) -> int:
        """How many words are quoted."""
        return words_of(self.inner(quotation))

    def inner(self, quotation: QuotedSpan) -> str:
        """What stands between the marks."""
        return self.text[quotation.start + 1 : quotation.end - quotation.is_closed]


def words_of(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))
