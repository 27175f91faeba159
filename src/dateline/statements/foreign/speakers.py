"""The cue and the speaker of a quotation in a language without a parser."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.model import Span
from dateline.statements.foreign.phrases import phrase_at
from dateline.statements.foreign.subjects import follower, inner_subject, leader, subject_of
from dateline.statements.foreign.table import PLAIN, any_word, foreign_words
from dateline.statements.foreign.verbs import ForeignVerb, verbs_in
from dateline.statements.foreign.wordings import (
    Said,
    last_source,
    place_at,
    place_in,
    source_at,
    wording,
)

_OPENING = re.compile(r"[\s,–—-]*")


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence around a quotation: up to the marks at `opens`, and on from the marks at `closes`."""

    text: str
    language: str
    start: int
    opens: int
    closes: int
    end: int

    @property
    def lead(self) -> str:
        """What stands before the marks."""
        return self.text[self.start : self.opens].rstrip()

    def behind(self) -> Said | None:
        """The cue right behind the marks: „...“, sagte X; „...“, so X; „...“, wie X mitteilte."""
        found = _OPENING.match(self.text, self.closes, self.end)
        start = found.end() if found else self.closes
        return (
            source_at(self.language, self.text, start, self.end)
            or place_at(self.language, self.text, start, self.end)
            or self._inverted(start)
            or self._final(start)
            or self._subject_first(start)
            or self._unknown(start)
        )

    def before(self) -> Said | None:
        """The last cue before the marks: X sagte: „...“; X nannte ihn „...“; laut X „...“; X: „...“."""
        found = self._verbs(self.start, self.opens)
        named = last_source(self.language, self.text, found[-1].span.end if found else self.start, self.opens)
        if named is not None or found:
            return named or self._said(found[-1])
        return (
            self._worded() or place_in(self.language, self.text, self.start, self.opens) or self._labelled()
        )

    def _verbs(self, start: int, end: int) -> list[ForeignVerb]:
        return verbs_in(self.language, self.text, Span(start, end), Span(self.start, self.end))

    def _said(self, verb: ForeignVerb) -> Said:
        clause = Span(self.start, self.opens)
        speaker = subject_of(self.language, self.text, clause, verb.finite)
        return Said(verb.row.cue, verb.span, speaker, verb.row.kind == "name")

    def _inverted(self, start: int) -> Said | None:
        verb = next(iter(self._verbs(start, self.end)), None)
        if verb is None or start not in (verb.span.start, verb.finite.start):
            return None
        if verb.finite.start < self.opens:
            return self._said(verb)
        beside = verb.span.end if verb.span.start == start else verb.finite.end
        speaker = follower(self.language, self.text, beside, self.end)
        return Said(verb.row.cue, verb.span, speaker, verb.row.kind == "name")

    def _final(self, start: int) -> Said | None:
        """„...“, wie X mitteilte."""
        clause = re.compile(rf"{any_word(self.language, 'clause')}\s+").match(self.text, start, self.end)
        speaker = self._phrase(clause.end(), self.end) if clause else None
        said = self._verbs(speaker.end, self.end) if speaker else []
        return Said(said[0].row.cue, said[0].span, speaker, said[0].row.kind == "name") if said else None

    def _subject_first(self, start: int) -> Said | None:
        """« ... », le ministre a déclaré: where the verb does not come second."""
        if "verb_second" in foreign_words(self.language, "trait"):
            return None
        speaker = self._phrase(start, self.end)
        verb = next(iter(self._verbs(speaker.end, self.end)), None) if speaker else None
        if speaker is None or verb is None or self.text[speaker.end : verb.span.start].strip():
            return None
        return Said(verb.row.cue, verb.span, speaker, False)

    def _unknown(self, start: int) -> Said | None:
        """„...“, freut sich X: a verb behind the comma is one of saying, whatever it is."""
        is_set_off = "," in self.text[self.closes : start]
        if "verb_second" not in foreign_words(self.language, "trait") or not is_set_off:
            return None
        barred = any_word(self.language, "front", "determiner", "pronoun", "link", "join")
        verb = re.compile(rf"(?!{barred}\b)[^\W\d_A-ZÄÖÜ]{{3,}}\b").match(self.text, start, self.end)
        speaker = follower(self.language, self.text, verb.end(), self.end) if verb else None
        return Said(PLAIN, Span(*verb.span()), speaker, False) if verb and speaker else None

    def _worded(self) -> Said | None:
        """X meldete sich mit den Worten: „...“, whatever the verb."""
        cue = wording(self.language, self.text, self.start, self.opens)
        return Said(PLAIN, cue, self._opening(cue.start), True) if cue else None

    def _labelled(self) -> Said | None:
        """A colon without a known verb: the phrase that opens the sentence, or follows its first verb."""
        speaker = self._opening(self.opens) if self.lead.endswith((":", "(")) else None
        return Said(PLAIN, Span(self.opens, self.opens), speaker, False) if speaker else None

    def _opening(self, end: int) -> Span | None:
        first = leader(self.language, self.text, self.start, end)
        return first or inner_subject(self.language, self.text, self.start, end)

    def _phrase(self, start: int, end: int) -> Span | None:
        return phrase_at(self.language, self.text, start, end)
