"""Where what one cue reports ends because the next cue, or the author, takes over (codebook section 4, rule 3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Parse, Span, Token
from dateline.statements.boundaries import FINITE, bare
from dateline.statements.cues import SILENT
from dateline.statements.report import Report
from dateline.statements.speakers import DAYS, SUBJECTS, is_source

_LEADING = frozenset("and but while before after by also then even".split())
_PRONOUNS = frozenset({"he", "she", "they"})
_RESUMING = frozenset({"but", "also", "then", "later"})
_REFUSING = frozenset({"decline", "refuse"})
_FEWEST = 3
_SHORTEST = 2
_DASHES = frozenset({"—", "–", "--", "-"})
_CONTRASTS = frozenset({"while", "as", "although", "though"})
_WISHES = frozenset({"demand", "feel", "promise", "refuse"})
_LABELS = frozenset(
    "assessment claim argument charge accusation reference remark comment allegation admission indication sign signal reminder reflection "
    "acknowledgment acknowledgement rebuke reversal departure shift blow setback".split()
)
_ON = frozenset({"in", "during", "at", "on"})
_SOME = frozenset("a an the his her their its".split())
_OCCASIONS = frozenset(
    "speech interview letter statement address appearance tweet post conference rally hearing debate testimony broadcast memo email".split()
)
_QUOTES = frozenset({'"', "“", "”", "''", "``"})


def clipped(parse: Parse, report: Report, others: Sequence[Report]) -> Report:
    """A report whose content stops where the next cue takes over: "said A and added B", "said A, the agency reported"."""
    for other in others:
        if other is report or not report.content or other.span.start <= report.span.start:
            continue
        cut = _cut(parse, report.content[-1], report, other)
        if cut is not None:
            report = replace(report, content=(*report.content[:-1], *cut))
    ends = (_without_silence(parse, s) for s in report.content)
    return replace(
        report,
        content=tuple(
            s
            if s.start < report.span.end
            else without_occasion(parse, without_remark(parse, s, report.cue.klass))
            for s in ends
        ),
    )


def _cut(parse: Parse, span: Span, report: Report, other: Report) -> tuple[Span, ...] | None:
    is_shared = other.speaker == report.speaker
    at = other.span.start if is_shared else other.left
    if is_shared and span.start == at and len(report.content) > 1:
        return ()
    if not span.start < at < span.end or not _takes_over(parse, span, report, other, at):
        return None
    kept = bare([t for t in parse.tokens_in(span) if t.end <= at])
    while kept and (kept[-1].dep in ("cc", "punct", "mark") or kept[-1].lower in _LEADING):
        kept.pop()
    return (Span(kept[0].start, kept[-1].end),) if kept else None


def _takes_over(parse: Parse, span: Span, report: Report, other: Report, at: int) -> bool:
    """Whether a cue inside reported words is no part of them."""
    before = [t for t in parse.tokens_in(span) if t.end <= at]
    if other.speaker == report.speaker:
        return _is_resumed(parse, report, other)
    if before and before[-1].text == ";":
        return True
    if (
        _is_pronoun(parse, other)
        and {t.lower for t in [*before[-2:], *parse.tokens_in(other.span)[:1]]} & _RESUMING
    ):
        return other.cue.klass not in ("think", "feel") and bool(before) and before[-1].dep == "cc"
    return other.right >= span.end and bool(before) and before[-1].dep == "punct"


def _is_pronoun(parse: Parse, report: Report) -> bool:
    words = parse.tokens_in(report.speaker) if report.speaker is not None else []
    return len(words) == 1 and words[0].lower in _PRONOUNS


def _is_resumed(parse: Parse, report: Report, other: Report) -> bool:
    """ "Said the well was dry and blamed the sun", "had gone and described it as ...": the cue goes on from the first."""
    verb = next((t for t in parse.tokens_in(other.span) if t.is_verb), None)
    if verb is None or parse.child(verb, "aux") is not None:
        return False
    if verb.dep != "conj" or verb.tag == "VBG":
        return verb.dep in ("conj", "advcl", "ROOT", "parataxis") and (
            verb.dep != "conj" or parse.head(verb).is_verb
        )
    outer = parse.head(verb)
    while outer.dep == "conj":
        outer = parse.head(outer)
    if not report.span.covers(parse.head(outer).span):
        return parse.head(outer) is outer
    subject = parse.child(outer, *SUBJECTS)
    if subject is not None and not is_source(subject):
        return True
    return parse.child(outer, "aux", "neg") is not None


def _without_silence(parse: Parse, span: Span) -> Span:
    """Without the author's "but he did not name them" behind reported words."""
    tokens = parse.tokens_in(span)
    for at, token in enumerate(tokens):
        rest = tokens[at + 1 : at + 7]
        if at < _FEWEST or token.lower != "but" or not rest or rest[0].lower not in _PRONOUNS:
            continue
        is_negated = any(t.lower in ("not", "n't", "n’t", "never") or t.lemma in _REFUSING for t in rest[:4])
        if is_negated and any(t.lemma in SILENT for t in rest):
            kept = bare(tokens[:at])
            return Span(span.start, kept[-1].end)
    return span


def without_remark(parse: Parse, span: Span, klass: str) -> Span:
    """Words behind a cue of that class, without what the author adds: "a Democrat - a charge that he denies", ", a rare admission"."""
    tokens = parse.tokens_in(span)
    if any(t.text in _QUOTES for t in tokens):
        return span
    for at in range(_SHORTEST, len(tokens) - 2):
        mark, article = tokens[at : at + 2]
        is_dash = mark.text in _DASHES and not _closes(tokens[at + 1 :])
        is_comma = mark.text == "," and any(t.lemma in _LABELS for t in tokens[at + 2 : at + 5])
        is_contrast = mark.text == "," and article.lower in _CONTRASTS and klass in _WISHES
        is_part = mark.text == "," and article.lower == "part" and tokens[at + 2].lower == "of"
        if is_contrast or is_part or (article.lower in ("a", "an") and (is_dash or is_comma)):
            return Span(span.start, tokens[at - 1].end)
    return span


def without_occasion(parse: Parse, span: Span) -> Span:
    """A phrase behind a cue, without the day and the occasion on which it was said: "blamed the rain | Monday in a speech". Of a clause
    they may be a part."""
    tokens = parse.tokens_in(span)
    if any(t.tag in FINITE for t in tokens if not _is_relative(parse, t)):
        return span
    end = len(tokens)
    for at in range(_SHORTEST, len(tokens) - 2):
        noun = parse.child(tokens[at], "pobj")
        if tokens[at].lower not in _ON or tokens[at + 1].lower not in _SOME or noun is None:
            continue
        if noun.lemma in _OCCASIONS and parse.subtree_span(tokens[at]).end >= tokens[-1].end:
            end = at
            break
    while end > _SHORTEST and tokens[end - 1].lower in DAYS and tokens[end - 2].tag != "IN":
        end -= 1
    return Span(span.start, tokens[end - 1].end) if end < len(tokens) else span


def _is_relative(parse: Parse, token: Token) -> bool:
    return any(t.dep == "relcl" for t in (token, *parse.ancestors(token)))


def _closes(tokens: Sequence[Token]) -> bool:
    return any(t.text in _DASHES for t in tokens)
