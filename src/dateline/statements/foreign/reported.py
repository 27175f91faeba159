"""Reported clauses in a language without a parser, in the plain cases only: "X sagte, dass ...", "X sagte, er habe ...", "laut X ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.model import Span
from dateline.statements.foreign.marks import ForeignMarks, words_of
from dateline.statements.foreign.subjects import follower, subject_of
from dateline.statements.foreign.table import any_word, foreign_words
from dateline.statements.foreign.verbs import ForeignVerb, verbs_in
from dateline.statements.foreign.wordings import Said, source_at

_GAP = r"[^,.:;„“”\"«»()]{0,60},\s+"
_MOOD_WITHIN = 80
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Reported:
    """A clause with the cue that reports it."""

    said: Said
    content: Span


def reported_clauses(marks: ForeignMarks) -> Iterator[Reported]:
    """The reported clauses of a paragraph, one a sentence at most; those with half a quotation in them are left out."""
    if not foreign_words(marks.language, "that"):
        return
    for sentence in marks.whole_sentences():
        found = (
            _behind_a_verb(marks, sentence) or _before_a_verb(marks, sentence) or _sourced(marks, sentence)
        )
        if found is not None and words_of(found.content.of(marks.text)) >= _SHORTEST:
            quoted = [q.span for q in marks.quotations if q.span.touches(found.content)]
            if all(found.content.covers(span) for span in quoted):
                yield found


def _behind_a_verb(marks: ForeignMarks, sentence: Span) -> Reported | None:
    """X sagte, dass ...; X sagte, er habe ..."""
    for verb in verbs_in(marks.language, marks.text, sentence, sentence):
        start = _clause_start(marks, verb, sentence)
        speaker = subject_of(marks.language, marks.text, sentence, verb.finite)
        if start is None or speaker is None or any(q.span.touches(verb.span) for q in marks.quotations):
            continue
        if not _is_own(marks, speaker) and not _is_denied(marks, Span(sentence.start, start)):
            said = Said(verb.row.cue, verb.span, speaker, False)
            return Reported(said, _clipped(marks.text, Span(start, sentence.end)))
    return None


def _before_a_verb(marks: ForeignMarks, sentence: Span) -> Reported | None:
    """Der Damm sei alt, sagte X: the clause before the comma, if its verb has the mood of reported speech."""
    mood = re.compile(rf"\b{any_word(marks.language, 'mood')}\b")
    for verb in verbs_in(marks.language, marks.text, sentence, sentence):
        lead = Span(sentence.start, verb.span.start)
        speaker = follower(marks.language, marks.text, verb.span.end, sentence.end)
        is_behind = lead.of(marks.text).rstrip().endswith(",") and mood.search(marks.text, *lead)
        if is_behind and speaker is not None and not _is_own(marks, speaker):
            content = Span(lead.start, lead.start + len(lead.of(marks.text).rstrip(" ,")))
            return Reported(Said(verb.row.cue, verb.span, speaker, False), content)
    return None


def _clause_start(marks: ForeignMarks, verb: ForeignVerb, sentence: Span) -> int | None:
    """Where the clause begins: with a word like "that", or with a verb in the mood of reported speech soon after the comma."""
    if verb.row.cue.act == "describe":
        return None
    gap = re.compile(_GAP).match(marks.text, verb.span.end, sentence.end)
    if gap is None:
        return None
    if re.compile(rf"{any_word(marks.language, 'that')}\s").match(marks.text, gap.end()):
        return gap.end()
    near = min(gap.end() + _MOOD_WITHIN, sentence.end)
    return gap.end() if _mood(marks.language).match(marks.text, gap.end(), near) else None


@cache
def _mood(language: str) -> re.Pattern[str]:
    """A clause with a verb in the mood of reported speech; one at the end of a clause that an article opens is relative."""
    mood = rf"[^:;„“”\"«»]*?\b{any_word(language, 'mood')}\b"
    article, other = any_word(language, "determiner"), any_word(language, "relative")
    return re.compile(rf"(?!{other}\b)(?:(?!{article}\b){mood}|{mood}(?=\s+[\w„“\"»]))")


def _sourced(marks: ForeignMarks, sentence: Span) -> Reported | None:
    """Laut X ist ...: the rest of a sentence that opens with its source."""
    said = source_at(marks.language, marks.text, *sentence, opens=True)
    if said is None or said.speaker is None:
        return None
    return Reported(said, _clipped(marks.text, Span(said.speaker.end, sentence.end)))


def _clipped(text: str, span: Span) -> Span:
    """Without the mark that ends the sentence, and without a quotation that a colon leads up to."""
    announced = re.search(r":\s*[„“\"«»]", span.of(text))
    end = span.start + announced.start() if announced else span.end
    words = text[span.start : end]
    kept = words.rstrip(" .!?:")
    return Span(span.start + len(words) - len(words.lstrip(" ,")), span.start + len(kept))


def _is_own(marks: ForeignMarks, speaker: Span) -> bool:
    return speaker.of(marks.text).lower() in foreign_words(marks.language, "self")


def _is_denied(marks: ForeignMarks, span: Span) -> bool:
    return bool(re.search(rf"\b{any_word(marks.language, 'negation')}\b", span.of(marks.text)))
