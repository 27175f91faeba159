"""Which quotation belongs to which cue, paragraph by paragraph (codebook section 4, rules 6 to 9)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.model import Sentence, Span, hull
from dateline.statements.draft import Draft
from dateline.statements.quotations import QuotedSpan
from dateline.statements.report import Report
from dateline.statements.surroundings import Surroundings

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_ENDS = re.compile(r"[.,!?…;—–-]\W*$")
_STRETCHED = frozenset({"small", "object", "as", "clause"})
_LONG_ENOUGH = 5


@dataclass(slots=True)
class ParagraphDrafts:
    """Drafts of one paragraph, and who speaks last in it, for quotations that float in the next."""

    drafts: list[Draft]
    last: Draft | None


def attribute(
    text: str,
    span: Span,
    sentences: Sequence[Sentence],
    reports: Sequence[Report],
    quotations: Sequence[QuotedSpan],
    before: Draft | None,
) -> ParagraphDrafts:
    """Statements of a paragraph. `before` is the last quotation of the paragraph above, if its speaker may go on."""
    worker = _Paragraph(text, span, sentences, reports, quotations)
    worker.attach_adjacent()
    worker.reaching_back()
    worker.fronting()
    worker.absorb()
    worker.stretch()
    worker.join_neighbours()
    worker.reach()
    worker.take_over(before)
    floating = worker.float(before)
    worker.add_reported()
    drafts = sorted((d for d in worker.drafts.values() if d.content), key=lambda d: d.start)
    drafts = sorted([*drafts, *worker.loose], key=lambda d: d.start)
    return ParagraphDrafts(
        drafts, worker.announced() or worker.last_quoted() or floating or worker.last_said()
    )


@dataclass(slots=True)
class _Paragraph(Surroundings):
    """A paragraph while its quotations and reports are being put together."""

    drafts: dict[int, Draft] = field(default_factory=dict)
    owner: dict[int, int] = field(default_factory=dict)
    loose: list[Draft] = field(default_factory=list)

    def draft(self, number: int) -> Draft:
        if number not in self.drafts:
            self.drafts[number] = Draft(self.reports[number])
        return self.drafts[number]

    def give(self, quotation: int, report: int) -> None:
        self.owner[quotation] = report
        self.draft(report).content.append(self.quotations[quotation].span)

    def attach_adjacent(self) -> None:
        """A cue right behind or right before the marks takes the quotation."""
        for k, quotation in enumerate(self.quotations):
            if quotation.is_name and not _ENDS.search(self.inner(quotation)):
                continue
            ahead = self.cue_before(quotation)
            chosen = (
                ahead if ahead is not None and self.names(ahead, quotation) else self.cue_behind(quotation)
            )
            if chosen is None:
                chosen = ahead
            if chosen is not None:
                self.give(k, chosen)

    def reaching_back(self) -> None:
        """ "The well was dry and "a disgrace," she said": a quotation in lower case is the end of a reported clause."""
        for k, number in self.owner.items():
            quotation, report = self.quotations[k], self.reports[number]
            fronted = all(span.end <= report.left for span in report.content)
            if quotation.start > report.left or not self.inner(quotation)[:1].islower() or not fronted:
                continue
            sentence = next((s for s in self.sentences if s.start <= quotation.start < s.end), None)
            if sentence is None or sentence.start == quotation.start:
                continue
            lead = Span(sentence.start, quotation.start)
            others = [q for j, q in enumerate(self.quotations) if self.owner.get(j, number) != number]
            taken = [r.span for r in self.reports] + [q.span for q in others]
            if not any(lead.touches(span) for span in taken):
                self.draft(number).content.append(Span(sentence.start, quotation.end))

    def fronting(self) -> None:
        """ ""If I did" take the boat, she said, "it was late"": the words up to the comma before the speaker."""
        for number, report in enumerate(self.reports):
            lead = Span(report.sentence.start, report.left)
            words = lead.of(self.text).rstrip()
            if report.content or report.cue.klass != "say" or not words.endswith(","):
                continue
            quoted = [k for k, q in enumerate(self.quotations) if lead.covers(q.span)]
            if not quoted or any(self.owner.get(k, number) != number for k in quoted):
                continue
            unquoted = self.text[self.quotations[quoted[-1]].end : report.left]
            if len(_WORD.findall(unquoted)) < 2 or any(lead.touches(r.span) for r in self.reports):
                continue
            self.owner.update(dict.fromkeys(quoted, number))
            self.draft(number).content.append(Span(lead.start, lead.start + len(words) - 1))

    def absorb(self) -> None:
        """Words of a reported clause may be quoted: the clause grows to take in the whole quotation."""
        for number, report in enumerate(self.reports):
            if not report.content or (
                number in self.drafts and report.cue.takes_quotation and self.is_direct(number)
            ):
                continue
            spans = [self.grown(span, report, number) for span in report.content]
            draft = self.draft(number)
            draft.content = [*spans, *(s for s in draft.content if not any(span.covers(s) for span in spans))]

    def stretch(self) -> None:
        """A judgement without a parsed object, and a quotation behind it: all the words up to the end of the marks."""
        for number, report in enumerate(self.reports):
            if report.content or number in self.drafts or not report.cue.patterns & _STRETCHED:
                continue
            ahead = [
                k for k, q in enumerate(self.quotations) if q.start >= report.right and k not in self.owner
            ]
            if not ahead or self.quotations[ahead[0]].start >= report.sentence.end:
                continue
            first = self.quotations[ahead[0]]
            gap = Span(report.span.end, first.start)
            is_phoned = report.cue.patterns <= {"small", "quote"} and " to " in gap.of(self.text)
            if (
                gap.end - gap.start > 100
                or is_phoned
                or any(gap.touches(r.span) for r in self.reports if r is not report)
            ):
                continue
            start = gap.start + len(gap.of(self.text)) - len(gap.of(self.text).lstrip(" \xa0,:"))
            if not self.text[start : first.start].strip() or self.text[gap.start] == " ":
                self.owner[ahead[0]] = number
                self.draft(number).content.append(self.grown(Span(start, first.end), report, number))

    def is_direct(self, number: int) -> bool:
        """True when a quotation that stands by itself was given to the cue; then the parse of it adds nothing."""
        quoted = [self.quotations[k].span for k, owner in self.owner.items() if owner == number]
        report = self.reports[number]
        if any(self.runs_past(s, q) for s in report.content for q in quoted):
            return False
        outside = [s for s in report.content if not any(q.touches(s) for q in quoted)]
        return not outside or all(s.start > report.right or s.end < report.left for s in outside)

    def grown(self, span: Span, report: Report, number: int) -> Span:
        for k, quotation in enumerate(self.quotations):
            touches = span.touches(quotation.span)
            if not touches and not self.trails(span, quotation, report):
                continue
            if self.owner.get(k, number) != number or quotation.span.covers(report.span):
                continue
            wider = hull([span, quotation.span])
            if not wider.touches(report.span):
                span = wider
                self.owner[k] = number
        return span

    def join_neighbours(self) -> None:
        """ "...," said X. "...": what follows without a cue of its own, or leads up to one, is the same utterance."""
        last: int | None = None
        for k in range(1, len(self.quotations)):
            last = self.owned_before(k, last)
            if last is not None and k not in self.owner and self.is_direct_quotation(k):
                number = self.owner[last]
                if self.carries_on(self.quotations[last], self.quotations[k], number):
                    self.give(k, number)
        for k in reversed(range(len(self.quotations) - 1)):
            if k not in self.owner and k + 1 in self.owner and self.is_direct_quotation(k):
                gap = self.text[self.quotations[k].end : self.quotations[k + 1].start]
                if not _WORD.search(gap):
                    self.give(k, self.owner[k + 1])

    def reach(self) -> None:
        """What is left goes to the nearest cue of saying in its sentence, or in the sentence beside it."""
        for k in range(len(self.quotations)):
            if k in self.owner or not self.is_direct_quotation(k):
                continue
            number = self.nearest(self.quotations[k])
            if number is not None:
                self.give(k, number)

    def owned_before(self, k: int, earlier: int | None) -> int | None:
        """The last quotation before this one that has a cue, given that before the one before; quoted names between do not count."""
        if k - 1 in self.owner:
            return k - 1
        return earlier if self.quotations[k - 1].is_scare else None

    def take_over(self, before: Draft | None) -> None:
        """A quotation begun above without a speaker belongs to the cue at its end."""
        for k, number in self.owner.items():
            if self.quotations[k].continues and before is not None and before.report is None:
                draft = self.draft(number)
                draft.content = [*before.content, *draft.content]
                before.content = []

    def float(self, before: Draft | None) -> Draft | None:
        """Quotations without a speaker in the paragraph go to the last speaker; without one they stay unassigned."""
        made: Draft | None = None
        for k, quotation in enumerate(self.quotations):
            if k in self.owner or not self.is_direct_quotation(k):
                continue
            if quotation.continues and before is not None:
                before.content.append(quotation.span)
                made = before
                continue
            origin = self.speaker_so_far(quotation) or before
            if origin is not None and origin is not before and self.names_another(origin, quotation):
                origin = None
            is_alone = not self.text[self.span.start : quotation.start].strip()
            if origin is not None and origin is not before and self.is_quoted(origin):
                origin.content.append(quotation.span)
            elif before is not None and not before.content and is_alone:
                before.content.append(quotation.span)
                self.loose.append(before)
                made = before
            elif made is not None and (made is not before or made in self.loose):
                made.content.append(quotation.span)
            elif is_alone or len(_WORD.findall(self.inner(quotation))) >= _LONG_ENOUGH + 1:
                made = Draft(None, [quotation.span], origin if is_alone or origin is not before else None)
                self.loose.append(made)
        return made

    def last_said(self) -> Draft | None:
        """The last reported utterance of a paragraph without quotations: a quotation below may go on with it."""
        said = [d for d in self.drafts.values() if d.content and d.report and d.report.cue.klass == "say"]
        return max(said, key=lambda d: d.end, default=None)

    def is_quoted(self, draft: Draft) -> bool:
        """All of its content so far is quotations of this paragraph."""
        return all(any(q.span == span for q in self.quotations) for span in draft.content)

    def announced(self) -> Draft | None:
        """ "Ruiz went on:" at the end of a paragraph: what is quoted in the next is hers."""
        if not self.text[self.span.start : self.span.end].rstrip().endswith(":") or not self.reports:
            return None
        last = len(self.reports) - 1
        is_open = self.reports[last].cue.takes_quotation and not self.reports[last].content
        return Draft(self.reports[last]) if is_open and last not in self.drafts else None

    def speaker_so_far(self, quotation: QuotedSpan) -> Draft | None:
        earlier = [
            d for d in self.drafts.values() if d.content and d.end <= quotation.start and d.report is not None
        ]
        earlier = [d for d in earlier if d.report is not None and d.report.cue.klass == "say"]
        return max(earlier, key=lambda d: d.end, default=None)

    def add_reported(self) -> None:
        """Drafts whose content was swallowed by the quotations of another cue disappear."""
        for number in list(self.drafts):
            if not self.drafts[number].content:
                del self.drafts[number]

    def last_quoted(self) -> Draft | None:
        direct = [
            self.drafts[n]
            for k, n in self.owner.items()
            if n in self.drafts and not self.quotations[k].is_scare
        ]
        direct = [d for d in direct if d.content]
        return max(direct, key=lambda d: d.end, default=None)
