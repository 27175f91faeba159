"""Drafts and reports that lie inside others: which of them stay (codebook section 4, rule 8)."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.statements.draft import Draft
from dateline.statements.quotations import QuotedSpan
from dateline.statements.report import Report


def outermost(drafts: Sequence[Draft], nested: Sequence[QuotedSpan]) -> list[Draft]:
    """Without reports inside what someone else is reported to say; quotations inside quotations stay (rule 8)."""
    kept = [d for d in drafts if not any(_only_passes_on(d, other) for other in drafts)]
    return [d for d in kept if _is_quoted(d, nested) or not any(_contains(o, d) for o in kept if o is not d)]


def distinct(reports: Sequence[Report]) -> list[Report]:
    """One report for words that several take for their cue: the one with the longest."""
    kept: list[Report] = []
    for report in sorted(reports, key=lambda r: r.span.start - r.span.end):
        if not any(other.span.touches(report.span) for other in kept):
            kept.append(report)
    return kept


def is_part(draft: Draft, wider: Draft) -> bool:
    """Whether a draft is only a piece of what another one gives to the same cue."""
    if draft.report is None or wider.report is None or not draft.report.span.touches(wider.report.span):
        return False
    return all(any(w.covers(span) for w in wider.content) for span in draft.content)


def is_inside(report: Report, quotation: QuotedSpan) -> bool:
    """The cue belongs to the quoted words, or what was taken for its speaker does."""
    return quotation.span.touches(report.span) or (
        report.speaker is not None and quotation.span.covers(report.speaker)
    )


def is_new(report: Report, known: Sequence[Report]) -> bool:
    """Nothing known stands at these words already."""
    return not any(report.span.touches(r.span) for r in known)


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
