"""Statements of a text: reports of the parsed sentences and quotations, put together (codebook section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Protocol

from dateline.model import (
    CODED_KINDS,
    BlockKind,
    Mentions,
    Parse,
    Party,
    Sentence,
    Span,
    Statement,
    StatementType,
    hull,
)
from dateline.statements.attribution import attribute
from dateline.statements.channels import channel_of
from dateline.statements.draft import Draft
from dateline.statements.foreign import foreign_drafts
from dateline.statements.headlines import headline_reports
from dateline.statements.quotations import QuotedSpan
from dateline.statements.report import Report
from dateline.statements.reports import find_reports
from dateline.statements.surface import surface_reports
from dateline.statements.tagged import Tags, has_words_left, tagged_drafts

_DATELINE = re.compile(
    r"[A-Z][A-Z.'’/ -]{2,30}(?:,[\w.,/ ]{2,30})?\s?(?:\([\w /.]{2,30}\))?\s?[–—-]{1,2}\s+(?=[A-Z])"
)
_READ_AS_ENGLISH = frozenset({"en", "und"})

_BARE = frozenset("for of to about on with".split())
_MOST_SENTENCES = 60
_PAUSED = re.compile(r"[.,!?…;:—–-]\W*$")
_FEW_WORDS = re.compile(r"\s+(?:[\w’'-]+\s+){1,6}")
_HYPHENED = re.compile(r"(?:-\w+)+")


class Tagger(Protocol):
    """Tags paragraphs of a text."""

    def tag(self, text: str, paragraphs: Sequence[Span]) -> Sequence[Tags]:
        """One result a paragraph."""
        ...


def find_statements(
    text: str,
    sentences: Sequence[Sentence],
    quotations: Sequence[QuotedSpan],
    parses: Mapping[int, Parse],
    mentions: Mentions | None = None,
    tagger: Tagger | None = None,
    language: str = "en",
) -> list[Statement]:
    """Statements in the order of the text, with ids `s1`, `s2`, ...

    `parses` is by `Sentence.index`; sentences may be missing from it, and then only quotations beside a plain cue and
    speaker are found there. Another `language` than English has rules of its own, without a parse. `mentions` resolves speakers and addressees; without it they have their words for a name. `tagger` reads beside the rules.
    """
    before: Draft | None = None
    coded = [s for s in sentences if s.kind in CODED_KINDS]
    paragraphs: list[_Paragraph] = []
    for _, group in groupby(coded, key=lambda s: s.paragraph):
        for own in _parts(list(group)):
            if language in _READ_AS_ENGLISH:
                found, before = _by_rules(text, own, quotations, parses, before, mentions)
            else:
                found, before = _foreign_paragraph(text, own, quotations, before, language)
            paragraphs.append(_Paragraph(own, _outer(own, quotations), found))
    if tagger is not None:
        _add_tagged(text, paragraphs, parses, tagger)
    return _numbered(text, [d for p in paragraphs for d in p.drafts], quotations, mentions)


@dataclass(slots=True)
class _Paragraph:
    """A paragraph, the quotations in it that are in no other, and its drafts so far."""

    sentences: list[Sentence]
    outer: list[QuotedSpan]
    drafts: list[Draft]


def _outer(sentences: Sequence[Sentence], quotations: Sequence[QuotedSpan]) -> list[QuotedSpan]:
    span = hull(s.span for s in sentences)
    return [q for q in quotations if span.start <= q.start < span.end and q.depth == 0]


def _add_tagged(
    text: str, paragraphs: Sequence[_Paragraph], parses: Mapping[int, Parse], tagger: Tagger
) -> None:
    """Lets the tagger read the paragraphs in which the rules left words enough: it takes most of a page's time."""
    open_ones = [p for p in paragraphs if has_words_left(text, p.sentences, parses, p.outer, p.drafts)]
    tags = tagger.tag(text, [hull(s.span for s in p.sentences) for p in open_ones])
    for paragraph, tagged in zip(open_ones, tags, strict=True):
        own, known = paragraph.sentences, paragraph.drafts
        wider = list(tagged_drafts(text, own, parses, tagged, paragraph.outer, known))
        paragraph.drafts = [d for d in known if not any(_is_part(d, other) for other in wider)] + wider


def _parts(paragraph: list[Sentence]) -> Iterator[list[Sentence]]:
    """A paragraph of a natural length whole; what has no breaks at all in stretches, since each looks at all of its quotations and cues."""
    for at in range(0, len(paragraph), _MOST_SENTENCES):
        yield paragraph[at : at + _MOST_SENTENCES]


def _by_rules(
    text: str,
    sentences: list[Sentence],
    quotations: Sequence[QuotedSpan],
    parses: Mapping[int, Parse],
    before: Draft | None,
    mentions: Mentions | None,
) -> tuple[list[Draft], Draft | None]:
    span = hull(s.span for s in sentences)
    inside = [q for q in quotations if span.start <= q.start < span.end]
    outer = _outer(sentences, quotations)
    reports = [r for s in sentences if s.index in parses for r in find_reports(parses[s.index])]
    if sentences[0].kind is BlockKind.HEADLINE:
        reports += headline_reports(text, sentences, mentions)
    spoken = [r for r in reports if not any(_is_inside(r, q) for q in outer if not q.is_scare)]
    inner = [r for r in reports if r not in spoken]
    spoken += [r for r in surface_reports(text, sentences, outer, span) if _is_new(r, spoken)]
    made = attribute(text, span, sentences, _distinct(spoken), outer, before)
    nested = [q for q in inside if q.depth == 1]
    if nested and inner:
        for draft in attribute(text, span, sentences, _distinct(inner), nested, None).drafts:
            if draft.report and any(
                s.touches(q.span) for s in draft.content for q in nested if not q.is_scare
            ):
                made.drafts.append(draft)
    return _outermost(made.drafts, nested), made.last


def _foreign_paragraph(
    text: str,
    sentences: list[Sentence],
    quotations: Sequence[QuotedSpan],
    before: Draft | None,
    language: str,
) -> tuple[list[Draft], Draft | None]:
    span = hull(s.span for s in sentences)
    return foreign_drafts(text, language, span, sentences, _outer(sentences, quotations), before)


def _outermost(drafts: Sequence[Draft], nested: Sequence[QuotedSpan]) -> list[Draft]:
    """Without reports inside what someone else is reported to say; quotations inside quotations stay (rule 8)."""
    kept = [d for d in drafts if not any(_only_passes_on(d, other) for other in drafts)]
    return [d for d in kept if _is_quoted(d, nested) or not any(_contains(o, d) for o in kept if o is not d)]


def _only_passes_on(draft: Draft, other: Draft) -> bool:
    """ ""No," he said, according to excerpts": what the paper says is that he said so."""
    if draft.report is None or other.report is None or draft.report.cue.pos != "p":
        return False
    is_quoted = other.report.cue.klass == "say" and other.report.cue.takes_quotation
    return is_quoted and len(draft.content) == 1 and draft.content[0].end == other.report.right


def _is_quoted(draft: Draft, nested: Sequence[QuotedSpan]) -> bool:
    return draft.report is None or any(
        s.touches(q.span) for s in draft.content for q in nested if not q.is_scare
    )


def _is_part(draft: Draft, wider: Draft) -> bool:
    """Whether a draft is only a piece of what another one gives to the same cue."""
    if draft.report is None or wider.report is None or not draft.report.span.touches(wider.report.span):
        return False
    return all(any(w.covers(span) for w in wider.content) for span in draft.content)


def _contains(outer: Draft, inner: Draft) -> bool:
    if (
        inner.report is None
        or outer.report is None
        or (outer.report.cue.pos == "p" and inner.report.cue.klass == "say")
    ):
        return False
    if inner.report.cue.pos == "n" and outer.report.cue.klass in ("deny", "blame", "judge", "praise"):
        return False
    return any(span.covers(inner.report.span) for span in outer.content)


def _is_inside(report: Report, quotation: QuotedSpan) -> bool:
    """The cue belongs to the quoted words, or what was taken for its speaker does."""
    return quotation.span.touches(report.span) or (
        report.speaker is not None and quotation.span.covers(report.speaker)
    )


def _is_new(report: Report, known: Sequence[Report]) -> bool:
    """Nothing known stands at these words already."""
    return not any(report.span.touches(r.span) for r in known)


def _distinct(reports: Sequence[Report]) -> list[Report]:
    kept: list[Report] = []
    for report in sorted(reports, key=lambda r: r.span.start - r.span.end):
        if not any(other.span.touches(report.span) for other in kept):
            kept.append(report)
    return kept


def _numbered(
    text: str,
    drafts: Sequence[Draft],
    quotations: Sequence[QuotedSpan],
    mentions: Mentions | None,
) -> list[Statement]:
    ordered = sorted((d for d in drafts if _says_something(text, d)), key=lambda d: (d.start, d.end))
    ids = {id(draft): f"s{number}" for number, draft in enumerate(ordered, 1)}
    said = _said(quotations)
    return [_statement(text, draft, ids, said, mentions) for draft in ordered]


def _says_something(text: str, draft: Draft) -> bool:
    """False for "everything they asked *for*"."""
    return any(span.of(text).lower() not in _BARE for span in draft.content)


def _statement(
    text: str,
    draft: Draft,
    ids: Mapping[int, str],
    said: set[int],
    mentions: Mentions | None,
) -> Statement:
    origin = _origin(draft)
    report = origin.report
    content = _tidy(_whole_words(text, _without_dateline(text, span)) for span in draft.content)
    content = _with_words_between(text, content, report if draft.report is not None else None)
    channel = channel_of(text, report, _tidy(origin.content), mentions) if report else None
    is_own = draft.report is not None
    cue = draft.report.span if draft.report and draft.report.span.end > draft.report.span.start else None
    return Statement(
        id=ids[id(draft)],
        type=_type(text, content, said, report if is_own else None),
        speaker=_speaker(text, report, mentions, is_own) if report else None,
        cue=cue,
        content=content,
        addressee=_party(text, report.addressee, mentions, is_own) if report and report.addressee else None,
        channel=channel,
        act=report.cue.act if report and is_own else None,
        continues=ids.get(id(draft.continues)) if draft.continues else None,
    )


def _origin(draft: Draft) -> Draft:
    while draft.continues is not None:
        draft = draft.continues
    return draft


def _without_dateline(text: str, span: Span) -> Span:
    """Without the place and agency that open a report: "ODA, May 4 (Agency) - "."""
    opening = _DATELINE.match(text, span.start, span.end)
    return Span(opening.end(), span.end) if opening else span


def _with_words_between(text: str, content: tuple[Span, ...], report: Report | None) -> tuple[Span, ...]:
    """One clause of which only parts are quoted: "the stakes" for the town "could not be higher"."""
    joined = list(content[:1])
    for span in content[1:]:
        gap = Span(joined[-1].end, span.start)
        is_clause = (
            report is not None
            and report.right <= joined[-1].start
            and not _PAUSED.search(joined[-1].of(text))
        )
        if is_clause and _FEW_WORDS.fullmatch(gap.of(text)):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def _whole_words(text: str, span: Span) -> Span:
    """Up to the end of "re-opening", of which the parser makes three words."""
    rest = _HYPHENED.match(text, span.end) if text[span.end - 1].isalnum() else None
    return Span(span.start, rest.end()) if rest is not None else span


def _tidy(spans: Iterable[Span]) -> tuple[Span, ...]:
    """In order, joined where they overlap."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _said(quotations: Iterable[QuotedSpan]) -> set[int]:
    """Offsets inside quotations; quoted names ("clean hands" plan) do not make reported speech mixed."""
    return {i for q in quotations if not q.is_name for i in range(q.start, q.end)}


def _type(text: str, content: Sequence[Span], said: set[int], report: Report | None) -> StatementType:
    """How the words are given; `said` are the offsets inside quotations."""
    letters = [i for span in content for i in range(*span) if text[i].isalnum()]
    quoted = said.intersection(letters)
    outside = "".join(text[i] for i in letters if i not in quoted)
    if quoted and outside.lower() in ("", "that"):
        return StatementType.DIRECT
    if quoted:
        return StatementType.MIXED
    return StatementType.ATTITUDE if report and report.cue.is_attitude else StatementType.INDIRECT


def _speaker(text: str, report: Report, mentions: Mentions | None, is_own: bool) -> Party | None:
    if report.speaker is None:
        return None
    named = report.speaker_heads[0] if len(report.speaker_heads) == 1 else report.speaker
    if report.speaker.covers(named):
        named = report.speaker
    whole = _party(text, named, mentions, is_own)
    if len(report.speaker_heads) < 2:
        return whole if named == report.speaker else replace(whole, spans=(report.speaker,) if is_own else ())
    parts = [_party(text, span, mentions, is_own) for span in report.speaker_heads]
    if len({part.actor or part.name for part in parts}) < 2:
        return whole
    states = {part.state for part in parts}
    spans = (
        whole.spans if all(report.speaker.covers(s) for s in report.speaker_heads) else report.speaker_heads
    )
    name = " and ".join(part.name for part in parts)
    return Party(None, name, states.pop() if len(states) == 1 else None, spans if is_own else ())


def _party(text: str, span: Span, mentions: Mentions | None, is_own: bool) -> Party:
    """The mention that the words name; else the words themselves."""
    span = _without_dateline(text, span)
    spans = (span,) if is_own else ()
    mention = mentions.at(span) if mentions is not None else None
    if mention is not None and (mention.actor is not None or mention.start >= span.start):
        return Party(mention.actor, mention.name, mention.state, spans)
    return Party(None, re.sub(r"\s+", " ", span.of(text)), None, spans)
