"""Statements of a paragraph in a language without a parser: „...“, sagte X; « ... », a déclaré X; X dijo: "..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.model import Sentence, Span
from dateline.statements.draft import Draft
from dateline.statements.foreign.marks import ForeignMarks, words_of
from dateline.statements.foreign.reported import reported_clauses
from dateline.statements.foreign.table import any_word
from dateline.statements.foreign.wordings import Said
from dateline.statements.quotations import QuotedSpan
from dateline.statements.report import Report

_BESIDE = 4
_WHOLE = 0.7


def foreign_drafts(
    text: str,
    language: str,
    span: Span,
    sentences: Sequence[Sentence],
    quotations: Sequence[QuotedSpan],
    before: Draft | None,
) -> tuple[list[Draft], Draft | None]:
    """Statements of a paragraph, and the last of them, which the next paragraph may go on with as `before`."""
    paragraph = _Paragraph(ForeignMarks(text, language, span, sentences, quotations), before)
    paragraph.attribute()
    paragraph.add_reported()
    return paragraph.drafts, paragraph.last


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while its quotations are given to cues; `last` is the statement that was quoted last."""

    marks: ForeignMarks
    before: Draft | None
    drafts: list[Draft] = field(default_factory=list)
    last: Draft | None = None

    def attribute(self) -> None:
        quotations = self.marks.quotations
        said = [self._said(quotation) for quotation in quotations]
        for k in range(1, len(said)):
            said[k] = said[k] or (said[k - 1] if self._is_joined(k) else None)
        for k in reversed(range(1, len(said))):
            said[k - 1] = said[k - 1] or (said[k] if self._is_joined(k) else None)
        for quotation, cue in zip(quotations, said, strict=True):
            self._add(quotation, self._report(cue) if cue else None)

    def _is_joined(self, k: int) -> bool:
        """„...“ und „...“: nothing but a small word between."""
        first, second = self.marks.quotations[k - 1 : k + 1]
        join = any_word(self.marks.language, "join")
        return bool(re.fullmatch(rf"\s*,?\s*{join}\s*|,\s", self.marks.text[first.end : second.start]))

    def _said(self, quotation: QuotedSpan) -> Said | None:
        """The cue beside a quotation, if it makes these words said."""
        if self.marks.is_name(quotation):
            return None
        clause, is_speech = self.marks.clause(quotation), self.marks.is_speech(quotation)
        behind = None if self.marks.is_closed_off(quotation) else clause.behind()
        if behind is not None and (behind.is_telling or is_speech or self.marks.is_set_off(quotation)):
            return behind
        before = clause.before()
        if before is not None and (before.is_telling or is_speech or clause.lead.endswith(":")):
            return before
        return None

    def _add(self, quotation: QuotedSpan, report: Report | None) -> None:
        divided = self._divided(quotation)
        if quotation.continues and self.before is not None:
            self._reopen(self.before, quotation, report)
        elif divided is not None and self._goes_on(divided, quotation, report):
            divided.content.append(quotation.span)
        elif report is not None:
            self._keep(Draft(report, [quotation.span]))
        elif divided is not None and self.marks.is_speech(quotation):
            self._keep(Draft(divided.report, [quotation.span]))
        elif self.marks.stands_alone(quotation):
            report = self._announced(quotation)
            origin = self._origin(quotation) if report is None else None
            self._keep(Draft(report, [quotation.span], origin))

    def add_reported(self) -> None:
        """Reported clauses take in the quotations that they have in them; one that is quoted whole stays a quotation."""
        for clause in reported_clauses(self.marks):
            inside = [d for d in self.drafts if all(clause.content.covers(span) for span in d.content)]
            quoted = sum(span.end - span.start for draft in inside for span in draft.content)
            if quoted < _WHOLE * (clause.content.end - clause.content.start):
                kept = [draft for draft in self.drafts if draft not in inside]
                self.drafts = [*kept, Draft(self._report(clause.said), [clause.content])]

    def _keep(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self.last = draft

    def _reopen(self, draft: Draft, quotation: QuotedSpan, report: Report | None) -> None:
        """The marks of the paragraph above are opened again: the same statement, whose cue may stand at its end."""
        draft.content.append(quotation.span)
        draft.report = draft.report or report
        self.last = draft

    def _divided(self, quotation: QuotedSpan) -> Draft | None:
        """„...“, sagte X. „...“: the statement before, where nothing but its cue and speaker stands between."""
        if self.last is None or self.last.report is None:
            return None
        gap, report = Span(self.last.end, quotation.start), self.last.report
        rest = self.marks.text[report.right : gap.end]
        is_beside = gap.covers(report.span) and words_of(rest) <= _BESIDE and ":" not in rest
        return self.last if is_beside else None

    def _goes_on(self, divided: Draft, quotation: QuotedSpan, report: Report | None) -> bool:
        """The second half of a divided sentence, with no cue of its own."""
        if report is not None and (divided.report is None or report.span != divided.report.span):
            return False
        gap = self.marks.text[divided.end : quotation.start].rstrip()
        return gap.endswith((",", "–", "—")) or self.marks.inner(quotation)[:1].islower()

    def _announced(self, quotation: QuotedSpan) -> Report | None:
        """X kritisierte den Plan. „...“: a cue with its speaker in the sentence right before."""
        clause = self.marks.clause_before(quotation)
        said = clause.before() if clause is not None else None
        return self._report(said) if said is not None and said.speaker is not None else None

    def _origin(self, quotation: QuotedSpan) -> Draft | None:
        """Whose words go on in a quotation without a cue: the last quoted speaker's, if no more than a sentence stands between."""
        if self.last is None:
            return self.before if self.marks.is_first(quotation) else None
        between = self.marks.text[self.last.end : quotation.start]
        return self.last if len(re.findall(r"[.!?]\s", between)) < 2 else None

    def _report(self, said: Said) -> Report:
        sentences = self.marks.sentences
        sentence = next((s for s in sentences if s.start <= said.span.start < s.end), sentences[0])
        return Report(sentence, said.cue, said.span, said.speaker, _heads(said.speaker), (), None)


def _heads(speaker: Span | None) -> tuple[Span, ...]:
    return (speaker,) if speaker is not None else ()
