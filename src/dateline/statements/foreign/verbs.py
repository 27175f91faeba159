"""Verbs of saying in a stretch of text, in a language without a parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Span
from dateline.statements.foreign.table import (
    ForeignCue,
    any_form,
    any_participle,
    any_word,
    foreign_cues,
    foreign_words,
)


@dataclass(frozen=True, slots=True)
class ForeignVerb:
    """A cue with its place; the subject stands beside `finite`, which is the auxiliary of a participle."""

    row: ForeignCue
    span: Span
    finite: Span


def verbs_in(language: str, text: str, stretch: Span, sentence: Span) -> list[ForeignVerb]:
    """Verbs of saying in a stretch of a sentence, in their order. A participle needs an auxiliary in the sentence."""
    found = {verb.span: verb for verb in _finite(language, text, stretch, sentence)}
    found |= {verb.span: verb for verb in _participles(language, text, stretch, sentence)}
    return sorted(found.values(), key=lambda verb: verb.span)


def _finite(language: str, text: str, stretch: Span, sentence: Span) -> Iterator[ForeignVerb]:
    for match in _whole(any_form(language, "say", "name")).finditer(text, *stretch):
        row = _row(language, match[0].lower(), text[match.end() : sentence.end])
        is_noun = match[0][0].isupper() and "capital_nouns" in foreign_words(language, "trait")
        if row is not None and not is_noun:
            yield ForeignVerb(row, Span(*match.span()), Span(*match.span()))


def _participles(language: str, text: str, stretch: Span, sentence: Span) -> Iterator[ForeignVerb]:
    auxiliary = _whole(any_word(language, "auxiliary"))
    for match in _whole(any_participle(language)).finditer(text, *stretch):
        helper = max(auxiliary.finditer(text, sentence.start, match.start()), key=_place, default=None)
        if helper is None or "," in text[helper.end() : match.start()]:
            continue
        row = next(cue for cue in foreign_cues(language) if cue.participle == match[0].lower())
        is_beside = not text[helper.end() : match.start()].strip()
        start = helper.start() if is_beside else match.start()
        yield ForeignVerb(row, Span(start, match.end()), Span(*helper.span()))


def _place(match: re.Match[str]) -> int:
    return match.start()


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){words}(?!\w)")


def _row(language: str, form: str, rest: str) -> ForeignCue | None:
    """The row of a form; one whose particle follows goes before one that has none."""
    rows = [row for row in foreign_cues(language) if form in row.forms]
    parted = [row for row in rows if row.particle and re.search(rf"(?i)\b{row.particle}\b", rest)]
    return next(iter([*parted, *(row for row in rows if not row.particle)]), None)
