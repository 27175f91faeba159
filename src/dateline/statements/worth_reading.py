"""Which sentences the tagger reads: those with a word that may be a cue, beside words that nobody is known to say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dateline.model import Parse, Sentence, Span, Token
from dateline.statements.draft import Draft
from dateline.statements.quotations import QuotedSpan
from dateline.statements.speakers import is_source, is_speaker, subject_of
from dateline.statements.tagged_cues import SAY, can_be_cue, is_of_table, is_own

_LIKELY, _LIKELY_OF_CLAUSE = 0.2, 0.1
"""Share from which a word is likely enough a cue for its sentence to be read; less will do for a word of the cue table before "that"."""
_FEWEST_WORDS = 5
_WORD = re.compile(r"\w+")
_OPENERS = ("that", "whether")
_ANNOUNCED = re.compile(r"[^:\n]{2,60}:\s")
"""A headline or a line that a name and a colon open."""


def taken_words(outer: Sequence[QuotedSpan], known: Sequence[Draft]) -> list[Span]:
    """What is in quotations, or in drafts that are there."""
    return [*(q.span for q in outer), *(span for draft in known for span in draft.content)]


def has_words_left(text: str, sentence: Sentence, taken: Sequence[Span]) -> bool:
    """Whether words enough for another draft stand together outside what is taken."""
    run = 0
    near = [span for span in taken if span.start < sentence.end and sentence.start < span.end]
    for word in _WORD.finditer(text, sentence.start, sentence.end):
        run = 0 if any(s.start <= word.start() < s.end for s in near) else run + 1
        if run == _FEWEST_WORDS:
            return True
    return False


def may_tell(text: str, parse: Parse, likely: Mapping[int, float]) -> bool:
    """Whether a word of a sentence is likely a cue, and its parse allows it to be one with a speaker; or a colon announces something."""
    words = parse.sentence.span
    if _ANNOUNCED.match(text, *words):
        return True
    clauses = [t.start for t in parse.tokens if t.dep == "mark" and t.lower in _OPENERS]
    last = clauses[-1] if clauses else None
    return any(_may_report(parse, token, last) for token in _likely_tokens(parse, likely, last))


def _likely_tokens(parse: Parse, likely: Mapping[int, float], clause: int | None) -> Iterator[Token]:
    """Words that are likely cues; those of the cue table before the last clause that "that" opens need not be as likely."""
    for token in parse.tokens:
        if not (token.is_verb or token.is_noun or token.tag[:1] == "J"):
            continue
        share = likely.get(token.start, 0.0)
        if share >= _LIKELY or (
            share >= _LIKELY_OF_CLAUSE and clause is not None and token.start < clause and is_of_table(token)
        ):
            yield token


def _may_report(parse: Parse, token: Token, clause: int | None) -> bool:
    cue = can_be_cue(parse, token, has_clause=clause is not None)
    if cue is None or not is_own(parse, token):
        return False
    is_passive = parse.child(token, "auxpass") is not None
    subject = subject_of(parse, token) if token.is_verb and not is_passive else None
    if subject is None:
        return cue is not SAY
    return is_speaker(parse, subject) and (is_source(subject) or not cue.is_inferred)
