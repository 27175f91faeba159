"""Drafts become statements: whole words, type, speaker and addressee by name, channel, id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.model import Mentions, Party, Span, Statement, StatementType
from dateline.statements.channels import channel_of
from dateline.statements.draft import Draft
from dateline.statements.quotations import QuotedSpan
from dateline.statements.report import Report

_DATELINE = re.compile(
    r"[A-Z][A-Z.'’/ -]{2,30}(?:,[\w.,/ ]{2,30})?\s?(?:\([\w /.]{2,30}\))?\s?[–—-]{1,2}\s+(?=[A-Z])"
)
_BARE = frozenset("for of to about on with".split())
_PAUSED = re.compile(r"[.,!?…;:—–-]\W*$")
_OPENING, _CLOSING = '"“«„', '"”»“'
_FEW_WORDS = re.compile(r"\s+(?:[\w’'-]+\s+){1,6}")
_HYPHENED = re.compile(r"(?:-\w+)+")


def finished(
    text: str,
    drafts: Sequence[Draft],
    quotations: Sequence[QuotedSpan],
    mentions: Mentions | None,
) -> list[Statement]:
    """Statements of the drafts that say something, in the order of the text, with ids `s1`, `s2`, ...; `mentions` names the speakers."""
    origins = _origins(drafts)
    said_once = _once(text, [d for d in drafts if _says_something(text, d)], origins)
    ordered = sorted(said_once, key=lambda d: (d.start, d.end))
    ids = {id(draft): f"s{number}" for number, draft in enumerate(ordered, 1)}
    said = _said(quotations)
    return [_statement(text, draft, origins[id(draft)], ids, said, mentions) for draft in ordered]


def _says_something(text: str, draft: Draft) -> bool:
    """False for "everything they asked *for*"."""
    return any(span.of(text).lower() not in _BARE for span in draft.content)


def _once(text: str, drafts: Sequence[Draft], origins: Mapping[int, Draft]) -> list[Draft]:
    """One draft for the same words: one that knows who said them."""
    kept: dict[tuple[Span, ...], Draft] = {}
    for draft in drafts:
        content = _content(text, draft, origins[id(draft)])
        known = kept.get(content)
        if known is None or (known.report is None and draft.report is not None):
            kept[content] = draft
    return list(kept.values())


def _content(text: str, draft: Draft, origin: Draft) -> tuple[Span, ...]:
    """Whole words, without a dateline, joined where only parts of a clause are quoted."""
    content = _tidy(_whole_words(text, _without_dateline(text, span)) for span in draft.content)
    return _with_words_between(text, content, origin.report if draft.report is not None else None)


def _statement(
    text: str,
    draft: Draft,
    origin: Draft,
    ids: Mapping[int, str],
    said: set[int],
    mentions: Mentions | None,
) -> Statement:
    report = origin.report
    content = _content(text, draft, origin)
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


def _origins(drafts: Sequence[Draft]) -> dict[int, Draft]:
    """The draft that each one goes on with at last, or itself, by its `id`; each step of a long chain is gone once."""
    found: dict[int, Draft] = {}
    for draft in drafts:
        chain = [draft]
        while id(chain[-1]) not in found and chain[-1].continues is not None:
            chain.append(chain[-1].continues)
        origin = found.get(id(chain[-1]), chain[-1])
        found.update((id(step), origin) for step in chain)
    return found


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


def _is_quotation(words: str) -> bool:
    """ "shouted "Mayor Odell"": a name in quotation marks, and nothing else."""
    return words[:1] in _OPENING and words[-1:] in _CLOSING and len(words) > 2


def _said(quotations: Iterable[QuotedSpan]) -> set[int]:
    """Offsets inside quotations; quoted names ("clean hands" plan) do not make reported speech mixed."""
    return {i for q in quotations if not q.is_name for i in range(q.start, q.end)}


def _type(text: str, content: Sequence[Span], said: set[int], report: Report | None) -> StatementType:
    """How the words are given; `said` are the offsets inside quotations."""
    letters = [i for span in content for i in range(*span) if text[i].isalnum()]
    quoted = said.intersection(letters) or set(
        letters if all(_is_quotation(s.of(text)) for s in content) else ()
    )
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
