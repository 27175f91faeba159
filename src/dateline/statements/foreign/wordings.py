"""Who or what speaks by other words than a verb, in a language without a parser: "so X", "laut X", "heißt es in X"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.model import Span
from dateline.statements.cues import Cue
from dateline.statements.foreign.phrases import noun_of, noun_phrase, phrase_at
from dateline.statements.foreign.table import PLAIN, any_form, any_word


@dataclass(frozen=True, slots=True)
class Said:
    """A cue with its speaker. `is_telling` is true of one that makes a snatch of a word or two said."""

    cue: Cue
    span: Span
    speaker: Span | None
    is_telling: bool


def source_at(language: str, text: str, start: int, end: int, *, opens: bool = False) -> Said | None:
    """So X; laut X; nach Angaben von X: a source named at a place; `opens` is true of one before what is said."""
    kinds = ("by",) if opens else ("by", "inserted")
    link = any_word(language, "link")
    cue = re.compile(rf"(?P<cue>{any_form(language, *kinds)})(?:\s+{link})?\s+").match(text, start, end)
    if cue is None:
        return None
    speaker = phrase_at(language, text, cue.end("cue") + 1, end) or phrase_at(language, text, cue.end(), end)
    return Said(PLAIN, Span(*cue.span("cue")), speaker, True) if speaker else None


def last_source(language: str, text: str, start: int, end: int) -> Said | None:
    """Laut X war das „...“: the last such source in a stretch."""
    cue = re.compile(rf"(?<!\w){any_form(language, 'by', 'inserted')}\s")
    found = [source_at(language, text, match.start(), end) for match in cue.finditer(text, start, end)]
    return next((said for said in reversed(found) if said is not None), None)


def place_at(language: str, text: str, start: int, end: int) -> Said | None:
    """Heißt es in dem Bericht: where something is read, behind the cue."""
    filler, front = any_word(language, "filler"), any_word(language, "front")
    source = rf"(?P<cue>{any_form(language, 'source')})\b(?:\s+{filler}\b)*\s+{front}\s+"
    cue = re.compile(source).match(text, start, end)
    return (
        Said(PLAIN, Span(*cue.span("cue")), phrase_at(language, text, cue.end(), end), True) if cue else None
    )


def place_in(language: str, text: str, start: int, end: int) -> Said | None:
    """In dem Bericht heißt es: where something is read, before or behind the cue."""
    cue = re.compile(rf"\b{any_form(language, 'source')}\b").search(text, start, end)
    if cue is None:
        return None
    place = re.compile(rf"{any_word(language, 'front')}\s+{noun_phrase(language)}")
    where = noun_of(place.match(text, start, cue.start()))
    return place_at(language, text, cue.start(), end) or Said(PLAIN, Span(*cue.span()), where, True)


def wording(language: str, text: str, start: int, end: int) -> Span | None:
    """Mit den Worten: words that lead up to a quotation whatever the verb is."""
    words = rf"\b(?P<cue>{any_form(language, 'words')})\b[^.:]{{0,20}}:?\s*$"
    cue = re.compile(words).search(text, start, end)
    return Span(*cue.span("cue")) if cue else None
