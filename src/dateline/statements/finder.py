"""Statements of a text: reports of the parsed sentences and quotations, put together (codebook section 4)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from dateline.model import CODED_KINDS, BlockKind, Mentions, Parse, Sentence, Span, Statement, hull
from dateline.statements.attribution import attribute
from dateline.statements.draft import Draft
from dateline.statements.finished import finished
from dateline.statements.foreign import foreign_drafts
from dateline.statements.headlines import headline_reports
from dateline.statements.nesting import distinct, is_inside, is_new, is_part, outermost
from dateline.statements.quotations import QuotedSpan
from dateline.statements.reports import find_reports
from dateline.statements.surface import surface_reports
from dateline.statements.tagged import Tags, tagged_drafts
from dateline.statements.worth_reading import has_words_left, may_tell, taken_words

_READ_AS_ENGLISH = frozenset({"en", "und"})
_MOST_SENTENCES = 60
_FEWEST_OF_ARTICLE = 4
_LIKELY = 0.75


class Tagger(Protocol):
    """Tags sentences of a text."""

    def likely_cues(
        self, text: str, sentences: Sequence[Span], taken: Sequence[Span]
    ) -> Sequence[Mapping[int, float]]:
        """A quick first look: how likely words are cues of something said that is not `taken`, by their offsets; a result a sentence."""
        ...

    def tag(self, text: str, paragraphs: Sequence[Span]) -> Sequence[Tags]:
        """One result a stretch."""
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
        if len(parses) >= _FEWEST_OF_ARTICLE and not any(p.drafts for p in paragraphs):
            _look_again(text, paragraphs, parses, tagger)
    return finished(text, [d for p in paragraphs for d in p.drafts], quotations, mentions)


@dataclass(slots=True)
class _Paragraph:
    """A paragraph, the quotations in it that are in no other, and its drafts so far."""

    sentences: list[Sentence]
    outer: list[QuotedSpan]
    drafts: list[Draft]


def _outer(sentences: Sequence[Sentence], quotations: Sequence[QuotedSpan]) -> list[QuotedSpan]:
    return [q for q in _from(quotations, hull(s.span for s in sentences)) if q.depth == 0]


def _from(quotations: Sequence[QuotedSpan], span: Span) -> Sequence[QuotedSpan]:
    """Those that begin in a stretch; they are in order."""

    def place(quotation: QuotedSpan) -> int:
        return quotation.start

    first, behind = (bisect_left(quotations, at, key=place) for at in span)
    return quotations[first:behind]


def _add_tagged(
    text: str, paragraphs: Sequence[_Paragraph], parses: Mapping[int, Parse], tagger: Tagger
) -> None:
    """Lets the tagger read the sentences that are worth it: it takes more time than all else together."""
    chosen = _worth_reading(text, paragraphs, parses, tagger)
    tags = dict(zip(chosen, tagger.tag(text, [s.span for s in chosen]), strict=True))
    for paragraph in paragraphs:
        known = paragraph.drafts
        tagged = [(s, tags[s]) for s in paragraph.sentences if s in tags]
        wider = list(tagged_drafts(text, tagged, parses, paragraph.outer, known))
        paragraph.drafts = [d for d in known if not any(is_part(d, other) for other in wider)] + wider


def _look_again(
    text: str, paragraphs: Sequence[_Paragraph], parses: Mapping[int, Parse], tagger: Tagger
) -> None:
    """An article in which nobody says anything is rare: all of it is read, and the bar is lower."""
    open_ones = [s for p in paragraphs for s in p.sentences if s.index in parses]
    tags = dict(zip(open_ones, tagger.tag(text, [s.span for s in open_ones]), strict=True))
    for paragraph in paragraphs:
        tagged = [(s, tags[s]) for s in paragraph.sentences if s in tags]
        paragraph.drafts = list(tagged_drafts(text, tagged, parses, paragraph.outer, (), _LIKELY))


def _worth_reading(
    text: str, paragraphs: Sequence[_Paragraph], parses: Mapping[int, Parse], tagger: Tagger
) -> list[Sentence]:
    """The sentences in which the rules left words enough and a cue may stand."""
    taken = [span for p in paragraphs for span in taken_words(p.outer, p.drafts)]
    parsed = [s for p in paragraphs for s in p.sentences if s.index in parses]
    open_ones = [s for s in parsed if has_words_left(text, s, taken)]
    likely = tagger.likely_cues(text, [s.span for s in open_ones], taken)
    return [s for s, words in zip(open_ones, likely, strict=True) if may_tell(text, parses[s.index], words)]


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
    inside = _from(quotations, span)
    outer = [q for q in inside if q.depth == 0]
    reports = [r for s in sentences if s.index in parses for r in find_reports(parses[s.index])]
    if sentences[0].kind is BlockKind.HEADLINE:
        reports += headline_reports(text, sentences, mentions)
    spoken = [r for r in reports if not any(is_inside(r, q) for q in outer if not q.is_scare)]
    inner = [r for r in reports if r not in spoken]
    spoken += [r for r in surface_reports(text, sentences, outer, span) if is_new(r, spoken)]
    made = attribute(text, span, sentences, distinct(spoken), outer, before)
    nested = [q for q in inside if q.depth == 1]
    if nested and inner:
        for draft in attribute(text, span, sentences, distinct(inner), nested, None).drafts:
            if draft.report and any(
                s.touches(q.span) for s in draft.content for q in nested if not q.is_scare
            ):
                made.drafts.append(draft)
    return outermost(made.drafts, nested), made.last


def _foreign_paragraph(
    text: str,
    sentences: list[Sentence],
    quotations: Sequence[QuotedSpan],
    before: Draft | None,
    language: str,
) -> tuple[list[Draft], Draft | None]:
    span = hull(s.span for s in sentences)
    return foreign_drafts(text, language, span, sentences, _outer(sentences, quotations), before)
