"""Cues beside quotations in languages without a parser: „...“, sagte X; « ... », a déclaré X; X dijo: "..."."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

from dateline.model import Sentence, Span
from dateline.statements.cues import Cue
from dateline.statements.quotations import QuotedSpan
from dateline.statements.report import Report

_CAPITAL = "A-ZÀ-ÖØ-ÞĄĆĘŁŃÓŚŹŻА-ЯЁІЇЄҐ"
_LINKS = "de|del|della|di|da|do|dos|la|le|van|von|bin|al|el|der|den"
_NAME = rf"[{_CAPITAL}][\w’'.-]*\w(?:\s+(?:(?:{_LINKS})\s+)*[{_CAPITAL}][\w’'-]*\w)*"
_TITLED = rf"(?:[^\W\d_]+\s+){{0,4}}?{_NAME}"
_PRONOUN = r"(?:er|sie|il|elle|él|ella|lui|lei|ele|ela|hij|zij|он|она|він|вона|on|ona)\b"
_PUNCTUATION = r"[\s,.–—-]*"


@cache
def foreign_cues() -> Mapping[str, Cue]:
    """Cues by their lower-case form, from `foreign_cues.csv`. Loaded once."""
    table = resources.files("dateline.statements") / "data" / "foreign_cues.csv"
    rows = csv.DictReader(table.read_text("utf-8").splitlines())
    return {row["form"]: _cue(row["form"], row["act"]) for row in rows}


def _cue(form: str, act: str) -> Cue:
    return Cue(form, (), "v", "say", act, frozenset({"quote"}), frozenset(), "")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    forms = "|".join(sorted(map(re.escape, foreign_cues()), key=len, reverse=True))
    cue, speaker = rf"\b(?P<cue>{forms})\b", rf"(?P<speaker>{_TITLED})"
    return (
        re.compile(rf"{_PUNCTUATION}{cue}\s+(?P<speaker>{_PRONOUN}|{_TITLED})"),
        re.compile(rf"{_PUNCTUATION}(?P<speaker>{_NAME})\s+{cue}"),
        re.compile(rf"(?P<speaker>{_NAME})\s+{cue}[^.!?:]{{0,40}}:\s*$"),
        re.compile(rf"{cue}\s+{speaker}[^.!?:]{{0,40}}:\s*$"),
    )


def foreign_reports(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[QuotedSpan], paragraph: Span
) -> Iterator[Report]:
    """A report for each quotation with a plain cue of saying and a named speaker right beside it."""
    inverted, behind, before, led = _patterns()
    for number, quotation in enumerate(quotations):
        stop = quotations[number + 1].start if number + 1 < len(quotations) else paragraph.end
        start = quotations[number - 1].end if number else paragraph.start
        match = (
            inverted.match(text, quotation.end, stop)
            or behind.match(text, quotation.end, stop)
            or before.search(text, start, quotation.start)
            or led.search(text, start, quotation.start)
        )
        if match is not None:
            yield from _report(match, sentences)


def _report(match: re.Match[str], sentences: Sequence[Sentence]) -> Iterator[Report]:
    span, speaker = Span(*match.span("cue")), Span(*match.span("speaker"))
    sentence = next((s for s in sentences if s.start <= span.start < s.end), None)
    if sentence is not None:
        yield Report(sentence, foreign_cues()[match["cue"]], span, speaker, (speaker,), (), None)
