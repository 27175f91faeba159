"""What stands around a quotation: cues before and behind it, and what lies between (codebook section 4)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Sentence, Span
from dateline.statements.draft import Draft
from dateline.statements.quotations import QuotedSpan
from dateline.statements.report import Report

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_ENDS = re.compile(r"[.,!?…;—–-]\W*$")
_NAME = re.compile(
    r"(?!He\b|She\b|They\b|The\b|But\b|And\b|In\b|At\b|On\b|It\b|His\b|Her\b|That\b|This\b)[A-Z][a-z]+"
)
_ADVERBS = frozenset("also then later once again simply only just recently famously and but he she".split())
_REACH = 250
_LONG_ENOUGH = 5


@dataclass(slots=True)
class Surroundings:
    """The quotations and reports of one paragraph, and what can be told of them by their places."""

    text: str
    span: Span
    sentences: Sequence[Sentence]
    reports: Sequence[Report]
    quotations: Sequence[QuotedSpan]

    def __post_init__(self) -> None:
        self.reports = sorted(self.reports, key=lambda r: r.span.start)

    def inner(self, quotation: QuotedSpan) -> str:
        end = quotation.end - 1 if quotation.is_closed else quotation.end
        return self.text[quotation.start + 1 : end]

    def is_filler(self, between: str) -> bool:
        words = [w.lower() for w in _WORD.findall(between)]
        return all(word in _ADVERBS or word.endswith("ly") for word in words)

    def cue_behind(self, quotation: QuotedSpan) -> int | None:
        """ "...," said Ruiz: the quotation ends in a comma, or a comma follows its marks."""
        if not _ENDS.search(self.inner(quotation)) and self.text[quotation.end : quotation.end + 1] not in (
            ",",
            ":",
        ):
            return None
        if self.inner(quotation).rstrip(" ’'”").endswith(".") and quotation.is_closed:
            return None
        for number, report in enumerate(self.reports):
            if report.left >= quotation.end and report.cue.takes_quotation:
                if self.text[report.right :].lstrip()[:1] == ":" and self.inner(quotation).endswith(
                    ("?", "!")
                ):
                    return None
                if self.is_led_into(quotation, report) or self.is_reported(quotation, report):
                    return None
                between = self.text[quotation.end : report.left]
                is_near = len(between) <= 40 and self.is_filler(between)
                return number if is_near else None
        return None

    def is_led_into(self, quotation: QuotedSpan, report: Report) -> bool:
        """ "Despite fears that it was "a sham," they dismissed the claim": the cue has an object of its own."""
        has_own = any(span.start > report.right for span in report.content) and report.cue.klass != "say"
        sentence = max(
            (s.start for s in self.sentences if s.start <= quotation.start), default=self.span.start
        )
        return has_own and self.inner(quotation).lstrip()[:1].islower() and quotation.start > sentence

    def is_reported(self, quotation: QuotedSpan, behind: Report) -> bool:
        """ "Said the pact was "one of strength," but he also warned ...": the marks are part of reported words before."""
        return self.inner(quotation).lstrip()[:1].islower() and any(
            report.span.end <= quotation.start
            and report.sentence == behind.sentence
            and behind.content
            and any(span.touches(quotation.span) for span in report.content)
            for report in self.reports
        )

    def cue_before(self, quotation: QuotedSpan) -> int | None:
        """Ruiz said: "..." or Ruiz told the council, "..."."""
        for number in reversed(range(len(self.reports))):
            report = self.reports[number]
            if report.span.end > quotation.start:
                continue
            if not report.cue.takes_quotation:
                return None
            between = self.text[max(report.span.end, min(report.right, quotation.start)) : quotation.start]
            if len(between) > 90 or any(mark in between for mark in '"“”'):
                return None
            is_clear = all(
                span.start >= quotation.start or span.end <= report.left for span in report.content
            )
            if between.strip() in ("", ",", ":", "that", "of") or between.rstrip().endswith(":"):
                return number
            return number if is_clear and between.rstrip().endswith(",") else None
        return None

    def names(self, number: int, quotation: QuotedSpan) -> bool:
        """ "What he called "a new friendship," she said": the marks belong to "called"."""
        report = self.reports[number]
        gap = self.text[report.span.end : quotation.start]
        return report.cue.klass == "judge" and not gap.strip()

    def carries_on(self, first: QuotedSpan, second: QuotedSpan, number: int) -> bool:
        gap = Span(first.end, second.start)
        report = self.reports[number]
        if self.is_led_in(first, second, report):
            return False
        others = [r for r in self.reports if r is not report and gap.touches(r.span)]
        if others:
            return False
        rest = (
            self.text[max(report.right, first.end) : second.start]
            if gap.touches(report.span)
            else gap.of(self.text)
        )
        sentences = re.split(r"[.!?]\s", rest)
        return len(rest) <= _REACH and (
            len(sentences) == 1 or (len(sentences) == 2 and not sentences[1].strip())
        )

    def is_led_in(self, first: QuotedSpan, second: QuotedSpan, report: Report) -> bool:
        """ "... "at last." The dog barked a hoarse, "Woof."": words of a sentence of its own lead up to the second."""
        if not self.inner(first).rstrip().endswith((".", "!", "?")):
            return False
        gap = self.text[max(first.end, report.right) : second.start]
        return (
            report.right <= first.start and len(_WORD.findall(gap)) > 2 and not re.search(r"[.!?:]\s*$", gap)
        )

    def runs_past(self, content: Span, quotation: Span) -> bool:
        """Said that "the well" was dry: the reported clause goes on behind marks that do not end a sentence."""
        if not content.start <= quotation.start < quotation.end < content.end:
            return False
        rest = self.text[quotation.end : content.end]
        return len(_WORD.findall(rest)) > 1 and not _ENDS.search(
            self.text[quotation.start : quotation.end - 1]
        )

    def nearest(self, quotation: QuotedSpan) -> int | None:
        best: tuple[int, int] | None = None
        for number, report in enumerate(self.reports):
            if not report.cue.takes_quotation or report.content:
                continue
            behind = report.span.start >= quotation.end
            gap = Span(quotation.end, report.left) if behind else Span(report.right, quotation.start)
            distance = gap.end - gap.start
            is_inside = report.sentence.start <= quotation.start < report.sentence.end
            if distance > _REACH or (not is_inside and distance > _REACH // 2):
                continue
            cost = distance + (0 if is_inside else 100)
            if best is None or cost < best[0]:
                best = (cost, number)
        return best[1] if best else None

    def is_direct_quotation(self, k: int) -> bool:
        quotation = self.quotations[k]
        if quotation.is_name or quotation.is_scare:
            return False
        words = len(_WORD.findall(self.inner(quotation)))
        is_set_off = words >= _LONG_ENOUGH - 2 and self.text[quotation.end : quotation.end + 1] == ","
        return words >= _LONG_ENOUGH or is_set_off or bool(_ENDS.search(self.inner(quotation)))

    def trails(self, span: Span, quotation: QuotedSpan, report: Report) -> bool:
        """A quotation later in the same sentence, with no other cue before it, still belongs to the clause."""
        if (
            quotation.start < span.end
            or span.start < report.span.end
            or quotation.start >= report.sentence.end
        ):
            return False
        gap = Span(span.end, quotation.start)
        if gap.end - gap.start > 60 or re.search(r"[.!?;]\s", gap.of(self.text)):
            return False
        return not any(gap.touches(other.span) for other in self.reports if other is not report)

    def names_another(self, origin: Draft, quotation: QuotedSpan) -> bool:
        """A sentence about someone else stands between: two speakers are possible, so there is none."""
        report = origin.report
        since = max(origin.end, report.right if report else 0)
        between = self.text[since : quotation.start]
        if since == origin.end and re.search(r"[.!?]\W*$", self.text[origin.start : since]):
            between = f". {between.lstrip()}"
            if len(_WORD.findall(between)) >= _LONG_ENOUGH and not between.rstrip().endswith(
                (".", ":", "!", "?")
            ):
                return True
        sentence = re.search(r"[.!?]\s+(.*)", between, re.DOTALL)
        return sentence is not None and bool(_NAME.match(sentence[1]))
