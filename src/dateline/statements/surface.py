"""Cues beside quotations where there is no parse: "...," said Ruiz; Ruiz said: "..."; "..." — Ruiz."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.model import Sentence, Span
from dateline.statements.cues import Cue, cue_table, lemma_of_form, speech_forms
from dateline.statements.headlines import COLON
from dateline.statements.quotations import QuotedSpan
from dateline.statements.report import Report

_NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*)(?:\s+(?:(?:of|the|de|da|del|van|von|bin|al|for|and)\s+)*[A-ZÀ-ÖØ-Þ][\w’'-]*(?:\.(?=\s[A-Z]))?)*"
_PHRASE = rf"(?<!\w)(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne)\s+(?:[\w’'-]+\s+){{0,4}}?[\w’'-]+|[Hh]e|[Ss]he|[Tt]hey|{_NAME})"
_LABEL = re.compile(rf"(?:^|[–—-]\s*|from\s+|[.!?]\s+)(?P<speaker>{_NAME}):\s*$")
_SIGNED = re.compile(rf"\s*[—–―]\s*(?P<speaker>{_NAME})(?=\s*(?:[,.(\n]|$))")
_LINKS = frozenset("by or and of in to for with on at from the a an".split())
_BETWEEN = r"(?:\s+(?:also|then|later|has|had|\w+ly))*\s+"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    verbs = "|".join(sorted(map(re.escape, speech_forms()), key=len, reverse=True))
    inverted = re.compile(
        rf"[\s,]*(?P<cue>{verbs})\s+(?P<speaker>[Hh]e|[Ss]he|(?:[a-z-]+\s+){{0,4}}{_NAME}|the\s+[\w’'-]+)"
    )
    behind = re.compile(rf"[\s,]*(?P<speaker>{_PHRASE}){_BETWEEN}(?P<cue>{verbs})\b")
    before = re.compile(rf"(?P<speaker>{_PHRASE}){_BETWEEN}(?P<cue>{verbs})\b[^.!?\"“”]{{0,60}}?[:,]?\s*$")
    return inverted, behind, before


def surface_reports(
    text: str, sentences: list[Sentence], quotations: list[QuotedSpan], paragraph: Span
) -> Iterator[Report]:
    """A report for each quotation that has a cue and a speaker beside it in plain sight."""
    inverted, behind, before = _patterns()
    for number, quotation in enumerate(quotations):
        stop = quotations[number + 1].start if number + 1 < len(quotations) else paragraph.end
        start = quotations[number - 1].end if number else paragraph.start
        match = inverted.match(text, quotation.end, stop) or behind.match(text, quotation.end, stop)
        if match is None:
            match = _last_sentence(before, text, start, quotation.start)
        if match is not None and not _is_noun(match):
            yield from _report(match, sentences)
            continue
        label = _LABEL.search(text, start, quotation.start) or _SIGNED.match(text, quotation.end, stop)
        if label is not None:
            yield from _labelled(label, sentences)


def _is_noun(match: re.Match[str]) -> bool:
    """ "A handwritten *note*" after one article, "by *state* bodies": a verb would have an ending there, or somebody before it."""
    form, speaker = match["cue"].lower(), match["speaker"].lower()
    is_one = speaker.startswith(("a ", "an "))
    return (is_one and lemma_of_form().get(form, form) == form) or speaker.split()[-1] in _LINKS


def _labelled(match: re.Match[str], sentences: list[Sentence]) -> Iterator[Report]:
    """A name and a colon before the marks, as in a transcript; a dash and a name behind them, as in a column of voices."""
    speaker = Span(*match.span("speaker"))
    sentence = next((s for s in sentences if s.start <= speaker.start < s.end), None)
    if sentence is not None:
        yield Report(sentence, COLON, Span(speaker.end, speaker.end), speaker, (speaker,), (), None)


def _last_sentence(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    stops = [m.end() for m in re.finditer(r"[.!?]\s+(?=[A-ZÀ-ÖØ-Þ])", text[start:end])]
    return pattern.search(text, start + (stops[-1] if stops else 0), end)


def _report(match: re.Match[str], sentences: list[Sentence]) -> Iterator[Report]:
    cue = _cue(match["cue"])
    span, speaker = Span(*match.span("cue")), Span(*match.span("speaker"))
    sentence = next((s for s in sentences if s.start <= span.start < s.end), None)
    if cue is not None and sentence is not None:
        yield Report(sentence, cue, span, speaker, (speaker,), (), None)


def _cue(form: str) -> Cue | None:
    rows = cue_table().of("v", lemma_of_form().get(form.lower(), form.lower()))
    return next((cue for cue in rows if cue.takes_quotation and not cue.rest), None)
