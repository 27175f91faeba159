"""Reporting frames of a parsed sentence, whatever kind of word makes them."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Parse, Span
from dateline.statements.according import according_report
from dateline.statements.boundaries import bare
from dateline.statements.noun_reports import adjective_report, noun_report
from dateline.statements.report import Report
from dateline.statements.verb_reports import verb_report

_LEADING = frozenset("and but while before after by also then even".split())


def find_reports(parse: Parse) -> list[Report]:
    """All frames of a sentence, in the order of their cues."""
    found: list[Report] = []
    for token in parse.tokens:
        if token.lower in ("according", "per"):
            found.extend(according_report(parse, token))
        elif token.is_verb and token.tag != "MD":
            found.extend(verb_report(parse, token))
            if token.tag == "VBN":
                found.extend(adjective_report(parse, token))
        elif token.is_noun:
            found.extend(noun_report(parse, token))
        elif token.tag.startswith("JJ"):
            found.extend(adjective_report(parse, token))
    return [_clipped(parse, report, found) for report in found]


def _clipped(parse: Parse, report: Report, others: list[Report]) -> Report:
    """Content stops where the next cue takes over: "said A and added B", "said A, the agency reported"."""
    for other in others:
        if other is report or not report.content or other.span.start <= report.span.start:
            continue
        cut = _cut(parse, report.content[-1], report, other)
        if cut is not None:
            report = replace(report, content=(*report.content[:-1], cut))
    return report


def _cut(parse: Parse, span: Span, report: Report, other: Report) -> Span | None:
    if not span.start < other.left < span.end:
        return None
    at = other.span.start if other.speaker == report.speaker else other.left
    before = [t for t in parse.tokens_in(span) if t.end <= at]
    is_tail = other.right >= span.end and bool(before) and before[-1].dep == "punct"
    if other.speaker != report.speaker and not is_tail:
        return None
    kept = bare(before)
    while kept and (kept[-1].dep in ("cc", "punct", "mark") or kept[-1].lower in _LEADING):
        kept.pop()
    return Span(kept[0].start, kept[-1].end) if kept else None
